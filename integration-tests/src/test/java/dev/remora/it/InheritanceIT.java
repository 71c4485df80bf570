package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.it.bank.AccountAsyncStub;
import dev.remora.it.bank.AccountStub;
import dev.remora.it.bank.BankStub;
import dev.remora.it.bank.Labelled;
import dev.remora.it.bank.NumberedStub;
import dev.remora.it.bank.OrderStub;
import dev.remora.it.bank.Order_DailyStub;
import dev.remora.it.bank.Order_SingleStub;
import dev.remora.it.bank.SavingsStub;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stubs mirror the classes of their modules, and objects arrive as what they are. */
final class InheritanceIT {

  private static BankStub bank(Via via) {
    return BankStub.require(via.remote());
  }

  @ParameterizedTest
  @EnumSource
  void aListedSubtypeArrivesAsItsOwnStub(Via via) {
    assertThat(bank(via).savingsAsAccount())
        .isExactlyInstanceOf(SavingsStub.class)
        .isInstanceOf(AccountStub.class)
        .isInstanceOf(Labelled.class);
    assertThat(bank(via).plain()).isExactlyInstanceOf(AccountStub.class);
    assertThat(bank(via).savingsAsLabelled()).isExactlyInstanceOf(SavingsStub.class);
  }

  @ParameterizedTest
  @EnumSource
  void theSameObjectIsTheSameStubThroughEveryType(Via via) throws Exception {
    SavingsStub savings = bank(via).savings();
    assertThat(bank(via).savingsAsAccount()).isSameAs(savings);
    assertThat(bank(via).savingsAsLabelled()).isSameAs(savings);
    assertThat(bank(via).all().get(1)).isSameAs(savings);
    assertThat(bank(via).later().get()).isSameAs(savings);
    assertThat(savings.itself()).isSameAs(savings);
    assertThat(((AccountStub) savings).itself()).isSameAs(savings);
  }

  @ParameterizedTest
  @EnumSource
  void aSubtypeThatIsNotListedTravelsAsTheTypeOfTheSignature(Via via) {
    AccountStub account = bank(via).numberedAsAccount();
    assertThat(account).isExactlyInstanceOf(AccountStub.class);
    assertThat(account.owner()).isEqualTo("nobody");
    NumberedStub numbered = bank(via).numbered();
    assertThat(numbered.number()).isEqualTo(42);
    assertThat(numbered).isInstanceOf(AccountStub.class).isNotEqualTo(account);
  }

  @ParameterizedTest
  @EnumSource
  void aSubclassOfAListedTypeTravelsAsThat(Via via) {
    AccountStub account = bank(via).anonymous();
    assertThat(account).isExactlyInstanceOf(SavingsStub.class);
    assertThat(account.balance()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void callsThroughTheSupertypeReachWhatTheSubclassOverrides(Via via) {
    AccountStub account = bank(via).savingsAsAccount();
    assertThat(account.balance()).isEqualTo(2);
    account.owner("Di");
    assertThat(((Labelled) account).label()).isEqualTo("savings of Di");
    account.owner("Bo");
  }

  @ParameterizedTest
  @EnumSource
  void anOverloadOfTheSubclassLeavesTheNameToTheSuperclass(Via via) throws Exception {
    SavingsStub savings = bank(via).savings();
    assertThat(savings.move("Eve")).isEqualTo("moved to Eve");
    assertThat(savings.move(3)).isEqualTo("moved 3");
    // The asynchronous stub of the superclass knows the superclass's names only.
    assertThat(AccountAsyncStub.of(savings).move(4).get()).isEqualTo("moved 4");
    assertThat(AccountAsyncStub.of(savings).balance().get()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatArrivedAsASubtypeGoesHomeAsTheSupertype(Via via) {
    SavingsStub savings = bank(via).savings();
    assertThat(bank(via).isSameAsSavings(savings)).isEqualTo("Savings true");
    assertThat(bank(via).isSameAsSavings(bank(via).savingsAsAccount())).isEqualTo("Savings true");
    assertThat(bank(via).isSameAsSavings(bank(via).numbered())).isEqualTo("Numbered false");
    assertThat(bank(via).labelOf(savings)).isEqualTo("savings of Bo");
    assertThat(bank(via).balances(List.of(savings, bank(via).plain()))).containsEntry("sum", 3);
  }

  @ParameterizedTest
  @EnumSource
  void callbacksAreGivenTheStubOfTheSubtype(Via via) {
    assertThat(bank(via).ask(account -> account instanceof SavingsStub ? "savings" : "account"))
        .isEqualTo("savings, account");
  }

  @ParameterizedTest
  @EnumSource
  void membersOfGenericSuperclassesHaveTheirTypes(Via via) throws IOException {
    SavingsStub savings = SavingsStub.construct(via.remote(), "Fay");
    assertThatThrownBy(savings::last)
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("nothing was entered for Fay");
    assertThat(savings.add(7)).containsExactly(7);
    int last = savings.last();
    assertThat(last).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void defaultMethodsRunInMain(Via via) {
    assertThat(bank(via).savingsAsLabelled().shout()).isEqualTo("SAVINGS OF BO!");
  }

  @ParameterizedTest
  @EnumSource
  void whatASealedClassPermitsIsKnown(Via via) {
    List<OrderStub> orders = bank(via).orders();
    assertThat(orders.get(0)).isExactlyInstanceOf(Order_SingleStub.class);
    assertThat(orders.get(1)).isSameAs(bank(via).daily());
    assertThat(orders).extracting(OrderStub::kind).containsExactly("single", "daily");
    assertThat(((Order_DailyStub) orders.get(1)).times()).isEqualTo(365);
  }

  @ParameterizedTest
  @EnumSource
  void aTimeoutKeepsTheType(Via via) {
    SavingsStub savings = bank(via).savings().withTimeout(Duration.ofMinutes(1));
    assertThat(savings.interest()).isEqualTo(0.5);
    AccountStub account = bank(via).savingsAsAccount();
    assertThat(account.withTimeout(Duration.ofMinutes(1)))
        .isExactlyInstanceOf(SavingsStub.class)
        .isEqualTo(account);
  }

  @ParameterizedTest
  @EnumSource
  void eachClassHasItsOwnConstructors(Via via) {
    AccountStub account = AccountStub.construct(via.remote(), "Gil");
    SavingsStub savings = SavingsStub.construct(via.remote(), "Gil");
    assertThat(account.balance()).isEqualTo(1);
    assertThat(savings.balance()).isEqualTo(2);
    assertThat(account).isExactlyInstanceOf(AccountStub.class);
  }
}
