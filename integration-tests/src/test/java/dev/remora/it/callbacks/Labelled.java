package dev.remora.it.callbacks;

import org.jspecify.annotations.Nullable;

/** The generic base of a bean, which says nothing of functions. */
public abstract class Labelled<T> {
  private @Nullable T inherited;

  /** Written {@code URL} by databind. */
  public @Nullable T getURL() {
    return inherited;
  }

  /** Written {@code URL} by databind. */
  public void setURL(@Nullable T inherited) {
    this.inherited = inherited;
  }
}
