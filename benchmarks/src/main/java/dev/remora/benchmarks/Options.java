package dev.remora.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, and for how long.
 *
 * @param peers the systems, of which the first is what the others are compared with
 * @param works the works
 * @param rounds how many rounds
 * @param roundMillis how long each work takes in a round
 * @param warmUpMillis how long it takes before the first
 * @param withCosts whether memory, idling and start-up are measured too
 * @param output where figures and charts go
 */
record Options(
    List<PeerKind> peers,
    List<Work> works,
    int rounds,
    long roundMillis,
    long warmUpMillis,
    boolean withCosts,
    Path output) {

  static final String USAGE =
      """
      benchmarks/run [--quick] [--peers RAW,REMORA,RMI,…] [--works DOUBLE_IT,…] [--rounds N]
                     [--millis N] [--warm-up N] [--no-costs] [--output DIRECTORY]
      peers: %s
      works: %s"""
          .formatted(List.of(PeerKind.values()), List.of(Work.values()));

  /** Reads the command line; null where it asks for help. */
  static @Nullable Options parse(String[] args) {
    List<PeerKind> peers = List.of(PeerKind.values());
    List<Work> works = List.of(Work.values());
    int rounds = 5;
    long millis = 1_000;
    long warmUp = 3_000;
    boolean costs = true;
    Path output = Path.of("benchmarks", "target", "figures");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> {
          rounds = 3;
          millis = 150;
          warmUp = 400;
          costs = false;
        }
        case "--peers" -> peers = names(args[++i]).map(PeerKind::valueOf).toList();
        case "--works" -> works = names(args[++i]).map(Work::valueOf).toList();
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--millis" -> millis = Long.parseLong(args[++i]);
        case "--warm-up" -> warmUp = Long.parseLong(args[++i]);
        case "--no-costs" -> costs = false;
        case "--output" -> output = Path.of(args[++i]);
        default -> {
          return null;
        }
      }
    }
    return new Options(peers, works, rounds, millis, warmUp, costs, output);
  }

  private static java.util.stream.Stream<String> names(String list) {
    return Arrays.stream(list.split(","));
  }
}
