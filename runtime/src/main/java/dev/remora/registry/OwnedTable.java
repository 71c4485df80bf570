package dev.remora.registry;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that holds nothing but its entries: four bytes a slot, where {@code HashMap} has a
 * node, a boxed key and a slot. Open addressing, the next free slot; not thread-safe, its owner
 * locks.
 */
abstract class OwnedTable {
  private static final int SMALLEST = 16;

  /** Spreads what is counted or close together over the upper half of the product. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private @Nullable OwnedObject[] slots = new @Nullable OwnedObject[SMALLEST];
  private int size;

  /** By id. */
  static final class ById extends OwnedTable {
    @Nullable OwnedObject find(long id) {
      int slot = firstSlot(id);
      OwnedObject entry = at(slot);
      while (entry != null && entry.id != id) {
        slot = after(slot);
        entry = at(slot);
      }
      return entry;
    }

    @Override
    long key(OwnedObject entry) {
      return entry.id;
    }
  }

  /** By object, and by that alone: what its {@code equals} says does not count. */
  static final class ByObject extends OwnedTable {
    @SuppressWarnings("ReferenceEquality") // identity is the point
    @Nullable OwnedObject find(Object object) {
      int slot = firstSlot(System.identityHashCode(object));
      OwnedObject entry = at(slot);
      while (entry != null && entry.object != object) {
        slot = after(slot);
        entry = at(slot);
      }
      return entry;
    }

    @Override
    long key(OwnedObject entry) {
      return System.identityHashCode(entry.object);
    }
  }

  /** What the entry is found by. */
  abstract long key(OwnedObject entry);

  final int size() {
    return size;
  }

  /** Adds an entry whose key is not in the table. */
  final void add(OwnedObject entry) {
    if (size >= slots.length / 3 * 2) {
      resize(slots.length * 2);
    }
    put(entry);
    size++;
  }

  /** Puts another entry of the same key in the place of one that is in the table. */
  final void replace(OwnedObject old, OwnedObject with) {
    slots[slotOf(old)] = with;
  }

  /** Removes an entry that is in the table. */
  final void remove(OwnedObject entry) {
    int hole = slotOf(entry);
    // What had to give way to it moves up, so that no search ends too early at the hole.
    int slot = after(hole);
    for (OwnedObject moved = slots[slot]; moved != null; moved = slots[slot]) {
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

  final void clear() {
    slots = new @Nullable OwnedObject[SMALLEST];
    size = 0;
  }

  final void forEach(Consumer<OwnedObject> action) {
    for (OwnedObject entry : slots) {
      if (entry != null) {
        action.accept(entry);
      }
    }
  }

  final @Nullable OwnedObject at(int slot) {
    return slots[slot];
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
  private int slotOf(OwnedObject entry) {
    int slot = firstSlot(key(entry));
    while (slots[slot] != entry) {
      slot = after(slot);
    }
    return slot;
  }

  private void put(OwnedObject entry) {
    int slot = firstSlot(key(entry));
    while (slots[slot] != null) {
      slot = after(slot);
    }
    slots[slot] = entry;
  }

  private void resize(int capacity) {
    @Nullable OwnedObject[] old = slots;
    slots = new @Nullable OwnedObject[capacity];
    for (OwnedObject entry : old) {
      if (entry != null) {
        put(entry);
      }
    }
  }
}
