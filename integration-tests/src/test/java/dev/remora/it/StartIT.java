package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.files.FileServiceStub;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
  private static final String CONNECTING = "begins to connect";
  private static final String CALLED = "four is 4";
  private static final String CLOSED = "the context is closed";

  private static final String LIST = "dev.remora.renderer.FirstCallClasses";

  /** There were 177 when this was written. */
  private static final int MOST_CLASSES = 185;

  /** The loaded classes, one a line, until the context was closed. */
  private static String loaded;

  private static String afterwards;

  /** Connects, requires a module, calls it and closes. */
  static final class Renderer {
    private Renderer() {}

    public static void main(String[] args) throws ReflectiveOperationException {
      // What is loaded ahead says nothing of what is needed.
      Field begun = Class.forName(LIST).getDeclaredField("BEGUN");
      begun.setAccessible(true);
      ((AtomicBoolean) begun.get(null)).set(true);
      System.out.println(CONNECTING);
      try (RemoteContext remote = RemoteContext.connect(Path.of(args[0]))) {
        System.out.println("four is " + FileServiceStub.require(remote).doubleIt(2));
        // What the watcher loads belongs to the start, and is not loaded for a closed context.
        while (thread("remora-timer") == null) {
          Thread.onSpinWait();
        }
      }
      System.out.println(CLOSED);
      Thread watcher = Objects.requireNonNull(thread("remora-watcher"));
      while (watcher.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      System.out.println("the watcher rests");
    }

    /** Without a stream: that none is run is tested too. */
    private static @Nullable Thread thread(String name) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals(name)) {
          return thread;
        }
      }
      return null;
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
        assertThat(text)
            .contains(CONNECTING, CALLED, CLOSED)
            .contains(FileServiceStub.class.getName());
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

  /** The handshake of two Remora peers needs neither its generators nor its parsers. */
  @Test
  void jsonIsNotLoadedWhereNobodySpeaksIt() {
    assertThat(loaded)
        .doesNotContain("tools.jackson.core.json.")
        .doesNotContain("tools.jackson.core.base.ParserMinimalBase")
        .contains("tools.jackson.core.JsonParser ");
  }

  @Test
  void codecsAreNotMadeBeforeACallNeedsOne() {
    assertThat(loaded)
        .doesNotContain(FileServiceStub.class.getName() + "$WireCodecs")
        .doesNotContain("dev.remora.stub.Codecs ");
  }

  @Test
  void thePidIsFoundWithoutTheHandlesOfOtherProcesses() {
    assertThat(lines("java\\.lang\\.ProcessHandleImpl")).isEmpty();
  }

  /**
   * Where this fails, correct the list: what is missing is loaded late, what is too much in vain.
   */
  @Test
  void whatIsLoadedAheadIsWhatTheFirstCallNeeds() throws ReflectiveOperationException {
    Method names = Class.forName(LIST).getDeclaredMethod("names");
    names.setAccessible(true);
    List<String> listed = ((List<?>) names.invoke(null)).stream().map(String::valueOf).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(loadedClasses("(dev\\.remora|tools\\.jackson)\\..*")).containsAll(listed);
    assertThat(listed)
        .containsAll(
            loadedClasses(
                "(dev\\.remora\\.(?!it\\.|renderer\\.)|tools\\.jackson\\.).*",
                "dev.remora.transport.UnixSocketLink",
                CALLED));
  }

  private static List<String> loadedClasses(String regex) {
    return loadedClasses(regex, "", CLOSED);
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

  /** Each costs more than a class that is in a jar: on JDK 25, several times as much. */
  @Test
  void noClassesAreMadeAtRunTimeForTheFirstCall() {
    assertThat(loadedClasses("dev\\.remora\\.(?!it\\.).*\\$\\$Lambda.*", CONNECTING, CALLED))
        .isEmpty();
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

  /** The classes that were loaded from one line on until another. */
  private static List<String> loadedClasses(String regex, String first, String last) {
    Pattern line = Pattern.compile("(?m)^\\[[^\\n]*\\] (" + regex + ") source: ");
    int begin = loaded.indexOf(first);
    int end = loaded.contains(last) ? loaded.indexOf(last) : loaded.length();
    return line.matcher(loaded).region(begin, end).results().map(match -> match.group(1)).toList();
  }

  private static List<String> lines(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return loaded.lines().filter(line -> pattern.matcher(line).find()).toList();
  }
}
