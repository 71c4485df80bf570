package dev.remora.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: as tables to read, as JSON to compare, as charts to show. */
final class Report {
  private final Map<Work, Map<PeerKind, List<Round>>> works = new EnumMap<>(Work.class);
  private final Map<String, Map<PeerKind, Double>> costs = new LinkedHashMap<>();

  void add(Work work, Map<PeerKind, List<Round>> rounds) {
    works.put(work, rounds);
  }

  void cost(String what, PeerKind kind, double value) {
    costs.computeIfAbsent(what, w -> new EnumMap<>(PeerKind.class)).put(kind, value);
  }

  /**
   * The figure by which a work is compared: microseconds, or calls a second.
   *
   * @param value its median over the rounds
   * @param least of all rounds
   * @param most of all rounds
   */
  record Figure(double value, double least, double most) {
    static Figure of(List<Round> rounds, ToDoubleFunction<Round> of) {
      double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
      return new Figure(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
  }

  static Figure figure(Work work, List<Round> rounds) {
    return Figure.of(rounds, work.isByRate() ? Round::callsPerSecond : Round::p50);
  }

  /** One work as a table. */
  String table(Work work) {
    Map<PeerKind, List<Round>> rounds = works.getOrDefault(work, Map.of());
    StringBuilder table = new StringBuilder();
    table.append("\n== %s (%s)%n".formatted(work.title(), work.target()));
    table.append(
        "%-28s %10s %19s %7s %10s %11s %8s %8s %8s%n"
            .formatted(
                "",
                "p50 us",
                "min..max",
                "ratio",
                "p99 us",
                "calls/s",
                "B client",
                "B server",
                "switches"));
    double base = Double.NaN;
    for (Map.Entry<PeerKind, List<Round>> entry : rounds.entrySet()) {
      List<Round> of = entry.getValue();
      Figure compared = figure(work, of);
      Figure p50 = Figure.of(of, Round::p50);
      if (Double.isNaN(base)) {
        base = compared.value();
      }
      table.append(
          String.format(
              Locale.ROOT,
              "%-28s %10.2f %9.2f..%8.2f %7.2f %10.2f %,11.0f %8.0f %8.0f %8.2f%n",
              entry.getKey().title(),
              p50.value(),
              p50.least(),
              p50.most(),
              compared.value() / base,
              Figure.of(of, Round::p99).value(),
              Figure.of(of, Round::callsPerSecond).value(),
              Figure.of(of, Round::clientBytes).value(),
              Figure.of(of, Round::serverBytes).value(),
              Figure.of(of, Round::switches).value()));
    }
    return table.toString();
  }

  /** What is no work, as a table. */
  String costs() {
    StringBuilder table = new StringBuilder("\n== costs\n");
    costs.forEach(
        (what, values) ->
            values.forEach(
                (kind, value) ->
                    table.append(
                        String.format(
                            Locale.ROOT, "%-56s %-20s %,10.2f%n", what, kind.title(), value))));
    return table.toString();
  }

  /** Writes {@code figures.json} and a chart for each work. */
  void writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("java", System.getProperty("java.vm.version"));
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("works", works);
    json.put("costs", costs);
    Files.writeString(
        directory.resolve("figures.json"),
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    for (Map.Entry<Work, Map<PeerKind, List<Round>>> work : works.entrySet()) {
      if (!work.getValue().isEmpty()) {
        String name = work.getKey().name().toLowerCase(Locale.ROOT) + ".svg";
        Files.writeString(directory.resolve(name), chart(work.getKey(), work.getValue()));
      }
    }
  }

  private static String chart(Work work, Map<PeerKind, List<Round>> rounds) {
    List<Chart.Bar> bars = new ArrayList<>();
    rounds.forEach(
        (kind, of) -> {
          Figure figure = figure(work, of);
          bars.add(
              new Chart.Bar(
                  kind.title(),
                  figure.value(),
                  figure.least(),
                  figure.most(),
                  kind == PeerKind.REMORA));
        });
    String unit =
        work.isByRate() ? "calls/s, more is better" : "microseconds (p50), less is better";
    return new Chart(work.title(), unit, bars).toSvg();
  }
}
