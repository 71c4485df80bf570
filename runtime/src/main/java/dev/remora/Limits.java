package dev.remora;

import java.time.Duration;

/**
 * What one peer may cost the other; every limit has a typed error, {@link LimitExceededException}.
 *
 * <p>Start from {@link #defaults()} and change what matters: {@code
 * Limits.defaults().withMaxFrameBytes(1 << 20)}.
 *
 * @param maxFrameBytes the largest frame that is read or written, in bytes, attachments included; 1
 *     KiB to 2 GiB
 * @param maxNesting how deep values may nest; at least 8
 * @param maxStringLength the longest string that is read, in characters
 * @param maxObjectsPerContext how many objects one context may hold at once
 * @param maxCallbacksPerContext how many functions and streams of a renderer the main process may
 *     hold at once
 * @param maxCallsInFlight how many calls of one connection may be under way in the main process at
 *     once
 * @param maxContexts how many contexts a main process serves at once
 * @param maxCallDepth how deep calls and callbacks may nest on one thread; more needs larger stacks
 * @param maxQueuedBytes how many bytes of events may wait in the main process for one context that
 *     does not keep up; see {@link EventOverflow}
 * @param peerTimeout how long a peer may be silent, on request too, before it is taken for dead;
 *     zero for without end, where a debugger stops processes
 * @param handshakeTimeout how long a new connection may take to introduce itself
 */
