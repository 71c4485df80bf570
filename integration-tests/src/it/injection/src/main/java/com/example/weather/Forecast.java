package com.example.weather;

import jakarta.inject.Inject;

/** Code of a renderer: it knows the interface and nothing of Remora. */
public final class Forecast {
  private final Weather weather;

  @Inject
  public Forecast(Weather weather) {
    this.weather = weather;
  }

  /** Says how it will be. */
  public String of(String city) {
    return weather.temperature(city) < 5 ? "cold" : "warm";
  }
}
