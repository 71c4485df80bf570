package dev.remora.it.reliability;

import dev.remora.Limits;
import dev.remora.RemoteException;
import dev.remora.it.Jvm;
import dev.remora.it.callbacks.Quiet;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A second JVM that is told what to do, and says when it has done it. */
final class Program implements AutoCloseable {
  private static final int AT_ONCE = 1_000;

  private final Process process;
  private final BufferedReader output;

  private Program(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts {@code Program <task> <socket> <number>} with a heap of so many MiB. */
  static Program start(String task, Path socket, int number, int heap) {
    ProcessBuilder builder =
        Jvm.running(Program.class, task, socket.toString(), String.valueOf(number));
    builder
        .command()
        .replaceAll(argument -> argument.equals("-Xmx256m") ? "-Xmx" + heap + "m" : argument);
    try {
      return new Program(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the next line that it prints. */
  String say() throws Exception {
    return CompletableFuture.supplyAsync(this::readLine, task -> new Thread(task).start())
        .get(10, TimeUnit.MINUTES);
  }

  private String readLine() {
    try {
      return String.valueOf(output.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -SIGNAL} does. */
  void signal(String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] args) throws Exception {
    Path socket = Path.of(args[1]);
    int number = Integer.parseInt(args[2]);
    if (args[0].equals("serve")) {
      try (MainProcess main = serving(socket, Duration.ofSeconds(30))) {
        System.out.println("ready " + main.registry().isEmpty());
        awaitEndOfInput();
      }
      return;
    }
    Limits limits = Limits.defaults();
    if (args[0].equals("idle")) {
      limits = limits.withPeerTimeout(Duration.ofSeconds(number));
    }
    try (RemoteContext remote = RemoteContext.builder().limits(limits).connect(socket)) {
      remote.onClose(reason -> System.out.println("lost: " + reason));
      work(args[0], remote, WorksStub.require(remote), number);
    }
  }

  static MainProcess serving(Path socket, Duration peerTimeout) {
    return MainProcess.builder()
        .limits(
            Limits.defaults()
                .withMaxCallsInFlight(10_000)
                .withMaxContexts(4_096)
                .withPeerTimeout(peerTimeout))
        .export(new Works())
        .listen(socket)
        .start();
  }

  private static void awaitOnlyModule(RemoteContext remote, WorksStub works) {
    try {
      Quiet.await("only the module's stub is in use", () -> remote.stubsInUse() == 1);
    } finally {
      // Compiled code does not need it any longer, and it would be collected as well.
      Reference.reachabilityFence(works);
    }
  }

  private static void work(String task, RemoteContext remote, WorksStub works, int number)
      throws IOException {
    switch (task) {
      case "objects" -> {
        for (int i = 0; i < number; i++) {
          works.make().number();
        }
        awaitOnlyModule(remote, works);
      }
      case "lambdas" -> {
        int[] ran = new int[1];
        for (int i = 0; i < number; i++) {
          int each = i;
          works.call(() -> ran[0] += each >= 0 ? 1 : 0);
        }
        System.out.println("ran " + ran[0]);
        Quiet.await(
            "main holds no function",
            () -> {
              works.collect();
              return remote.callbacksHeld() == 0;
            });
      }
      case "same" -> {
        List<ThingStub> things = new ArrayList<>();
        for (int i = 0; i < number; i++) {
          things.add(works.same());
        }
        System.out.println("distinct " + things.stream().distinct().count());
        things.clear();
        awaitOnlyModule(remote, works);
      }
      case "hold" -> {
        List<Object> held = new ArrayList<>();
        for (int i = 0; i < number; i += AT_ONCE) {
          held.add(works.makeMany(AT_ONCE));
        }
        System.out.println("held " + held.size() * AT_ONCE);
        awaitEndOfInput();
      }
      default -> {
        System.out.println("ready " + works.doubleIt(number));
        awaitEndOfInput();
        return;
      }
    }
    System.out.println("quiet");
    awaitEndOfInput();
  }

  private static void awaitEndOfInput() throws IOException {
    while (true) {
      int next = System.in.read();
      if (next < 0) {
        return;
      }
    }
  }

  /** What a call ends with that must not go on: the exception. */
  static Throwable failureOf(CallThatFails call) {
    try {
      call.run();
      return new AssertionError("it did not fail");
    } catch (RemoteException | InterruptedException e) {
      return e;
    }
  }

  /** A call. */
  interface CallThatFails {
    void run() throws InterruptedException;
  }
}
