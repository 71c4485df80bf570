package dev.remora.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts a server and a client for each system, lets them work in turns, and reports.
 *
 * <p>The systems take turns within each round, so that what disturbs the machine for a while
 * disturbs them all.
 */
public final class Benchmarks {
  private final Options options;
  private final Map<PeerKind, Pair> pairs = new EnumMap<>(PeerKind.class);
  private final Report report = new Report();

  private Benchmarks(Options options) {
    this.options = options;
  }

  /**
   * Measures, and prints.
   *
   * @param args see {@link Options}
   * @throws Exception if a system does not start
   */
  public static void main(String[] args) throws Exception {
    Options options = Options.parse(args);
    if (options == null) {
      System.out.println(Options.USAGE);
      return;
    }
    new Benchmarks(options).run();
  }

  private void run() throws Exception {
    Path sockets = Files.createTempDirectory("remora-benchmarks");
    try {
      for (PeerKind kind : options.peers()) {
        start(kind, sockets.resolve(kind.name()));
      }
      for (Work work : options.works()) {
        measure(work);
        System.out.println(report.table(work));
      }
      if (options.withCosts()) {
        new Costs(pairs, report).measure(options.rounds());
        System.out.println(report.costs());
      }
    } finally {
      pairs.values().forEach(Pair::close);
      remove(sockets);
    }
    report.writeTo(options.output());
    System.out.println("figures and charts: " + options.output());
  }

  /** The servers are killed, and remove nothing. */
  private static void remove(Path sockets) throws IOException {
    try (Stream<Path> left = Files.list(sockets)) {
      for (Path socket : left.toList()) {
        Files.deleteIfExists(socket);
      }
    }
    Files.delete(sockets);
  }

  private void start(PeerKind kind, Path socket) throws IOException {
    PeerKind.Address at = new PeerKind.Address(socket, freePort());
    Side server = new Side("server", kind, at);
    pairs.put(kind, new Pair(at, server, new Side("client", kind, at)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void measure(Work work) throws IOException {
    Set<PeerKind> able = EnumSet.noneOf(PeerKind.class);
    for (PeerKind kind : options.peers()) {
      if (round(work, kind, options.warmUpMillis()) != null) {
        able.add(kind);
      }
    }
    Map<PeerKind, List<Round>> rounds = new LinkedHashMap<>();
    for (int i = 0; i < options.rounds(); i++) {
      for (PeerKind kind : able) {
        Round round = round(work, kind, options.roundMillis());
        if (round != null) {
          rounds.computeIfAbsent(kind, k -> new ArrayList<>()).add(round);
        }
      }
    }
    report.add(work, rounds);
  }

  /** One round; null if the system cannot do the work. */
  private @Nullable Round round(Work work, PeerKind kind, long millis) throws IOException {
    Pair pair = Objects.requireNonNull(pairs.get(kind));
    Side client = pair.client();
    Side server = pair.server();
    long clientBytes = Long.parseLong(client.ask("allocated"));
    long serverBytes = Long.parseLong(server.ask("allocated"));
    long switches = client.switches() + server.switches();
    String reply = client.ask("work %s %d".formatted(work, millis));
    if (reply.equals("unsupported")) {
      return null;
    }
    long switched = client.switches() + server.switches() - switches;
    Round round = Round.parse(reply);
    double calls = round.calls();
    return round.with(
        (Long.parseLong(client.ask("allocated")) - clientBytes) / calls,
        (Long.parseLong(server.ask("allocated")) - serverBytes) / calls,
        switched / calls);
  }
}
