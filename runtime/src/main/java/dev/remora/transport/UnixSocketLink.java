package dev.remora.transport;

import dev.remora.log.LateLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A link over a connected Unix-domain socket.
 *
 * <p>The channel never blocks: a thread that is interrupted in a blocking operation of a channel
 * closes it for everybody. Waiting is done by selectors, one for each waiter.
 */
final class UnixSocketLink implements Link {
  private static final LateLogger LOG = new LateLogger(UnixSocketLink.class);

  /** Fewer, larger writes: the kernel takes no more buffers than this in one call. */
  private static final int MAX_PARTS = 512;

  /**
   * As much as a socket takes at once. The JDK copies the whole of a buffer on the heap before it
   * writes what the socket takes of it: of a megabyte it would copy three.
   */
  private static final int MAX_BYTES = 128 << 10;

  private final SocketChannel channel;
  private final List<Waiter> waiters = new ArrayList<>();
  private @Nullable Waiter writable;

  /** The writer's: a peer that reads a large frame makes room for more of it at once. */
  private final ShortWaits writableSoon = new ShortWaits();

  private boolean closed;
  private boolean watched;

  UnixSocketLink(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int limit = limit(target);
    try {
      return channel.read(target);
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public long write(ByteBuffer[] parts, int from, int count) throws IOException {
    int last = lastOf(parts, from, Math.min(MAX_PARTS, count));
    int limit = limit(parts[last]);
    try {
      return last == from
          ? channel.write(parts[from])
          : channel.write(parts, from, last - from + 1);
    } finally {
      parts[last].limit(limit);
    }
  }

  /** The part up to which one system call goes: the first large one, or the last. */
  private static int lastOf(ByteBuffer[] parts, int from, int count) {
    int last = from;
    while (last < from + count - 1 && parts[last].remaining() <= MAX_BYTES) {
      last++;
    }
    return last;
  }

  /** Cuts a buffer for one system call; what its limit was. */
  private static int limit(ByteBuffer buffer) {
    int limit = buffer.limit();
    if (buffer.remaining() > MAX_BYTES) {
      buffer.limit(buffer.position() + MAX_BYTES);
    }
    return limit;
  }

  @Override
  public void awaitWritable(Duration most) throws IOException, InterruptedException {
    Waiter waiter = writable;
    if (waiter == null) {
      waiter = register(SelectionKey.OP_WRITE);
      writable = waiter;
    }
    if (!writableSoon.isOverSoon(waiter::isReady)) {
      waiter.await(most);
      writableSoon.slept();
    }
  }

  @Override
  public Readiness newReadiness() throws IOException {
    return register(SelectionKey.OP_READ);
  }

  @Override
  public synchronized void whenReadable(Runnable listener) {
    if (closed) {
      return;
    }
    watched = true;
    try {
      Watcher.whenReadable(channel, listener);
    } catch (ClosedChannelException e) {
      throw new IllegalStateException("the channel was closed by somebody else", e);
    }
  }

  private synchronized Waiter register(int operation) throws IOException {
    if (closed) {
      throw new IOException("the link is closed");
    }
    Selector selector = Selector.open();
    try {
      Waiter waiter = new Waiter(selector);
      channel.register(selector, operation);
      waiters.add(waiter);
      return waiter;
    } catch (IOException | Error e) {
      // Who has no memory for it tries again, and must not use up the descriptors meanwhile.
      selector.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      channel.close();
      for (Waiter waiter : waiters) {
        // Closing a channel does not wake a selector; closing the selector does.
        waiter.selector.close();
      }
    } catch (IOException e) {
      LOG.get().log(Level.DEBUG, "closing a socket", e);
    }
    if (watched) {
      Watcher.closed();
    }
  }

  private synchronized void forget(Waiter waiter) {
    waiters.remove(waiter);
    try {
      waiter.selector.close();
    } catch (IOException e) {
      LOG.get().log(Level.DEBUG, "closing a selector", e);
    }
  }

  /** A selector with one channel in it. */
  private final class Waiter implements Readiness, Consumer<SelectionKey> {
    private final Selector selector;
    private volatile boolean woken;

    Waiter(Selector selector) {
      this.selector = selector;
    }

    @Override
    public void await(Duration most) throws IOException, InterruptedException {
      long deadline = System.nanoTime() + most.toNanos();
      long millis = most.isZero() ? 0 : millisUntil(deadline);
      try {
        // A selector may wake up for nothing.
        while (!woken && selector.select(this, millis) == 0) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (!most.isZero()) {
            millis = millisUntil(deadline);
            if (deadline - System.nanoTime() <= 0) {
              return;
            }
          }
        }
      } catch (ClosedSelectorException e) {
        // The link was closed; the next read says so.
      } finally {
        woken = false;
      }
    }

    @Override
    public boolean isReady() throws IOException {
      try {
        return woken || selector.selectNow(this) > 0;
      } catch (ClosedSelectorException e) {
        return true;
      }
    }

    @Override
    public void wake() {
      woken = true;
      selector.wakeup();
    }

    @Override
    public void close() {
      forget(this);
    }

    /** The selector is only asked whether its one channel is ready. */
    @Override
    public void accept(SelectionKey ready) {}

    private static long millisUntil(long deadline) {
      return Math.max(1, (deadline - System.nanoTime() + 999_999) / 1_000_000);
    }
  }
}
