package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.files.FileServiceStub;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a renderer loads for its first call: that is what its start costs, and classes can be
 * counted where times do not repeat ({@code docs/performance.md}).
 */
@Timeout(60)
final class StartIT {
  private static final String CLOSED = "the context is closed";

  /** There were 26 when this was written. */
  private static final int MOST_LAMBDAS = 30;

  /** There were 189 when this was written. */
  private static final int MOST_CLASSES = 200;

  /** The loaded classes, one a line, until the context was closed. */
  private static String loaded;

  private static String afterwards;

  /** Connects, requires a module, calls it and closes. */
  static final class Renderer {
    private Renderer() {}

    public static void main(String[] args) {
      try (RemoteContext remote = RemoteContext.connect(Path.of(args[0]))) {
        System.out.println("four is " + FileServiceStub.require(remote).doubleIt(2));
      }
      System.out.println(CLOSED);
      Thread watcher = watcher();
      while (watcher.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      System.out.println("the watcher rests");
    }

    private static Thread watcher() {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("remora-watcher"))
          .findAny()
          .orElseThrow();
    }
  }

  @BeforeAll
  static void startARenderer(@TempDir Path directory) throws IOException {
    Path socket = directory.resolve("private").resolve("s");
    try (MainProcess main = TestMain.exports().listen(socket).start()) {
      ProcessBuilder builder = Jvm.running(Renderer.class, socket.toString());
      builder.command().add(1, "-Xlog:class+load");
      try (InputStream output = builder.start().getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("four is 4", CLOSED).contains(FileServiceStub.class.getName());
        loaded = text.substring(0, text.indexOf(CLOSED));
        afterwards = text.substring(text.indexOf(CLOSED));
      }
      assertThat(main.registry().isEmpty()).isTrue();
    }
  }

  @Test
  void nothingIsLoadedForLogsThatNobodyWrites() {
    assertThat(loaded).doesNotContain("java.util.logging.").contains("dev.remora.log.LateLogger");
  }

  @Test
  void databindIsNotLoadedWithoutAValueForIt() {
    assertThat(loaded).doesNotContain("tools.jackson.databind.");
  }

  @Test
  void noStreamIsRun() {
    assertThat(lines("java\\.util\\.stream\\.(\\w+Ops|Nodes)\\b")).isEmpty();
  }

  /** An entry of the file service has an instant, and nothing else that crosses as text. */
  @Test
  void textsAreNotPreparedThatNobodySends() {
    assertThat(lines("(TextValues|SqlTexts)\\S*Lambda")).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void fewClassesAreMadeAtRunTime() {
    assertThat(lines("dev\\.remora\\.(?!it\\.).*\\$\\$Lambda")).hasSizeBetween(1, MOST_LAMBDAS);
    assertThat(lines("dev\\.remora\\.\\S*StringConcat|\\$\\$StringConcat")).isEmpty();
  }

  @Test
  void fewOfOurClassesAreLoaded() {
    assertThat(lines("dev\\.remora\\.(?!it\\.)(?!.*\\$\\$Lambda)")).hasSizeBetween(1, MOST_CLASSES);
  }

  /** A JVM that ends would wait 300 ms for it otherwise. */
  @Test
  void theWatcherOfNothingIsInNoSystemCall() {
    assertThat(afterwards).contains("the watcher rests");
  }

  private static List<String> lines(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return loaded.lines().filter(line -> pattern.matcher(line).find()).toList();
  }
}
