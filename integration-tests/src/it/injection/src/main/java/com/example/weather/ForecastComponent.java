package com.example.weather;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dev.remora.renderer.RemoteContext;

/** The renderer as Dagger puts it together. */
@Component(modules = ForecastComponent.Stubs.class)
public interface ForecastComponent {
  /** A forecast over the stub. */
  Forecast forecast();

  /** The asynchronous stub. */
  StationAsyncStub station();

  /** Takes the context. */
  @Component.Factory
  interface Factory {
    /** Makes the component. */
    ForecastComponent create(@BindsInstance RemoteContext remote);
  }

  /** The stub is the weather. */
  @Module
  interface Stubs {
    /** Binds it. */
    @Binds
    Weather weather(StationStub stub);
  }
}
