package dev.remora.registry.model;

import java.util.Arrays;

/**
 * The state of one context: both ends and what is on its way between them, in one row of cells.
 *
 * <p>A draft while a step is applied to it; whoever keeps it keeps its {@link #cells}.
 */
final class ContextState {
  /** The most that a {@link Scenario} may ask for. */
  static final int MOST_IDS = 4;

  static final int MOST_ON_THE_WAY = 3;
  static final int MOST_HANDED_OVER = 2;
  static final int MOST_REFERENCES = 3;

  private static final int FLAGS = 5 * MOST_IDS;
  private static final int KEPT = FLAGS + 1;
  private static final int WRITTEN = KEPT + 2;
  private static final int HANDED_OVER = WRITTEN + 2 * 2;
  private static final int WAY = HANDED_OVER + 2 * 2 * MOST_HANDED_OVER;

  /** With room for the end, which is not held back by frames that nobody reads. */
  private static final int LENGTH_OF_WAY = MOST_ON_THE_WAY + 1;

  /** How many cells a context has; a multiple of 8, as the {@link StateStore} wants it. */
  static final int WIDTH = (WAY + 2 * 2 * LENGTH_OF_WAY + 7) / 8 * 8;

  private final byte[] cells;

  /** A number for each id; as many tables as {@link #FLAGS} leaves room for. */
  enum Table {
    /** The owner's count: {@code OwnedObjects}. */
    COUNT(0),
    /** The arrivals of the stub that is in use, 0 if none is: {@code StubCache}. */
    IN_USE(1),
    /**
     * The arrivals of each stub that is collected but not yet heard of: how many stubs had 1, 2 and
     * 3, two bits each.
     */
    COLLECTED(2),
    /** What is queued to be given back. */
    QUEUED(3),
    /** Releases that wait until earlier frames are decoded. */
    DEFERRED(4);

    private final int first;

    Table(int index) {
      this.first = index * MOST_IDS;
    }
  }

  /** Yes or no, for each side. */
  enum Flag {
    /** The side has released the context. */
    ENDED(0),
    /** The side runs a call that it has to answer. */
    SERVES(1),
    /** The side waits for an answer. */
    WAITS(2),
    /** What the side sends is lost. */
    CUT(3);

    private final int first;

    Flag(int index) {
      this.first = 2 * index;
    }

    private int bit(Side side) {
      return 1 << (first + side.index());
    }
  }

  ContextState(byte[] cells) {
    this.cells = cells;
  }

  /** A context that has just been opened. */
  static ContextState opened() {
    return new ContextState(new byte[WIDTH]);
  }

  ContextState copy() {
    return new ContextState(cells.clone());
  }

  /** The cells themselves. */
  byte[] cells() {
    return cells;
  }

  int get(Table table, int id) {
    return cells[table.first + id];
  }

  void set(Table table, int id, int value) {
    cells[table.first + id] = (byte) value;
  }

  boolean is(Flag flag, Side side) {
    return (cells[FLAGS] & flag.bit(side)) != 0;
  }

  void set(Flag flag, Side side, boolean value) {
    int bit = flag.bit(side);
    cells[FLAGS] = (byte) (value ? cells[FLAGS] | bit : cells[FLAGS] & ~bit);
  }

  /** The ids whose stubs the side's call keeps reachable until its answer is read, as bits. */
  int keptForAnswer(Side side) {
    return cells[KEPT + side.index()];
  }

  void keepForAnswer(Side side, int ids) {
    cells[KEPT + side.index()] = (byte) ids;
  }

  /** The frame that a thread of the side has written and not sent; 0 if there is none. */
  int written(Side side) {
    return number(WRITTEN + 2 * side.index());
  }

  void write(Side side, int frame) {
    number(WRITTEN + 2 * side.index(), frame);
  }

  /** A frame that waits on a side for the thread that decodes it; 0 behind the last. */
  int handedOver(Side side, int index) {
    return index < MOST_HANDED_OVER ? number(handedOverCell(side, index)) : 0;
  }

  int countHandedOver(Side side) {
    int count = 0;
    while (handedOver(side, count) != 0) {
      count++;
    }
    return count;
  }

  /** Adds a frame that waits; they are kept in order of their numbers, for theirs means nothing. */
  void handOver(Side side, int frame) {
    int at = 0;
    for (int i = MOST_HANDED_OVER - 1; i > 0; i--) {
      int before = handedOver(side, i - 1);
      if (before == 0 || before > frame) {
        number(handedOverCell(side, i), before);
      } else {
        at = i;
        break;
      }
    }
    number(handedOverCell(side, at), frame);
  }

  void takeHandedOver(Side side, int index) {
    for (int i = index; i < MOST_HANDED_OVER; i++) {
      number(handedOverCell(side, i), handedOver(side, i + 1));
    }
  }

  /** A frame that a side has sent and the other has not read, oldest first; 0 behind the last. */
  int onTheWay(Side from, int index) {
    return index < LENGTH_OF_WAY ? number(wayCell(from, index)) : 0;
  }

  int lengthOfWay(Side from) {
    int length = 0;
    while (onTheWay(from, length) != 0) {
      length++;
    }
    return length;
  }

  void append(Side from, int frame) {
    number(wayCell(from, lengthOfWay(from)), frame);
  }

  void takeFirst(Side from) {
    for (int i = 0; i < LENGTH_OF_WAY; i++) {
      number(wayCell(from, i), onTheWay(from, i + 1));
    }
  }

  void clearWay(Side from) {
    Arrays.fill(cells, wayCell(from, 0), wayCell(from, LENGTH_OF_WAY), (byte) 0);
  }

  /** How many collected stubs, of those not yet heard of, had that many arrivals. */
  int collected(int id, int arrivals) {
    return (get(Table.COLLECTED, id) >> (2 * (arrivals - 1))) & 3;
  }

  void collect(int id, int arrivals, int change) {
    if (arrivals > MOST_REFERENCES || collected(id, arrivals) + change > 3) {
      throw new IllegalStateException("more collected stubs than the model has room for");
    }
    set(Table.COLLECTED, id, get(Table.COLLECTED, id) + (change << (2 * (arrivals - 1))));
  }

  private static int handedOverCell(Side side, int index) {
    return HANDED_OVER + 2 * (side.index() * MOST_HANDED_OVER + index);
  }

  private static int wayCell(Side from, int index) {
    return WAY + 2 * (from.index() * LENGTH_OF_WAY + index);
  }

  private int number(int cell) {
    return ((cells[cell] & 0xff) << 8) | (cells[cell + 1] & 0xff);
  }

  private void number(int cell, int value) {
    cells[cell] = (byte) (value >> 8);
    cells[cell + 1] = (byte) value;
  }
}
