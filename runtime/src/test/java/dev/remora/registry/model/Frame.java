package dev.remora.registry.model;

import java.util.List;

/**
 * A frame, as far as the protocol of releases is concerned.
 *
 * <p>An id in a message is given if its owner sends the frame, and named (to be called, or to go
 * home) if the other side does.
 *
 * @param kind what it is
 * @param content a message's ids, one bit for each; a release's counts, {@link #COUNT_BITS} for
 *     each id
 */
record Frame(Kind kind, int content) {
  private static final int COUNT_BITS = 3;
  private static final int COUNT = (1 << COUNT_BITS) - 1;
  private static final int CONTENT_BITS = 12;
  private static final int CONTENT = (1 << CONTENT_BITS) - 1;
  private static final List<Kind> KINDS = List.of(Kind.values());

  /** No answer of an end has content. */
  static final Frame END = new Frame(Kind.END, 0);

  enum Kind {
    /** An event, a posted call, a settled promise: nobody waits for an answer. */
    POST(1),
    /** A call that is waited for. */
    CALL(2),
    /** The answer to the other side's call. */
    ANSWER(3),
    /** {@code DEREFERENCE} or {@code RENDERER_RELEASE_CALLBACK}. */
    RELEASE(4),
    /** {@code CONTEXT_RELEASE}, {@code GOODBYE} or the end of the stream: nothing follows. */
    END(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  /** Reads what {@link #code} wrote; 0 is no frame. */
  static Frame of(int code) {
    return new Frame(KINDS.get((code >> CONTENT_BITS) - 1), code & CONTENT);
  }

  /** The frame as a positive number of 15 bits. */
  int code() {
    return (kind.number << CONTENT_BITS) | content;
  }

  boolean isMessage() {
    return kind != Kind.RELEASE && kind != Kind.END;
  }

  /** Whether a message has an id in it. */
  boolean has(int id) {
    return isMessage() && ((content >> id) & 1) == 1;
  }

  /** How many references to an id a release gives back. */
  int released(int id) {
    return kind == Kind.RELEASE ? (content >> (id * COUNT_BITS)) & COUNT : 0;
  }

  /** This release, with references to one more id. */
  Frame releasing(int id, int count) {
    if (count > COUNT) {
      throw new IllegalStateException(count + " references do not fit into the model");
    }
    return new Frame(kind, content | (count << (id * COUNT_BITS)));
  }
}
