package dev.remora.benchmarks;

import java.util.Arrays;

/**
 * One round of one work over one system.
 *
 * @param calls how many calls were made
 * @param p50 half of the calls took less, in microseconds
 * @param p99 of a hundred calls one took more, in microseconds
 * @param callsPerSecond how many calls ended in a second
 * @param clientBytes how many bytes the client allocated for each call
 * @param serverBytes how many bytes the server allocated for each call
 * @param switches how many context switches both made for each call
 */
record Round(
    long calls,
    double p50,
    double p99,
    double callsPerSecond,
    double clientBytes,
    double serverBytes,
    double switches) {

  /** A round from the times of its calls. */
  static Round of(long[] nanos, long elapsedNanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    return new Round(
        count,
        sorted[count / 2] / 1e3,
        sorted[(int) (count * 99L / 100)] / 1e3,
        count * 1e9 / elapsedNanos,
        0,
        0,
        0);
  }

  Round with(double client, double server, double contextSwitches) {
    return new Round(calls, p50, p99, callsPerSecond, client, server, contextSwitches);
  }

  String print() {
    return "%d %s %s %s".formatted(calls, p50, p99, callsPerSecond);
  }

  static Round parse(String line) {
    String[] parts = line.split(" ", 4);
    return new Round(
        Long.parseLong(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        0,
        0,
        0);
  }
}
