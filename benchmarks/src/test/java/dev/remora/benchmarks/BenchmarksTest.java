package dev.remora.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks run; what they measure on a busy machine says nothing. */
@Timeout(120)
final class BenchmarksTest {
  @TempDir private Path output;

  @Test
  void oneWorkOverThreeSystemsMakesFiguresAndAChart() throws Exception {
    Benchmarks.main(
        new String[] {
          "--peers",
          "RAW,REMORA,RMI",
          "--works",
          "DOUBLE_IT,ASYNC",
          "--rounds",
          "1",
          "--millis",
          "50",
          "--warm-up",
          "50",
          "--no-costs",
          "--output",
          output.toString()
        });
    assertThat(output.resolve("figures.json")).content().contains("REMORA", "p50");
    assertThat(output.resolve("double_it.svg")).content().contains("Java RMI", "</svg>");
  }

  @Test
  void anUnknownOptionAsksForHelp() {
    assertThat(Options.parse(new String[] {"--fast"})).isNull();
    assertThat(Options.USAGE).contains("RAW", "DOUBLE_IT");
  }

  @Test
  void aChartHasABarForEachSystem() throws Exception {
    Chart chart =
        new Chart(
            "a < b",
            "us",
            List.of(new Chart.Bar("one", 1, 1, 2, false), new Chart.Bar("ours", 3, 2, 4, true)));
    Path file = Files.writeString(output.resolve("chart.svg"), chart.toSvg());
    assertThat(file).content().contains("a &lt; b", "class=\"ours\"", ">3.0<");
  }

  @Test
  void theRawSampleIsAsLargeAsTheFieldsAre() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Sample.example().writeTo(new DataOutputStream(bytes));
    assertThat(bytes.size()).isEqualTo(Sample.exampleBytes());
  }
}
