package dev.remora.it.bank;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;

/** A listed subclass. */
@RemoteModule
public class Savings extends Account implements Labelled {
  /** Opens a savings account. */
  @RemoteConstructor
  public Savings(String owner) {
    super(owner);
  }

  @Override
  public int balance() {
    return 2;
  }

  /** An overload that the superclass does not have. */
  public String move(String to) {
    return "moved to " + to;
  }

  /** A member of its own. */
  public double interest() {
    return 0.5;
  }

  @Override
  public Savings itself() {
    return this;
  }

  @Override
  public String label() {
    return "savings of " + owner;
  }
}
