package dev.remora.benchmarks;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/** What is no work: memory of objects and contexts, idling, and the start of a process. */
final class Costs {
  private static final List<PeerKind> COMPARED =
      List.of(PeerKind.RAW, PeerKind.REMORA, PeerKind.RMI);
  private static final int OBJECTS = 100_000;
  private static final int CONTEXTS = 1_000;
  private static final int IDLE_SECONDS = 5;

  private final Map<PeerKind, Pair> pairs;
  private final Report report;

  Costs(Map<PeerKind, Pair> pairs, Report report) {
    this.pairs = pairs;
    this.report = report;
  }

  void measure(int rounds) throws IOException {
    starting(rounds);
    for (PeerKind kind : COMPARED) {
      Pair pair = pairs.get(kind);
      if (pair != null) {
        objects(kind, pair);
      }
    }
    Pair remora = pairs.get(PeerKind.REMORA);
    if (remora != null) {
      idling(remora);
    }
  }

  /** From the start of a JVM to its first answer; in turns, as everything else. */
  private void starting(int rounds) throws IOException {
    Map<PeerKind, double[]> millis = new EnumMap<>(PeerKind.class);
    for (int i = 0; i < rounds; i++) {
      for (PeerKind kind : COMPARED) {
        Pair pair = pairs.get(kind);
        if (pair != null) {
          millis.computeIfAbsent(kind, k -> new double[rounds])[i] = start(kind, pair);
        }
      }
    }
    millis.forEach((kind, all) -> report.cost("JVM start to first result, ms", kind, median(all)));
  }

  private static double start(PeerKind kind, Pair pair) throws IOException {
    long start = System.nanoTime();
    Process process = Side.start("once", kind, pair.address());
    String answer = process.inputReader().readLine();
    double millis = (System.nanoTime() - start) / 1e6;
    // Its end must not be in the way of the next start.
    process.destroyForcibly().onExit().join();
    if (!"42".equals(answer)) {
      throw new IOException(kind.title() + " answered " + answer);
    }
    return millis;
  }

  private static double median(double[] values) {
    return DoubleStream.of(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  private void objects(PeerKind kind, Pair pair) throws IOException {
    Side server = pair.server();
    long before = used(server);
    if (pair.client().ask("hold " + OBJECTS).equals("held")) {
      report.cost(
          "bytes of a live object in the server", kind, (used(server) - before) / (double) OBJECTS);
    }
  }

  private static long used(Side side) throws IOException {
    return Long.parseLong(side.ask("memory").split(" ", 2)[0]);
  }

  private static double threads(Side side) throws IOException {
    return Double.parseDouble(side.ask("memory").split(" ", 2)[1]);
  }

  private void idling(Pair pair) throws IOException {
    Side server = pair.server();
    Side client = pair.client();
    long serverBytes = used(server);
    long clientBytes = used(client);
    double serverThreads = threads(server);
    double clientThreads = threads(client);
    client.ask("open " + CONTEXTS);
    String of = " of an idle connection, of " + CONTEXTS;
    report.cost(
        "KiB" + of + ", server", PeerKind.REMORA, (used(server) - serverBytes) / 1024.0 / CONTEXTS);
    report.cost(
        "KiB" + of + ", client", PeerKind.REMORA, (used(client) - clientBytes) / 1024.0 / CONTEXTS);
    report.cost(
        "threads" + of + ", server", PeerKind.REMORA, (threads(server) - serverThreads) / CONTEXTS);
    report.cost(
        "threads" + of + ", client", PeerKind.REMORA, (threads(client) - clientThreads) / CONTEXTS);
    long switches = server.switches() + client.switches();
    long end = System.nanoTime() + 1_000_000_000L * IDLE_SECONDS;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    report.cost(
        "wake-ups a second" + of,
        PeerKind.REMORA,
        (server.switches() + client.switches() - switches) / (double) IDLE_SECONDS / CONTEXTS);
  }
}
