package dev.remora.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of an example, from its start to the end of both processes.
 *
 * @param lines what both have printed
 * @param exitCode what the main process ended with
 */
record Run(List<String> lines, int exitCode) {
  private static final Path TARGET = Path.of(System.getProperty("examples.target", "target"));
  private static final Pattern STARTED =
      Pattern.compile("main \\d+ \\| has started renderer (\\d+)");
  private static final long SECONDS = 300;

  static Path rendererJar() {
    return TARGET.resolve("remora-examples-renderer.jar");
  }

  /** The directory that the README's command serves. */
  static Path checkout() {
    return TARGET.resolve("../..").normalize();
  }

  /** The command of the script {@code run}, without the build. */
  static Run over(Path directory, Path output) throws IOException, InterruptedException {
    return of(
        output,
        mainClassPath(),
        "dev.remora.examples.main.FileServer",
        directory.toString(),
        rendererClassPath());
  }

  /** The command of the script {@code run database}, without the build. */
  static Run ofDatabase(Path output) throws IOException, InterruptedException {
    return of(
        output,
        mainClassPath() + File.pathSeparator + all("lib-main"),
        "dev.remora.examples.database.main.DatabaseServer",
        rendererClassPath());
  }

  private static String mainClassPath() {
    return TARGET.resolve("remora-examples.jar") + File.pathSeparator + all("lib");
  }

  private static String rendererClassPath() {
    return rendererJar() + File.pathSeparator + all("lib");
  }

  private static String all(String directory) {
    return TARGET.resolve(directory) + File.separator + "*";
  }

  private static Run of(Path output, String classPath, String... mainClassAndArguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(mainClassAndArguments));
    Process process =
        new ProcessBuilder(command)
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
