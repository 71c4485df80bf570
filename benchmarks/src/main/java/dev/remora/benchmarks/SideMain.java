package dev.remora.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's or the client's JVM of one system: does what it is told, line by line. */
final class SideMain {
  /** What must live until the process ends. */
  private static final List<Object> HELD = new ArrayList<>();

  /** A server is asked for its figures only. */
  private static final Peer NONE =
      new Peer() {
        @Override
        public int doubleIt(int x) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
      };

  private SideMain() {}

  /** Arguments: server or client, the system, its socket, its port. */
  public static void main(String[] args) throws Exception {
    PeerKind kind = PeerKind.valueOf(args[1]);
    PeerKind.Address at = new PeerKind.Address(Path.of(args[2]), Integer.parseInt(args[3]));
    if (args[0].equals("server")) {
      HELD.add(kind.serve(at));
      System.out.println("ready");
      obey(null);
    } else if (args[0].equals("once")) {
      try (Peer peer = kind.connect(at)) {
        System.out.println(peer.doubleIt(21));
      }
    } else {
      try (Peer peer = kind.connect(at)) {
        System.out.println("ready " + peer.doubleIt(21));
        obey(peer);
      }
    }
    // Some systems leave threads behind that would keep the process alive.
    System.exit(0);
  }

  private static void obey(@Nullable Peer peer) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(reply(line.split(" ", 3), peer));
    }
  }

  private static String reply(String[] command, @Nullable Peer client) {
    try {
      Peer peer = client == null ? NONE : client;
      return switch (command[0]) {
        case "work" -> Work.valueOf(command[1]).run(peer, Long.parseLong(command[2])).print();
        case "hold" -> {
          HELD.add(peer.holdObjects(Integer.parseInt(command[1])));
          yield "held";
        }
        case "open" -> {
          for (int i = Integer.parseInt(command[1]); i > 0; i--) {
            HELD.add(peer.openAnother());
          }
          yield "open";
        }
        case "allocated" -> String.valueOf(allocated());
        case "memory" -> usedBytes() + " " + Thread.activeCount();
        default -> throw new IllegalArgumentException(command[0]);
      };
    } catch (UnsupportedOperationException e) {
      return "unsupported";
    } catch (Exception e) {
      return "failed " + e;
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  /** What lives on the heap. */
  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
