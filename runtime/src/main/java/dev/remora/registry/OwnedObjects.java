package dev.remora.registry;

import dev.remora.LimitExceededException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Map<Long, Entry<D>> byId = new HashMap<>();
  private final IdentityHashMap<Object, Entry<D>> byObject = new IdentityHashMap<>();
  private final AtomicLong ids;
  private final int limit;
  private final String limitName;
  private final ReleasedIds released = new ReleasedIds();
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

  /** One object in one type. Objects that were sent as several types have a chain of entries. */
  private static final class Entry<D> {
    final long id;
    final Object object;
    final D sentAs;
    @Nullable Entry<D> next;
    long count;

    Entry(long id, Object object, D sentAs, @Nullable Entry<D> next) {
      this.id = id;
      this.object = object;
      this.sentAs = sentAs;
      this.next = next;
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
   * @return its id
   * @throws LimitExceededException if the context holds as many objects as it may
   * @throws IllegalStateException if the context has ended; the message cannot be sent anyway
   */
  public synchronized long give(Object object, D sentAs) {
    if (closed) {
      throw new IllegalStateException("the context has ended");
    }
    Entry<D> first = byObject.get(object);
    Entry<D> entry = first;
    while (entry != null && !entry.sentAs.equals(sentAs)) {
      entry = entry.next;
    }
    if (entry == null) {
      if (byId.size() >= limit) {
        throw new LimitExceededException(
            "the context holds %d already (%s); let go of what is no longer used, or raise the limit"
                .formatted(limit, limitName));
      }
      entry = new Entry<>(ids.incrementAndGet(), object, sentAs, first);
      byId.put(entry.id, entry);
      byObject.put(object, entry);
      empty = false;
    }
    entry.count++;
    return entry.id;
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
    Entry<D> entry = byId.get(id);
    if (entry == null || count <= 0) {
      return null;
    }
    entry.count -= count;
    if (entry.count > 0) {
      return null;
    }
    byId.remove(id);
    empty = byId.isEmpty();
    forget(entry);
    released.add(id, String.valueOf(entry.sentAs), why);
    return new Held<>(entry.object, entry.sentAs);
  }

  private void forget(Entry<D> entry) {
    Entry<D> first = byObject.get(entry.object);
    if (first == entry && entry.next == null) {
      byObject.remove(entry.object);
    } else if (first == entry && entry.next != null) {
      byObject.put(entry.object, entry.next);
    } else {
      for (Entry<D> e = first; e != null; e = e.next) {
        if (e.next == entry) {
          e.next = entry.next;
        }
      }
    }
  }

  /**
   * Forgets everything at once, for good.
   *
   * @return what was held
   */
  public synchronized List<Held<D>> releaseAll() {
    List<Held<D>> held = new ArrayList<>(byId.size());
    byId.values().forEach(entry -> held.add(new Held<>(entry.object, entry.sentAs)));
    closed = true;
    byId.clear();
    byObject.clear();
    empty = true;
    return held;
  }

  /**
   * Finds what an id stands for.
   *
   * @param id the id
   * @return the object and its type, or null if the context does not hold the id
   */
  public synchronized @Nullable Held<D> find(long id) {
    Entry<D> entry = byId.get(id);
    return entry == null ? null : new Held<>(entry.object, entry.sentAs);
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
   * How many objects are held of each type, for reports.
   *
   * @return a new map, by type name
   */
  public synchronized Map<String, Integer> countsByType() {
    Map<String, Integer> counts = new TreeMap<>();
    byId.values().forEach(entry -> counts.merge(String.valueOf(entry.sentAs), 1, Integer::sum));
    return counts;
  }
}
