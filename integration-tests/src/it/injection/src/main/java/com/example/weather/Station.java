package com.example.weather;

import dev.remora.annotation.RemoteModule;

/** The main process's weather. */
@RemoteModule(async = true)
public final class Station implements Weather {
  @Override
  public int temperature(String city) {
    return city.length();
  }
}
