package dev.remora.it.callbacks;

import dev.remora.annotation.OneWay;

/** A bean that holds functions. */
public class Button extends Labelled<Runnable> {
  /** A field. */
  public Runnable onHover = () -> {};

  /** An array. */
  public Runnable[] onKeys = {};

  private Runnable onClick = () -> {};

  /** By getter and setter. */
  @OneWay
  public Runnable getOnClick() {
    return onClick;
  }

  /** By getter and setter. */
  public void setOnClick(Runnable onClick) {
    this.onClick = onClick;
  }
}
