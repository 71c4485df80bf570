package dev.remora.registry;

import dev.remora.LimitExceededException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the main process that one context holds: id to object, with how often each id was
 * sent.
 *
 * <p>An object has one id for each type that it was sent as, so that a renderer which was given a
 * narrow interface cannot call the class behind it. {@link #give} adds; {@link #release}, {@link
 * #takeBack} and {@link #releaseAll} remove. Any thread.
 *
 * @param <D> what an object was sent as
 */
public final class OwnedObjects<D> {
  private final ById byId = new ById();
  private final ByObject byObject = new ByObject();
  private final AtomicLong ids;
  private final int limit;
  private final String limitName;
  private final ReleasedIds released = new ReleasedIds();
  private final long madeNanos = System.nanoTime();
  private boolean closed;
  private volatile boolean empty = true;

  /**
   * Creates an empty table.
   *
   * @param ids gives ids; shared by the contexts of a connection, so that no id is ever used twice
   *     on it
   * @param limit how many objects the context may hold
   * @param limitName which limit that is, for errors
   */
  public OwnedObjects(AtomicLong ids, int limit, String limitName) {
    this.ids = ids;
    this.limit = limit;
    this.limitName = limitName;
  }

  private static final class ById extends OpenTable<OwnedObject> {
    @Override
    protected long key(OwnedObject entry) {
      return entry.id;
    }
  }

  /** By object, and by that alone: what its {@code equals} says does not count. */
  private static final class ByObject extends OpenTable<OwnedObject> {
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
    protected long key(OwnedObject entry) {
      return System.identityHashCode(entry.object);
    }
  }

  /**
   * An object that the context holds.
   *
   * @param <D> what it was sent as
   * @param object the object
   * @param sentAs what it was sent as
   */
  public record Held<D>(Object object, D sentAs) {}

  /**
   * Counts that an object is sent, and gives it an id if it has none.
   *
   * @param object the object
   * @param sentAs the type that it is sent as
   * @param origin where it is given, for reports; null if nobody wants to know
   * @return its id
   * @throws LimitExceededException if the context holds as many objects as it may
   * @throws IllegalStateException if the context has ended; the message cannot be sent anyway
   */
  public synchronized long give(Object object, D sentAs, @Nullable String origin) {
    if (closed) {
      throw new IllegalStateException("the context has ended");
    }
    OwnedObject first = byObject.find(object);
    OwnedObject entry = first;
    while (entry != null && !entry.sentAs.equals(sentAs)) {
      entry = entry.next;
    }
    if (entry == null) {
      if (byId.size() >= limit) {
        throw new LimitExceededException(
            "the context holds %d already (%s); let go of what is no longer used, or raise the limit"
                .formatted(limit, limitName));
      }
      entry =
          new OwnedObject(ids.incrementAndGet(), object, sentAs, origin, secondsSinceMade(), first);
      byId.add(entry);
      if (first == null) {
        byObject.add(entry);
      } else {
        byObject.replace(first, entry);
      }
      empty = false;
    }
    entry.count++;
    return entry.id;
  }

  private int secondsSinceMade() {
    return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - madeNanos);
  }

  /**
   * Undoes one {@link #give}, because the message that carried the id is not sent.
   *
   * @param id the id
   * @return what is held no more by that; null if it still is
   */
  public @Nullable Held<D> takeBack(long id) {
    return release(id, 1, "taken back: the answer that carried it could not be sent");
  }

  /**
   * Subtracts what the renderer gives back, and forgets the object at zero. An id that is not held,
   * or a count that is too high, is no error: a context's end and a late release may cross.
   *
   * @param id the id
   * @param count how many references are given back
   * @param why what to tell whoever uses the id afterwards
   * @return what is held no more by that; null if it still is, or was not
   */
  public synchronized @Nullable Held<D> release(long id, long count, String why) {
    OwnedObject entry = byId.find(id);
    if (entry == null || count <= 0) {
      return null;
    }
    entry.count -= count;
    if (entry.count > 0) {
      return null;
    }
    byId.remove(entry);
    empty = byId.size() == 0;
    forget(entry);
    released.add(id, String.valueOf(entry.sentAs), why);
    return held(entry);
  }

  @SuppressWarnings("unchecked") // give() is the only one that makes entries, with a D
  private Held<D> held(OwnedObject entry) {
    return new Held<>(entry.object, (D) entry.sentAs);
  }

  @SuppressWarnings("ReferenceEquality") // an entry is in one chain only
  private void forget(OwnedObject entry) {
    OwnedObject first = byObject.find(entry.object);
    if (first == entry) {
      if (entry.next == null) {
        byObject.remove(entry);
      } else {
        byObject.replace(entry, entry.next);
      }
      return;
    }
    for (OwnedObject e = first; e != null; e = e.next) {
      if (e.next == entry) {
        e.next = entry.next;
      }
    }
  }

  /**
   * Forgets everything at once, for good.
   *
   * @param wanted by what it was sent as, what the caller has to end
   * @return what was held of that
   */
  public synchronized List<Held<D>> releaseAll(Predicate<? super D> wanted) {
    closed = true;
    if (empty) {
      return List.of();
    }
    List<Held<D>> ended = new ArrayList<>(0);
    byId.forEach(
        entry -> {
          Held<D> held = held(entry);
          if (wanted.test(held.sentAs())) {
            ended.add(held);
          }
        });
    byId.clear();
    byObject.clear();
    empty = true;
    return ended;
  }

  /**
   * Finds what an id stands for.
   *
   * @param id the id
   * @return the object and its type, or null if the context does not hold the id
   */
  public synchronized @Nullable Held<D> find(long id) {
    OwnedObject entry = byId.find(id);
    return entry == null ? null : held(entry);
  }

  /**
   * Says why an id is not held, for error texts.
   *
   * @param id the id
   * @return for example {@code 12 (FileService): released by this context 3.2 s ago}
   */
  public synchronized String describeMissing(long id) {
    return released.describe(id);
  }

  /**
   * Whether nothing is held, seen without a lock.
   *
   * @return true if there is no id
   */
  public boolean isEmpty() {
    return empty;
  }

  /**
   * How many objects are held.
   *
   * @return the number of ids
   */
  public synchronized int size() {
    return byId.size();
  }

  /**
   * What is held, for reports; takes a moment for each object.
   *
   * @return a new map, by the name of the type
   */
  public synchronized Map<String, HeldType> byType() {
    Map<String, HeldType.Count> counts = new TreeMap<>();
    byId.forEach(
        entry ->
            counts
                .computeIfAbsent(String.valueOf(entry.sentAs), type -> new HeldType.Count())
                .add(entry));
    int now = secondsSinceMade();
    Map<String, HeldType> types = new TreeMap<>();
    counts.forEach((type, count) -> types.put(type, count.at(now)));
    return types;
  }
}
