package dev.remora.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.registry.model.Violation.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The release protocol, checked in all states that can be reached: nothing is freed early, no
 * callback is lost, nothing leaks. And the same for rules that lack a part, which must fail.
 *
 * <p>What is bounded is how much is outstanding at one time, and not how long a run is: how many
 * references to one thing, how many frames on their way in one direction, how many that wait for
 * another thread; and on each side one message that is written, and one call that is waited for.
 * Two objects of main, or an object and a callback; two callbacks are two objects with the sides
 * exchanged, because both sides do the same ({@code ContextEnd}).
 */
final class ReleaseModelTest {
  private static final List<Side> OBJECT = List.of(Side.MAIN);
  private static final List<Side> CALLBACK = List.of(Side.RENDERER);
  private static final List<Side> OBJECTS = List.of(Side.MAIN, Side.MAIN);
  private static final List<Side> OBJECT_AND_CALLBACK = List.of(Side.MAIN, Side.RENDERER);

  private static final Scenario ONE_OBJECT = new Scenario("one object", OBJECT, 3, 3, 2);
  private static final Scenario ONE_CALLBACK = new Scenario("one callback", CALLBACK, 3, 3, 2);
  private static final Scenario TWO_OBJECTS = new Scenario("two objects", OBJECTS, 2, 2, 2);
  private static final Scenario BOTH_WAYS =
      new Scenario("an object and a callback", OBJECT_AND_CALLBACK, 2, 2, 1);

  @Test
  void countedReleaseHoldsForAnObjectThatIsSentAgainAndAgain() {
    assertHolds(Search.of(new ContextModel(ONE_OBJECT, ReleaseRule.COUNTED)));
  }

  @Test
  void countedReleaseHoldsForTwoObjects() {
    assertHolds(Search.of(new ContextModel(TWO_OBJECTS, ReleaseRule.COUNTED)));
  }

  @Test
  void countedReleaseHoldsForAnObjectAndACallback() {
    assertHolds(Search.of(new ContextModel(BOTH_WAYS, ReleaseRule.COUNTED)));
  }

  /** {@link ContextPair} says why this is so in larger bounds too; the numbers bear it out. */
  @Test
  void countedReleaseHoldsForTwoObjectsInTwoContextsThatDoNotInterfere() {
    Scenario small = new Scenario("two objects, one reference each", OBJECTS, 1, 1, 0);
    Report one = Search.of(new ContextModel(small, ReleaseRule.COUNTED));
    Report two = Search.of(new ContextPair(small, ReleaseRule.COUNTED));
    assertThat(two.violated()).as("%s", two).isNull();
    assertThat(two.states()).isEqualTo(one.states() * one.states());
  }

  /**
   * 38 and 4 million states: some minutes, and {@code -Dremora.model=large -Dtest.jvm.args=-Xmx5g}.
   */
  @Test
  @EnabledIfSystemProperty(named = "remora.model", matches = "large")
  void countedReleaseHoldsInLargerBounds() {
    Scenario objects = new Scenario("two objects, more references", OBJECTS, 3, 2, 2);
    assertHolds(Search.of(new ContextModel(objects, ReleaseRule.COUNTED)));
    Scenario bothWays = new Scenario("both ways, more threads", OBJECT_AND_CALLBACK, 2, 2, 2);
    assertHolds(Search.of(new ContextModel(bothWays, ReleaseRule.COUNTED)));
  }

  /** So a release in the middle of a call, which a program asks for, would be safe as well. */
  @Test
  void aStubNeedStayReachableOnlyUntilTheFrameThatNamesItIsSent() {
    Scenario smaller = new Scenario("two objects, one frame each way", OBJECTS, 2, 1, 1);
    assertHolds(Search.of(new ContextModel(smaller, ReleaseRule.REACHABLE_UNTIL_SENT)));
  }

  @Test
  void theOriginalsRuleLeaksAnObjectThatIsSentTwice() {
    assertViolates(
        Search.of(new ContextModel(TWO_OBJECTS, ReleaseRule.ONE_PER_PROXY)),
        Property.NO_LEAK,
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "the renderer reads a message that gives object 1",
        "the renderer reads a message that gives object 1",
        "the renderer collects its stub of object 1",
        "the renderer hears that a stub of object 1 is gone",
        "the renderer sends a release that gives back 1 of object 1",
        "main reads a release that gives back 1 of object 1");
  }

  @Test
  void aBooleanOwnerFreesAnObjectThatIsSentAgainWhileItIsReleased() {
    assertViolates(
        Search.of(new ContextModel(TWO_OBJECTS, ReleaseRule.BOOLEAN_OWNER)),
        Property.NO_EARLY_FREE,
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "the renderer reads a message that gives object 1",
        "the renderer collects its stub of object 1",
        "the renderer hears that a stub of object 1 is gone",
        "the renderer reads a message that gives object 1",
        "the renderer writes a message that names object 1",
        "the renderer sends a release that gives back 1 of object 1",
        "main reads a release that gives back 1 of object 1",
        "the renderer sends a message that names object 1",
        "main reads a message that names object 1");
  }

