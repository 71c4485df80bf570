package dev.remora.it.bank;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;

/** An open module that lists a subclass. */
@RemoteModule(subtypes = Savings.class, async = true)
public class Account extends Ledger<Integer, IOException> {
  /** A property, which subclasses inherit. */
  public String owner;

  /** Opens an account. */
  @RemoteConstructor
  public Account(String owner) {
    this.owner = owner;
  }

  /** What is in it. */
  public int balance() {
    return 1;
  }

  /** One method of the name here; the subclass has another. */
  public String move(int amount) {
    return "moved " + amount;
  }

  /** The account itself, of the type that the subclass narrows. */
  public Account itself() {
    return this;
  }

  @Override
  IOException empty() {
    return new IOException("nothing was entered for " + owner);
  }
}
