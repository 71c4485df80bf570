package dev.remora.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** How the bare socket waits for bytes. */
enum Waiting {
  /** In a read that blocks: what a socket does by itself. */
  BLOCKED {
    @Override
    int read(SocketChannel channel, ByteBuffer bytes) throws IOException {
      return channel.read(bytes);
    }
  },

  /** Looks for 50 us before it blocks, always; as Remora does where the wait before was short. */
  LOOKING {
    private static final long LOOK_NANOS = 50_000;

    @Override
    void prepare(SocketChannel channel) throws IOException {
      channel.configureBlocking(false);
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // as in Remora
    int read(SocketChannel channel, ByteBuffer bytes) throws IOException {
      long began = System.nanoTime();
      int count = channel.read(bytes);
      while (count == 0 && System.nanoTime() - began < LOOK_NANOS) {
        Thread.yield();
        count = channel.read(bytes);
      }
      if (count != 0) {
        return count;
      }
      channel.configureBlocking(true);
      try {
        return channel.read(bytes);
      } finally {
        channel.configureBlocking(false);
      }
    }
  };

  /** Called once, when the channel is connected. */
  void prepare(SocketChannel channel) throws IOException {}

  /** Reads some bytes, and waits for them; -1 at the end. */
  abstract int read(SocketChannel channel, ByteBuffer bytes) throws IOException;
}
