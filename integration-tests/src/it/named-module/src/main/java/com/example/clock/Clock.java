package com.example.clock;

import dev.remora.annotation.RemoteModule;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Tells the time. */
@RemoteModule
public final class Clock {

  /** A clock that stands. */
  public Clock() {}

  /**
   * Reads the clock.
   *
   * @param zone where
   * @return what it shows
   */
  public Reading read(ZoneId zone) {
    return new Reading(12, zone);
  }

  /**
   * Asks the renderer.
   *
   * @param name its name
   * @return a greeting
   */
  public String greet(Supplier<String> name) {
    return "hello " + name.get();
  }
}
