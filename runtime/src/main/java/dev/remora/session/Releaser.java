package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.registry.StubCache;
import dev.remora.wire.OutgoingFrame;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JsonGenerator;

/**
 * Gives back what one end of a context does not use any more: with the next call, or soon. Told by
 * the thread that hears of collected proxies, which must never wait for the socket. Any thread.
 */
final class Releaser implements Runnable {
  /** Releases are sent with the next call, or when this has passed. */
  private static final long DELAY_NANOS = 20_000_000;

  private final ContextEnd context;
  private final AtomicBoolean scheduled = new AtomicBoolean();

  Releaser(ContextEnd context) {
    this.context = context;
  }

  /** There is something to give back. */
  @Override
  public void run() {
    if (context.endReason() == null && scheduled.compareAndSet(false, true)) {
      Future<?> unused = Workers.runLater(DELAY_NANOS, this::sendDue);
    }
  }

  private void sendDue() {
    scheduled.set(false);
    try {
      send();
    } catch (DisconnectedException e) {
      // The other end has released the whole context.
    }
  }

  /** Gives back what there is. */
  void send() {
    List<StubCache.Release> releases = context.proxies.takeReleases();
    if (releases.isEmpty()) {
      return;
    }
    try (OutgoingFrame frame = context.newFrame()) {
      JsonGenerator json = frame.json();
      json.writeStartArray();
      json.writeString(context.releaseCommand().name());
      json.writeString(context.contextId());
      json.writeStartArray();
      for (StubCache.Release release : releases) {
        json.writeStartArray();
        json.writeNumber(release.id());
        json.writeNumber(release.count());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndArray();
      context.calls().sendAtOnce(frame.finish());
    }
  }
}
