package dev.remora.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of the example, from its start to the end of both processes.
 *
 * @param lines what both have printed
 * @param exitCode what the main process ended with
 */
record Run(List<String> lines, int exitCode) {
  private static final Path TARGET = Path.of(System.getProperty("examples.target", "target"));
  private static final Pattern STARTED =
      Pattern.compile("main \\d+ \\| has started renderer (\\d+)");
  private static final long SECONDS = 120;

  static Path rendererJar() {
    return TARGET.resolve("remora-examples-renderer.jar");
  }

  /** The directory that the README's command serves. */
  static Path checkout() {
    return TARGET.resolve("../..").normalize();
  }

  /** The command of the script {@code run}, without the build. */
  static Run over(Path directory, Path output) throws IOException, InterruptedException {
    String libraries = File.pathSeparator + TARGET.resolve("lib") + File.separator + "*";
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                TARGET.resolve("remora-examples.jar") + libraries,
                "dev.remora.examples.main.FileServer",
                directory.toString(),
                rendererJar() + libraries)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(output);
    assertThat(ended).as("ended within %d s: %s", SECONDS, lines).isTrue();
    return new Run(lines, process.exitValue());
  }

  String text() {
    return String.join("\n", lines);
  }

  long rendererPid() {
    Matcher started = STARTED.matcher(text());
    assertThat(started.find()).as(text()).isTrue();
    return Long.parseLong(started.group(1));
  }
}
