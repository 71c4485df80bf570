package com.example;

import dev.remora.stub.Dispatcher;
import dev.remora.stub.DispatcherFamily;
import dev.remora.stub.GeneratedByRemora;
import java.util.List;
import javax.annotation.processing.Generated;

/** The main process's side of the interfaces that {@link Remotes} lists. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class RemotesDispatchers {
  /** Describes the interfaces to the runtime. */
  public static final DispatcherFamily FAMILY =
      new DispatcherFamily(RemotesDispatchers::dispatchers);

  private RemotesDispatchers() {}

  private static List<Dispatcher<?>> dispatchers() {
    return List.of(
        LegacyDispatcher.INSTANCE);
  }
}
