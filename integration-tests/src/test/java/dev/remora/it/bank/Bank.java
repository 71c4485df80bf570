package dev.remora.it.bank;

import dev.remora.annotation.RemoteModule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Gives objects out through several static types. */
@RemoteModule
public final class Bank {
  private final Account plain = new Account("Ada");
  private final Savings savings = new Savings("Bo");
  private final Numbered numbered = new Numbered();
  private final Order daily = new Order.Daily();

  /** Of the type itself. */
  public Account plain() {
    return plain;
  }

  /** Of a listed subtype, as the supertype. */
  public Account savingsAsAccount() {
    return savings;
  }

  /** The same object as what it is. */
  public Savings savings() {
    return savings;
  }

  /** The same object as one of its interfaces. */
  public Labelled savingsAsLabelled() {
    return savings;
  }

  /** Of a subtype that is not listed. */
  public Account numberedAsAccount() {
    return numbered;
  }

  /** The same object as what it is. */
  public Numbered numbered() {
    return numbered;
  }

  /** A subclass of a listed one that is no module. */
  public Account anonymous() {
    return new Savings("Cy") {
      @Override
      public int balance() {
        return 3;
      }
    };
  }

  /** Mixed. */
  public List<Account> all() {
    return List.of(plain, savings, numbered);
  }

  /** Later. */
  public CompletableFuture<Account> later() {
    return CompletableFuture.completedFuture(savings);
  }

  /** Through a callback. */
  public String ask(Function<Account, String> question) {
    return question.apply(savings) + ", " + question.apply(plain);
  }

  /** What arrives, as main sees it. */
  public String isSameAsSavings(Account account) {
    return account.getClass().getSimpleName() + " " + (account == savings);
  }

  /** Takes the supertype by name. */
  public Map<String, Integer> balances(List<Account> accounts) {
    return Map.of("sum", accounts.stream().mapToInt(Account::balance).sum());
  }

  /** Takes an interface. */
  public String labelOf(Labelled labelled) {
    return labelled.label();
  }

  /** Sealed. */
  public List<Order> orders() {
    return List.of(new Order.Single(), daily);
  }

  /** Sealed, as itself. */
  public Order.Daily daily() {
    return (Order.Daily) daily;
  }
}
