package dev.remora.registry.model;

import java.util.List;

/**
 * What is modelled, and how much of it: two things that are given, and bounds that make the number
 * of states finite.
 *
 * <p>Runs are as long as they like; only what is outstanding at one time is bounded.
 *
 * @param name for reports
 * @param owners who owns each thing: an object if main does, a callback if the renderer does
 * @param references how many references to one id may be outstanding
 * @param onTheWay how many frames may be on their way in one direction
 * @param handedOver how many frames may wait, on a side, for the thread that decodes them
 */
record Scenario(String name, List<Side> owners, int references, int onTheWay, int handedOver) {

  /**
   * How many ids a thing can have: the one under which it is held, and one that the other side may
   * still use though the owner has forgotten it. Under a right rule there is never a second.
   */
  static final int IDS_PER_THING = 2;

  Scenario {
    owners = List.copyOf(owners);
    if (owners.size() * IDS_PER_THING > ContextState.MOST_IDS
        || references > ContextState.MOST_REFERENCES
        || onTheWay > ContextState.MOST_ON_THE_WAY
        || handedOver > ContextState.MOST_HANDED_OVER) {
      throw new IllegalArgumentException(name + " is more than a state has cells for");
    }
  }

  int ids() {
    return owners.size() * IDS_PER_THING;
  }

  Side owner(int id) {
    return owners.get(id / IDS_PER_THING);
  }

  String describe(int id) {
    int thing = id / IDS_PER_THING;
    String again = id % IDS_PER_THING == 0 ? "" : " under a new id";
    return (owner(id) == Side.MAIN ? "object " : "callback ") + (thing + 1) + again;
  }
}
