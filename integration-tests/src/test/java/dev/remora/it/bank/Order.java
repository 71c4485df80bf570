package dev.remora.it.bank;

import dev.remora.annotation.RemoteModule;

/** A sealed module: what it permits need not be listed. */
@RemoteModule
public abstract sealed class Order permits Order.Single, Order.Repeated {
  /** Which kind it is. */
  public abstract String kind();

  /** Once. */
  @RemoteModule
  public static final class Single extends Order {
    @Override
    public String kind() {
      return "single";
    }
  }

  /** Of no module, but its subclasses are. */
  public abstract static sealed class Repeated extends Order permits Daily {
    /** How often. */
    public abstract int times();
  }

  /** Every day. */
  @RemoteModule
  public static non-sealed class Daily extends Repeated {
    @Override
    public String kind() {
      return "daily";
    }

    @Override
    public int times() {
      return 365;
    }
  }
}
