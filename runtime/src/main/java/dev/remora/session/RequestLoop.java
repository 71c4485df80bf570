package dev.remora.session;

import dev.remora.log.LateLogger;
import dev.remora.transport.Link;
import dev.remora.transport.Mishap;
import dev.remora.transport.ShortWaits;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of a connection in the main process, has them run, and sends their answers;
 * the body of whichever worker leads the reading ({@link RequestReading}).
 */
final class RequestLoop {
  private static final LateLogger LOG = new LateLogger(RequestLoop.class);

  /**
   * How long a worker waits for the next request before it goes. Shorter, and calls that come now
   * and then cost a hop more; longer, and connections that are idle cost threads.
   */
  private static final Duration IDLE = Duration.ofMillis(50);

  /** After how long a worker that has no memory to read tries again. */
  private static final long NO_MEMORY_NANOS = 1_000_000;

  private static final String INSIDE_FRAME = "the connection ended inside of a frame";

  private final MainSession session;
  private final Link link;
  private final FrameReader reader;
  private final Outbound outbound;
  private final Requests requests;
  private final Heartbeat heartbeat;

  /** The leader's. */
  private final Mishap mishap = new Mishap(LOG, "reading requests failed, and was tried again");

  private final ReadWait readWait;
  private final ShortWaits.Look<IOException> fill = this::fill;

  /** How many bytes have been read last; the leader's. */
  private int filled;

  /** The loop of a session, which takes what is read apart by {@code requests}. */
  RequestLoop(
      MainSession session,
      Link link,
      FrameReader reader,
      Outbound outbound,
      Requests requests,
      Heartbeat heartbeat) {
    this.session = session;
    this.link = link;
    this.readWait = new ReadWait(link);
    this.reader = reader;
    this.outbound = outbound;
    this.requests = requests;
    this.heartbeat = heartbeat;
  }

  /**
   * Reads and runs requests until the connection ends or another worker has taken over.
   *
   * @param first a frame that the leader before has read, or null
   */
  void lead(RequestReading.Lead lead, @Nullable Frame first) {
    try {
      readAndRun(lead, first);
    } catch (OutOfMemoryError e) {
      // A member takes all that there is, most likely. Nothing was read: another worker reads on,
      // as soon as there is memory for it. Were nobody to lead, nobody would ever read again.
      mishap.note(e);
      lead.leave();
    }
  }

  private void readAndRun(RequestReading.Lead lead, @Nullable Frame first) {
    Frame frame = first;
    // The leader before may have left answers behind a member that takes long.
    outbound.flush();
    while (!session.isEnded()) {
      if (frame != null && !take(frame, lead, null)) {
        return;
      }
      if (!lead.resume()) {
        outbound.flush();
        return;
      }
      frame = frameOrIdle();
      mishap.tell();
      if (frame == null && !session.isEnded()) {
        rest(lead);
        return;
      }
    }
  }

  /** Nothing has come for a while: the worker goes, and another comes with the next bytes. */
  private void rest(RequestReading.Lead lead) {
    readWait.letGo();
    link.whenReadable(() -> comeBack(lead));
  }

  private void comeBack(RequestReading.Lead lead) {
    try {
      Workers.run(() -> lead(lead, null));
    } catch (Error e) {
      // No memory, or no thread to be had.
      lead.leave();
      throw e;
    }
  }

  /** The next frame; null where none comes for a while, or the connection has ended. */
  private @Nullable Frame frameOrIdle() {
    while (true) {
      try {
        return nextFrame(Deadline.NONE, IDLE);
      } catch (InterruptedException e) {
        // Somebody's member has left an interrupt for later; it is of no use here.
      }
    }
  }

  /**
   * Reads on for a thread that waits for the answer to a callback and holds the lead.
   *
   * @param waiting its wait
   */
  void leadWhileWaiting(RequestReading.Lead lead, PendingAnswer waiting, Deadline deadline)
      throws InterruptedException {
    Frame frame;
    try {
      frame = nextFrame(deadline, Duration.ZERO);
    } catch (OutOfMemoryError e) {
      // As in lead(); but this thread waits for the answer, and has nothing better to do.
      mishap.note(e);
      LockSupport.parkNanos(this, NO_MEMORY_NANOS);
      return;
    }
    if (frame != null) {
      take(frame, lead, waiting);
    }
  }

  /**
   * Waits for the next frame; null where there is none in time, or the connection has ended.
   *
   * @param idle after how long without any bytes there is none; zero for never
   * @throws OutOfMemoryError if there is no memory to read; nothing was, and it can be tried again
   */
  private @Nullable Frame nextFrame(Deadline deadline, Duration idle) throws InterruptedException {
    try {
      Frame frame = reader.poll(requests.unused());
      while (frame == null && !session.isEnded() && !deadline.isOver()) {
        outbound.flush();
        if (!readWait.isReadSoon(fill)) {
          readWait.sleep(idle.isZero() ? deadline.patience() : idle);
          fill();
        }
        int count = filled;
        if (count != 0) {
          heartbeat.heard();
        } else if (!idle.isZero()) {
          return null;
        }
        if (count < 0) {
          session.end(reader.isInsideFrame() ? INSIDE_FRAME : "the renderer is gone");
        }
        frame = reader.poll(requests.unused());
      }
      return session.isEnded() ? null : frame;
    } catch (IOException e) {
      session.end("reading from the renderer failed: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      if (!reader.isInsideFrame()) {
        throw e;
      }
      session.broken(e);
    } catch (RuntimeException | Error e) {
      session.broken(e);
    }
    return null;
  }

  private boolean fill() throws IOException {
    filled = reader.fill();
    return filled != 0;
  }

  /** Takes a frame; false if the connection is broken by it. */
  private boolean take(Frame frame, RequestReading.Lead lead, @Nullable PendingAnswer mine) {
    try {
      requests.take(frame, lead, mine);
      return true;
    } catch (RuntimeException | Error e) {
      session.broken(e);
      return false;
    }
  }

  /**
   * Sends the answer to a request that the current thread has read: answers to requests that came
   * together leave together.
   */
  void sendAnswer(OutgoingFrame frame, RequestReading.@Nullable Lead lead) {
    if (lead != null && isFrameAhead(lead)) {
      // Flushed by whoever waits for the next bytes, or by this worker when it has lost the lead.
      outbound.sendSoon(frame);
    } else {
      outbound.send(frame);
    }
  }

  /** Whether a worker leads that has read more than it has run; it can be replaced again then. */
  private boolean isFrameAhead(RequestReading.Lead lead) {
    if (!lead.resume()) {
      return false;
    }
    boolean ahead = reader.isFrameAhead();
    // Writing may take long, if the peer does not read.
    lead.startMember();
    return ahead;
  }
}
