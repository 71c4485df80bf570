package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import dev.remora.transport.ShortWaits;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How whoever leads the reading of a link waits for bytes: tries to read for a moment where that is
 * likely to be enough, and sleeps otherwise. Used by one thread at a time.
 */
final class ReadWait {
  private final Link link;
  private final ShortWaits shortWaits = new ShortWaits();

  /** Made by the first who sleeps; an idle connection need not have it. */
  private volatile @Nullable Readiness readiness;

  ReadWait(Link link) {
    this.link = link;
  }

  /**
   * Tries to read for a moment, if that is likely to be enough.
   *
   * @param <E> what reading may throw
   * @param read reads what is there; whether anything was
   * @return whether something has been read; otherwise the thread is to {@link #sleep}
   */
  <E extends Exception> boolean isReadSoon(ShortWaits.Look<E> read) throws E {
    return shortWaits.isOverSoon(read);
  }

  /**
   * Sleeps until there is something to read.
   *
   * @param most for how long at most; zero for without end
   */
  void sleep(Duration most) throws IOException, InterruptedException {
    readiness().await(most);
    shortWaits.slept();
  }

  private Readiness readiness() throws IOException {
    Readiness ready = readiness;
    if (ready == null) {
      ready = link.newReadiness();
      readiness = ready;
    }
    return ready;
  }

  /** Gives back what sleeping needs, until somebody sleeps again. */
  void letGo() {
    Readiness ready = readiness;
    if (ready != null) {
      readiness = null;
      ready.close();
    }
  }
}