  @Test
  void aBooleanOwnerLosesACallbackThatIsPassedAgainWhileItIsReleased() {
    assertViolates(
        Search.of(new ContextModel(ONE_CALLBACK, ReleaseRule.BOOLEAN_OWNER)),
        Property.NO_LOST_CALLBACK,
        "the renderer writes a message that gives callback 1",
        "the renderer sends a message that gives callback 1",
        "main reads a message that gives callback 1",
        "main collects its stub of callback 1",
        "main hears that a stub of callback 1 is gone",
        "main sends a release that gives back 1 of callback 1",
        "the renderer writes a message that gives callback 1",
        "the renderer sends a message that gives callback 1",
        "main reads a message that gives callback 1",
        "main writes a message that names callback 1",
        "main sends a message that names callback 1",
        "the renderer reads a release that gives back 1 of callback 1",
        "the renderer reads a message that names callback 1");
  }

  @Test
  void releasesThatOvertakeACallFreeItsObject() {
    assertViolates(
        Search.of(new ContextModel(TWO_OBJECTS, ReleaseRule.RELEASES_OVERTAKE)),
        Property.NO_EARLY_FREE,
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "the renderer reads a message that gives object 1",
        "the renderer writes a message that names object 1",
        "the renderer sends a message that names object 1",
        "main reads, for another thread, a message that names object 1",
        "the renderer collects its stub of object 1",
        "the renderer hears that a stub of object 1 is gone",
        "the renderer sends a release that gives back 1 of object 1",
        "main reads a release that gives back 1 of object 1",
        "main decodes a message that names object 1");
  }

  @Test
  void releasesThatOvertakeAnEventLoseItsCallback() {
    assertViolates(
        Search.of(new ContextModel(ONE_CALLBACK, ReleaseRule.RELEASES_OVERTAKE)),
        Property.NO_LOST_CALLBACK,
        "the renderer writes a message that gives callback 1",
        "the renderer sends a message that gives callback 1",
        "main reads a message that gives callback 1",
        "main writes a message that names callback 1",
        "main sends a message that names callback 1",
        "main collects its stub of callback 1",
        "main hears that a stub of callback 1 is gone",
        "main sends a release that gives back 1 of callback 1",
        "the renderer reads, for another thread, a message that names callback 1",
        "the renderer reads a release that gives back 1 of callback 1",
        "the renderer decodes a message that names callback 1");
  }

  @Test
  void aStubThatIsCollectedWhileAFrameNamesItFreesItsObject() {
    assertViolates(
        Search.of(new ContextModel(ONE_OBJECT, ReleaseRule.NEVER_KEPT_REACHABLE)),
        Property.NO_EARLY_FREE,
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "the renderer reads a message that gives object 1",
        "the renderer writes a message that names object 1",
        "the renderer collects its stub of object 1",
        "the renderer hears that a stub of object 1 is gone",
        "the renderer sends a release that gives back 1 of object 1",
        "main reads a release that gives back 1 of object 1",
        "the renderer sends a message that names object 1",
        "main reads a message that names object 1");
  }

  @Test
  void oneCountForAnIdAndNotForEachStubGivesBackTooMuch() {
    assertViolates(
        Search.of(new ContextModel(ONE_OBJECT, ReleaseRule.COUNTED_BY_ID)),
        Property.NO_NEGATIVE_COUNT,
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "main writes a message that gives object 1",
        "main sends a message that gives object 1",
        "the renderer reads a message that gives object 1",
        "the renderer collects its stub of object 1",
        "the renderer reads a message that gives object 1",
        "the renderer hears that a stub of object 1 is gone",
        "the renderer collects its stub of object 1",
        "the renderer hears that a stub of object 1 is gone",
        "the renderer sends a release that gives back 3 of object 1",
        "main reads a release that gives back 3 of object 1");
  }

  @Test
  void aMessageThatIsGivenUpLeaksWhatItGaveIfThatStaysCounted() {
    assertViolates(
        Search.of(new ContextModel(ONE_OBJECT, ReleaseRule.NOTHING_TAKEN_BACK)),
        Property.NO_LEAK,
        "main writes a message that gives object 1",
        "main gives up a message that gives object 1");
  }

  @Test
  void aMessageThatIsRefusedLeaksWhatItGaveIfThatIsForgotten() {
    assertViolates(
        Search.of(new ContextModel(ONE_CALLBACK, ReleaseRule.REFUSED_IS_FORGOTTEN)),
        Property.NO_LEAK,
        "the renderer writes a message that gives callback 1",
        "the renderer sends a message that gives callback 1",
        "main refuses a message that gives callback 1");
  }

  @Test
  void oneTableForAllContextsLetsTheEndOfOneFreeWhatAnotherHolds() {
    assertViolates(
        Search.of(new ContextPair(ONE_OBJECT, ReleaseRule.ONE_TABLE_FOR_ALL)),
        Property.NO_INTERFERENCE,
        "in context A, main writes a message that gives object 1",
        "in context B, main writes a message that gives object 1",
        "in context A, main closes the context");
  }

  /** Nothing is violated, and nothing of what can happen was left out. */
  private static void assertHolds(Report report) {
    assertThat(report.violated()).as("%s", report).isNull();
    assertThat(report.kinds()).hasSize(Step.class.getPermittedSubclasses().length - 1);
  }

  private static void assertViolates(Report report, Property property, String... trace) {
    assertThat(report.violated()).as("%s", report).isEqualTo(property);
    assertThat(report.trace()).containsExactly(trace);
  }
}
