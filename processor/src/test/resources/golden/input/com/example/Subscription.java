package com.example;

import dev.remora.annotation.RemoteModule;

/** What {@link FileService#watch} has begun. */
@RemoteModule
public interface Subscription {
  /** Ends it. */
  void cancel();
}
