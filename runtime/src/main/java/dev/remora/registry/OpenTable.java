package dev.remora.registry;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that holds nothing but its entries, which know their keys: four bytes a slot, where
 * {@code HashMap} has a node, a boxed key and a slot, and no garbage where entries come and go.
 * Open addressing, the next free slot; not thread-safe, its owner locks.
 *
 * @param <E> the entries
 */
public abstract class OpenTable<E> {
  private static final int SMALLEST = 16;

  /** Spreads what is counted or close together over the upper half of the product. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private @Nullable Object[] slots = new @Nullable Object[SMALLEST];
  private int size;

  /** Creates an empty table. */
  protected OpenTable() {}

  /**
   * What an entry is found by.
   *
   * @param entry the entry
   * @return its key, always the same
   */
  protected abstract long key(E entry);

  /**
   * Finds the first entry of a key.
   *
   * @param key the key
   * @return the entry, or null
   */
  public final @Nullable E find(long key) {
    int slot = firstSlot(key);
    E entry = at(slot);
    while (entry != null && key(entry) != key) {
      slot = after(slot);
      entry = at(slot);
    }
    return entry;
  }

  /**
   * How many entries there are.
   *
   * @return the number of entries
   */
  public final int size() {
    return size;
  }

  /**
   * Adds an entry, which is not in the table.
   *
   * @param entry the entry
   */
  public final void add(E entry) {
    if (size >= slots.length / 3 * 2) {
      resize(slots.length * 2);
    }
    put(entry);
    size++;
  }

  /**
   * Puts another entry of the same key in the place of one.
   *
   * @param old an entry that is in the table
   * @param with takes its place
   */
  public final void replace(E old, E with) {
    slots[slotOf(old)] = with;
  }

  /**
   * Removes an entry.
   *
   * @param entry an entry that is in the table
   */
  public final void remove(E entry) {
    int hole = slotOf(entry);
    // What had to give way to it moves up, so that no search ends too early at the hole.
    int slot = after(hole);
    for (E moved = at(slot); moved != null; moved = at(slot)) {
      int wanted = firstSlot(key(moved));
      if (distance(wanted, slot) >= distance(hole, slot)) {
        slots[hole] = moved;
        hole = slot;
      }
      slot = after(slot);
    }
    slots[hole] = null;
    size--;
    if (slots.length > SMALLEST && size < slots.length / 8) {
      resize(slots.length / 2);
    }
  }

  /** Removes all entries. */
  public final void clear() {
    slots = new @Nullable Object[SMALLEST];
    size = 0;
  }

  /**
   * Shows all entries, in no order.
   *
   * @param action must not change the table
   */
  public final void forEach(Consumer<? super E> action) {
    for (int slot = 0; slot < slots.length; slot++) {
      E entry = at(slot);
      if (entry != null) {
        action.accept(entry);
      }
    }
  }

  @SuppressWarnings("unchecked") // nothing else is put into the slots
  final @Nullable E at(int slot) {
    return (E) slots[slot];
  }

  final int firstSlot(long key) {
    return (int) ((key * SPREAD) >>> Integer.SIZE) & (slots.length - 1);
  }

  final int after(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (slots.length - 1);
  }

  @SuppressWarnings("ReferenceEquality") // an entry is in one slot only
  private int slotOf(E entry) {
    int slot = firstSlot(key(entry));
    while (slots[slot] != entry) {
      slot = after(slot);
    }
    return slot;
  }

  private void put(E entry) {
    int slot = firstSlot(key(entry));
    while (slots[slot] != null) {
      slot = after(slot);
    }
    slots[slot] = entry;
  }

  private void resize(int capacity) {
    @Nullable Object[] old = slots;
    slots = new @Nullable Object[capacity];
    for (int slot = 0; slot < old.length; slot++) {
      @SuppressWarnings("unchecked") // see at(int)
      E entry = (E) old[slot];
      if (entry != null) {
        put(entry);
      }
    }
  }
}
