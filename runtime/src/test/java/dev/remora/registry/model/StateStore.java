package dev.remora.registry.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The states that were reached, each once, numbered in the order in which they were; with the state
 * that each was reached from.
 *
 * <p>Rows of bytes in large blocks, and whole rows are compared: a record for each state would need
 * ten times as much, and a hash alone could take two states for one.
 */
final class StateStore {
  private static final int ROWS_PER_BLOCK = 1 << 14;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int width;
  private final List<byte[]> blocks = new ArrayList<>();
  private int[] reachedFrom = new int[ROWS_PER_BLOCK];

  /** The upper half of a state's hash, and its number plus 1 below; 0 where there is none. */
  private long[] table = new long[4 * ROWS_PER_BLOCK];

  private int size;

  /**
   * Creates an empty store.
   *
   * @param width the number of cells of each state, a multiple of 8
   */
  StateStore(int width) {
    if (width % Long.BYTES != 0) {
      throw new IllegalArgumentException(width + " cells are not a multiple of " + Long.BYTES);
    }
    this.width = width;
  }

  int size() {
    return size;
  }

  int reachedFrom(int state) {
    return reachedFrom[state];
  }

  byte[] get(int state) {
    int at = offset(state);
    return Arrays.copyOfRange(block(state), at, at + width);
  }

  /** Adds a state if it is new. */
  void add(byte[] cells, int from) {
    if (2 * size >= table.length) {
      grow();
    }
    long hash = hash(cells);
    int slot = slot(hash, table);
    while (table[slot] != 0) {
      if (upper(table[slot]) == upper(hash) && isAt((int) table[slot] - 1, cells)) {
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    append(cells, from);
    table[slot] = upper(hash) | size;
  }

  private void append(byte[] cells, int from) {
    if (size % ROWS_PER_BLOCK == 0) {
      blocks.add(new byte[ROWS_PER_BLOCK * width]);
    }
    if (size == reachedFrom.length) {
      reachedFrom = Arrays.copyOf(reachedFrom, 2 * size);
    }
    System.arraycopy(cells, 0, block(size), offset(size), width);
    reachedFrom[size] = from;
    size++;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (long entry : table) {
      if (entry != 0) {
        int slot = slot(entry, larger);
        while (larger[slot] != 0) {
          slot = (slot + 1) & (larger.length - 1);
        }
        larger[slot] = entry;
      }
    }
    table = larger;
  }

  private boolean isAt(int state, byte[] cells) {
    int at = offset(state);
    return Arrays.equals(block(state), at, at + width, cells, 0, width);
  }

  private long hash(byte[] cells) {
    long hash = width;
    for (int i = 0; i < width; i += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(cells, i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash * 0x9E3779B97F4A7C15L;
  }

  private static long upper(long hash) {
    return (hash >>> 32) << 32;
  }

  private static int slot(long hash, long[] table) {
    return (int) (hash >>> 32) & (table.length - 1);
  }

  private byte[] block(int state) {
    return blocks.get(state / ROWS_PER_BLOCK);
  }

  private int offset(int state) {
    return state % ROWS_PER_BLOCK * width;
  }
}
