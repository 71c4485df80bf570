package dev.remora.registry;

import org.jspecify.annotations.Nullable;

/**
 * One object in one type, while a context holds it; {@link OwnedObjects} locks.
 *
 * <p>A context may hold a million of these: with its places in both tables it takes about 70 bytes
 * ({@code docs/performance.md}).
 */
final class OwnedObject {
  final long id;
  final Object object;
  final Object sentAs;

  /** Where the object was first given, if somebody wants to know. */
  final @Nullable String origin;

  /** When it was given, in seconds since the table was made: a full time would cost a word more. */
  final int sinceSeconds;

  /** The same object in another type. */
  @Nullable OwnedObject next;

  /** How often the id was sent and has not been given back. */
  long count;

  OwnedObject(
      long id,
      Object object,
      Object sentAs,
      @Nullable String origin,
      int sinceSeconds,
      @Nullable OwnedObject next) {
    this.id = id;
    this.object = object;
    this.sentAs = sentAs;
    this.origin = origin;
    this.sinceSeconds = sinceSeconds;
    this.next = next;
  }
}
