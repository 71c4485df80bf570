package dev.remora.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A child JVM, as the one that measures sees it. */
final class Side implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  Side(String role, PeerKind kind, PeerKind.Address at) throws IOException {
    process = start(role, kind, at);
    out = process.inputReader();
    in = process.outputWriter();
    String ready = readLine();
    if (ready == null || !ready.startsWith("ready")) {
      throw new IOException("the %s of %s said %s".formatted(role, kind.title(), ready));
    }
  }

  static Process start(String role, PeerKind kind, PeerKind.Address at) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms256m",
            "-Xmx1g",
            "-Xshare:auto",
            "-cp",
            kind.classPath(System.getProperty("java.class.path"))));
    command.addAll(
        List.of(
            SideMain.class.getName(),
            role,
            kind.name(),
            at.socket().toString(),
            String.valueOf(at.port())));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  String ask(String command) throws IOException {
    in.write(command);
    in.newLine();
    in.flush();
    String reply = readLine();
    if (reply == null || reply.startsWith("failed")) {
      throw new IOException(command + ": " + reply);
    }
    return reply;
  }

  /** The next line; a system that hangs is killed, and then says nothing more. */
  private @Nullable String readLine() throws IOException {
    Timer watchdog = new Timer("watchdog", true);
    watchdog.schedule(
        new TimerTask() {
          @Override
          public void run() {
            process.destroyForcibly();
          }
        },
        PATIENCE_MILLIS);
    try {
      return out.readLine();
    } finally {
      watchdog.cancel();
    }
  }

  /** How many context switches all its threads have made that live. */
  long switches() throws IOException {
    long sum = 0;
    Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
    if (!Files.isDirectory(tasks)) {
      return 0;
    }
    try (Stream<Path> threads = Files.list(tasks)) {
      for (Path thread : threads.toList()) {
        sum += switchesOf(thread);
      }
    }
    return sum;
  }

  private static long switchesOf(Path thread) throws IOException {
    long sum = 0;
    try {
      for (String line : Files.readAllLines(thread.resolve("status"))) {
        if (line.contains("ctxt_switches")) {
          sum += Long.parseLong(line.substring(line.indexOf(':') + 1).trim());
        }
      }
    } catch (NoSuchFileException e) {
      // It has ended meanwhile.
    }
    return sum;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
