package dev.remora.registry.model;

/** How references are counted and given back: the protocol's rule, and rules that lack a part. */
enum ReleaseRule {
  /** {@code docs/protocol.md#release}. */
  COUNTED,

  /**
   * The original: the owner counts every send, and the receiver releases one for each proxy, unless
   * the id has arrived again when it hears that the proxy is gone.
   */
  ONE_PER_PROXY {
    @Override
    int afterArrival(int arrivals) {
      return 1;
    }

    @Override
    int givesBack(int arrivals, int arrivedSince) {
      return arrivedSince > 0 ? 0 : 1;
    }

    @Override
    boolean hasFailures() {
      return false;
    }
  },

  /** The owner has the object or has it not: the first release ends it. */
  BOOLEAN_OWNER {
    @Override
    int afterGiving(int count) {
      return 1;
    }

    @Override
    int afterRelease(int count, int released) {
      return 0;
    }

    @Override
    int afterArrival(int arrivals) {
      return 1;
    }

    @Override
    int givesBack(int arrivals, int arrivedSince) {
      return arrivedSince > 0 ? 0 : 1;
    }

    @Override
    boolean hasFailures() {
      return false;
    }
  },

  /**
   * The protocol without the end of its rule 1: what a message gave that is not sent stays counted.
   */
  NOTHING_TAKEN_BACK {
    @Override
    int afterTakingBack(int count) {
      return count;
    }
  },

  /** The protocol without its rule 2: one count for an id, whatever becomes of its stubs. */
  COUNTED_BY_ID {
    @Override
    int givesBack(int arrivals, int arrivedSince) {
      return arrivals + arrivedSince;
    }
  },

  /**
   * The protocol with less than its rule 3: a stub may go as soon as the frame that names it is on
   * its way. Enough, as the model shows; it is also what an explicit release in the middle of a
   * call would be.
   */
  REACHABLE_UNTIL_SENT {
    @Override
    boolean keepsReachableUntilAnswered() {
      return false;
    }
  },

  /** The protocol without its rule 3: a stub may go while the frame that names it is written. */
  NEVER_KEPT_REACHABLE {
    @Override
    boolean keepsReachableUntilSent() {
      return false;
    }

    @Override
    boolean keepsReachableUntilAnswered() {
      return false;
    }
  },

  /** The protocol without its rule 4: releases overtake frames that wait for another thread. */
  RELEASES_OVERTAKE {
    @Override
    boolean releasesWaitForEarlierFrames() {
      return false;
    }
  },

  /** The protocol without its rule 8: what a refused message gave is forgotten. */
  REFUSED_IS_FORGOTTEN {
    @Override
    boolean givesBackWhatItRefuses() {
      return false;
    }
  },

  /** The protocol with one table for all contexts, as ids were global in the original. */
  ONE_TABLE_FOR_ALL {
    @Override
    boolean hasTablePerContext() {
      return false;
    }
  };

  /**
   * Whether the rule ought to hold: then counts are exact, and there is less to do after each step
   * that is due. Of the others it is asked only what a program would notice.
   */
  boolean isRight() {
    return this == COUNTED || this == REACHABLE_UNTIL_SENT;
  }

  /** The owner's count when it has written the id into a message. */
  int afterGiving(int count) {
    return count + 1;
  }

  /** The owner's count after a release; negative where more is given back than was given. */
  int afterRelease(int count, int released) {
    return count - released;
  }

  /** The receiver's count for a stub, when its id has arrived once more. */
  int afterArrival(int arrivals) {
    return arrivals + 1;
  }

  /**
   * What the receiver gives back for a collected stub.
   *
   * @param arrivals how often its id had arrived for it
   * @param arrivedSince how often the id has arrived for the stub that took its place
   */
  int givesBack(int arrivals, int arrivedSince) {
    return arrivals;
  }

  /** The owner's count when a message that gave the id is given up. */
  int afterTakingBack(int count) {
    return count - 1;
  }

  /** Whether messages are given up and refused; that is not held against the original. */
  boolean hasFailures() {
    return true;
  }

  /** Whether a stub is kept reachable while a frame that names it is written. */
  boolean keepsReachableUntilSent() {
    return true;
  }

  /** Whether it is kept from then on, until the answer to its call has been read. */
  boolean keepsReachableUntilAnswered() {
    return true;
  }

  /** Whether a release takes effect only when all that was read before it has been decoded. */
  boolean releasesWaitForEarlierFrames() {
    return true;
  }

  /** Whether what a refused message gave counts as arrived, and goes back at once. */
  boolean givesBackWhatItRefuses() {
    return true;
  }

  boolean hasTablePerContext() {
    return true;
  }
}
