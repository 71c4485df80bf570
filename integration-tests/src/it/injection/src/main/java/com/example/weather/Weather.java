package com.example.weather;

/** What a renderer's code is written against. */
public interface Weather {
  /** The temperature of a city, in degrees Celsius. */
  int temperature(String city);
}
