package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Table;

/** Adds up what is outstanding in a state. */
final class Outstanding {
  // What is left to do for a reference, a name or a frame, by the place where it is: more than for
  // the place to which it goes next.
  private static final int WRITTEN = 10;
  private static final int ON_THE_WAY = 9;
  private static final int HANDED_OVER = 8;
  private static final int IN_USE = 7;
  private static final int COLLECTED = 6;
  private static final int QUEUED = 5;
  private static final int GIVEN_BACK = 4;
  private static final int DEFERRED = 3;

  /** A call is followed by its answer. */
  private static final int CALL = 40;

  private static final int SERVING = 20;

  private Outstanding() {}

  /** How many references to an id there are. */
  static int references(ContextState state, Side owner, int id) {
    int sum =
        state.get(Table.IN_USE, id) + state.get(Table.QUEUED, id) + state.get(Table.DEFERRED, id);
    for (int arrivals = 1; arrivals <= ContextState.MOST_REFERENCES; arrivals++) {
      sum += arrivals * state.collected(id, arrivals);
    }
    sum += has(state.written(owner), id);
    for (int i = 0; state.handedOver(owner.other(), i) != 0; i++) {
      sum += has(state.handedOver(owner.other(), i), id);
    }
    for (int i = 0; state.onTheWay(owner, i) != 0; i++) {
      sum += has(state.onTheWay(owner, i), id);
    }
    for (int i = 0; state.onTheWay(owner.other(), i) != 0; i++) {
      sum += Frame.of(state.onTheWay(owner.other(), i)).released(id);
    }
    return sum;
  }

  private static int has(int frame, int id) {
    return frame != 0 && Frame.of(frame).has(id) ? 1 : 0;
  }

  /** Whether no table and no frame has an id. */
  static boolean isUnknown(ContextState state, int id) {
    boolean known = false;
    for (Table table : Table.values()) {
      known |= state.get(table, id) != 0;
    }
    for (Side side : Side.BOTH) {
      known |= ((state.keptForAnswer(side) >> id) & 1) == 1;
      known |= knows(state.written(side), id);
      for (int i = 0; state.handedOver(side, i) != 0; i++) {
        known |= knows(state.handedOver(side, i), id);
      }
      for (int i = 0; state.onTheWay(side, i) != 0; i++) {
        known |= knows(state.onTheWay(side, i), id);
      }
    }
    return !known;
  }

  private static boolean knows(int code, int id) {
    return code != 0 && (Frame.of(code).has(id) || Frame.of(code).released(id) > 0);
  }

  /**
   * At least as much as there are steps until nothing is left, if the program starts nothing new.
   * Every step that is due makes it less, so that whatever is due comes to an end.
   */
  static int work(ContextState state) {
    int sum = 0;
    for (int id = 0; id < ContextState.MOST_IDS; id++) {
      sum += IN_USE * state.get(Table.IN_USE, id);
      sum += QUEUED * state.get(Table.QUEUED, id);
      sum += DEFERRED * state.get(Table.DEFERRED, id);
      for (int arrivals = 1; arrivals <= ContextState.MOST_REFERENCES; arrivals++) {
        sum += COLLECTED * arrivals * state.collected(id, arrivals);
      }
    }
    for (Side side : Side.BOTH) {
      sum += work(state.written(side), WRITTEN);
      sum += state.is(ContextState.Flag.SERVES, side) ? SERVING : 0;
      for (int i = 0; state.handedOver(side, i) != 0; i++) {
        sum += work(state.handedOver(side, i), HANDED_OVER);
      }
      for (int i = 0; state.onTheWay(side, i) != 0; i++) {
        sum += work(state.onTheWay(side, i), ON_THE_WAY);
      }
    }
    return sum;
  }

  private static int work(int code, int place) {
    if (code == 0) {
      return 0;
    }
    Frame frame = Frame.of(code);
    int sum = frame.kind() == Frame.Kind.CALL ? place + CALL : place;
    for (int id = 0; id < ContextState.MOST_IDS; id++) {
      sum += frame.has(id) ? place : 0;
      sum += GIVEN_BACK * frame.released(id);
    }
    return frame.kind() == Frame.Kind.RELEASE ? sum - place : sum;
  }
}
