package com.example.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.remora.AccessBlockedException;
import dev.remora.main.MainProcess;
import dev.remora.main.RequireDecision;
import dev.remora.renderer.RemoteContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Real containers make stubs; none of them asks main before the first call. */
class InjectionTest {
  private final AtomicInteger required = new AtomicInteger();
  private volatile boolean blocked;
  private final MainProcess main =
      MainProcess.builder()
          .export(new Station())
          .onRequire(
              request -> {
                required.incrementAndGet();
                return blocked ? RequireDecision.block("closed") : RequireDecision.pass();
              })
          .start();
  private final RemoteContext remote = RemoteContext.connect(main);

  @AfterEach
  void close() {
    remote.close();
    main.close();
  }

  private void assertWorks(Forecast forecast) {
    assertEquals(0, required.get());
    assertEquals("cold", forecast.of("Oslo"));
    assertEquals("warm", forecast.of("Palermo"));
    assertEquals(1, required.get());
  }

  @Test
  void guiceInjectsAStub() {
    Injector injector =
        Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(RemoteContext.class).toInstance(remote);
                bind(Weather.class).to(StationStub.class);
              }
            });
    assertWorks(injector.getInstance(Forecast.class));
    assertNotSame(injector.getInstance(Weather.class), injector.getInstance(Weather.class));
  }

  @Test
  void guiceInjectsAnAsynchronousStub() throws Exception {
    Injector injector = Guice.createInjector(binder -> binder.bind(RemoteContext.class).toInstance(remote));
    StationAsyncStub station = injector.getInstance(StationAsyncStub.class);
    assertEquals(0, required.get());
    assertEquals(4, station.temperature("Oslo").get());
  }

  @Test
  void daggerInjectsAStub() throws Exception {
    ForecastComponent component = DaggerForecastComponent.factory().create(remote);
    assertWorks(component.forecast());
    assertEquals(4, component.station().temperature("Oslo").get());
  }

  @Test
  void springInjectsAStub() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.registerBean(RemoteContext.class, () -> remote);
      context.register(StationStub.class, Forecast.class);
      context.refresh();
      assertWorks(context.getBean(Forecast.class));
      assertSame(context.getBean(Weather.class), context.getBean(StationStub.class));
    }
  }

  @Test
  void aContainerIsNotHurtByAModuleThatCannotBeRequiredYet() {
    blocked = true;
    Forecast forecast = DaggerForecastComponent.factory().create(remote).forecast();
    assertThrows(AccessBlockedException.class, () -> forecast.of("Oslo"));
    blocked = false;
    assertEquals("cold", forecast.of("Oslo"));
  }

  @Test
  void aFakeTakesTheStubsPlace() {
    Forecast forecast = new Forecast(city -> -10);
    assertEquals("cold", forecast.of("anywhere"));
    assertEquals(0, required.get());
  }
}