public record Limits(
    int maxFrameBytes,
    int maxNesting,
    int maxStringLength,
    int maxObjectsPerContext,
    int maxCallbacksPerContext,
    int maxCallsInFlight,
    int maxContexts,
    int maxCallDepth,
    long maxQueuedBytes,
    Duration peerTimeout,
    Duration handshakeTimeout) {

  private static final Limits DEFAULTS =
      new Limits(
          128 << 20,
          500,
          64 << 20,
          1_000_000,
          1_000_000,
          1_024,
          1_024,
          256,
          4 << 20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));

  /** Checks that each limit leaves room to work. */
  public Limits {
    atLeast("maxFrameBytes", maxFrameBytes, 1_024);
    atLeast("maxNesting", maxNesting, 8);
    atLeast("maxStringLength", maxStringLength, 256);
    atLeast("maxObjectsPerContext", maxObjectsPerContext, 1);
    atLeast("maxCallbacksPerContext", maxCallbacksPerContext, 1);
    atLeast("maxCallsInFlight", maxCallsInFlight, 1);
    atLeast("maxContexts", maxContexts, 1);
    atLeast("maxCallDepth", maxCallDepth, 1);
    atLeast("maxQueuedBytes", maxQueuedBytes, 1);
    if (peerTimeout.isNegative()) {
      throw new IllegalArgumentException("peerTimeout must not be negative: " + peerTimeout);
    }
    if (handshakeTimeout.isNegative() || handshakeTimeout.isZero()) {
      throw new IllegalArgumentException(
          "handshakeTimeout must be positive, not " + handshakeTimeout);
    }
  }

  /**
   * The limits that hold where nothing else is said.
   *
   * @return frames of 128 MiB, nesting of 500, strings of 64 Mi characters, a million objects and
   *     as many callbacks, 1,024 calls and contexts, calls of depth 256, 4 MiB of events, 30 s for
   *     a silent peer, 10 s
   */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /**
   * These limits with another frame size.
   *
   * @param bytes the largest frame in bytes
   * @return new limits
   */
  public Limits withMaxFrameBytes(int bytes) {
    Draft draft = new Draft(this);
    draft.maxFrameBytes = bytes;
    return draft.limits();
  }

  /**
   * These limits with another nesting.
   *
   * @param depth how deep values may nest
   * @return new limits
   */
  public Limits withMaxNesting(int depth) {
    Draft draft = new Draft(this);
    draft.maxNesting = depth;
    return draft.limits();
  }

  /**
   * These limits with another string length.
   *
   * @param characters the longest string
   * @return new limits
   */
  public Limits withMaxStringLength(int characters) {
    Draft draft = new Draft(this);
    draft.maxStringLength = characters;
    return draft.limits();
  }

  /**
   * These limits with another number of objects.
   *
   * @param objects how many objects one context may hold
   * @return new limits
   */
  public Limits withMaxObjectsPerContext(int objects) {
    Draft draft = new Draft(this);
    draft.maxObjectsPerContext = objects;
    return draft.limits();
  }

  /**
   * These limits with another number of callbacks.
   *
   * @param callbacks how many functions and streams of a renderer the main process may hold
   * @return new limits
   */
  public Limits withMaxCallbacksPerContext(int callbacks) {
    Draft draft = new Draft(this);
    draft.maxCallbacksPerContext = callbacks;
    return draft.limits();
  }

  /**
   * These limits with another number of calls.
   *
   * @param calls how many calls of one connection may be under way
   * @return new limits
   */
  public Limits withMaxCallsInFlight(int calls) {
    Draft draft = new Draft(this);
    draft.maxCallsInFlight = calls;
    return draft.limits();
  }

  /**
   * These limits with another number of contexts.
   *
   * @param contexts how many contexts a main process serves
   * @return new limits
   */
  public Limits withMaxContexts(int contexts) {
    Draft draft = new Draft(this);
    draft.maxContexts = contexts;
    return draft.limits();
  }

  /**
   * These limits with another depth of calls.
   *
   * @param depth how deep calls and callbacks may nest on one thread
   * @return new limits
   */
  public Limits withMaxCallDepth(int depth) {
    Draft draft = new Draft(this);
    draft.maxCallDepth = depth;
    return draft.limits();
  }

  /**
   * These limits with another room for events.
   *
   * @param bytes how many bytes of events may wait for one context
   * @return new limits
   */
  public Limits withMaxQueuedBytes(long bytes) {
    Draft draft = new Draft(this);
    draft.maxQueuedBytes = bytes;
    return draft.limits();
  }

  /**
   * These limits with another patience.
   *
   * @param timeout how long a peer may be silent; zero for without end
   * @return new limits
   */
  public Limits withPeerTimeout(Duration timeout) {
    Draft draft = new Draft(this);
    draft.peerTimeout = timeout;
    return draft.limits();
  }

  /**
   * These limits with another time for the handshake.
   *
   * @param timeout how long a new connection may take to introduce itself; positive
   * @return new limits
   */
  public Limits withHandshakeTimeout(Duration timeout) {
    Draft draft = new Draft(this);
    draft.handshakeTimeout = timeout;
    return draft.limits();
  }

  /** Limits while one of them is changed. */
  private static final class Draft {
    private int maxFrameBytes;
    private int maxNesting;
    private int maxStringLength;
    private int maxObjectsPerContext;
    private int maxCallbacksPerContext;
    private int maxCallsInFlight;
    private int maxContexts;
    private int maxCallDepth;
    private long maxQueuedBytes;
    private Duration peerTimeout;
    private Duration handshakeTimeout;

    Draft(Limits from) {
      maxFrameBytes = from.maxFrameBytes;
      maxNesting = from.maxNesting;
      maxStringLength = from.maxStringLength;
      maxObjectsPerContext = from.maxObjectsPerContext;
      maxCallbacksPerContext = from.maxCallbacksPerContext;
      maxCallsInFlight = from.maxCallsInFlight;
      maxContexts = from.maxContexts;
      maxCallDepth = from.maxCallDepth;
      maxQueuedBytes = from.maxQueuedBytes;
      peerTimeout = from.peerTimeout;
      handshakeTimeout = from.handshakeTimeout;
    }

    Limits limits() {
      return new Limits(
          maxFrameBytes,
          maxNesting,
          maxStringLength,
          maxObjectsPerContext,
          maxCallbacksPerContext,
          maxCallsInFlight,
          maxContexts,
          maxCallDepth,
          maxQueuedBytes,
          peerTimeout,
          handshakeTimeout);
    }
  }

  private static void atLeast(String limit, long value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(limit + " must be at least " + least + ", not " + value);
    }
  }
}
