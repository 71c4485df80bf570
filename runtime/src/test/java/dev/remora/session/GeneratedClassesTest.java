package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.MissingGeneratedClassException;
import dev.remora.ModuleMismatchException;
import dev.remora.NoSuchMemberException;
import dev.remora.VersionSkew;
import dev.remora.fixture.Counter;
import dev.remora.fixture.CounterStub;
import dev.remora.fixture.Unprocessed;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.StubType;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated classes that are missing, or of another version. */
final class GeneratedClassesTest {

  @Test
  void aMissingDispatcherNamesTheClassAndTheSettingThatIsMissing() {
    assertThatThrownBy(() -> MainProcess.builder().export(new Unprocessed()))
        .isInstanceOf(MissingGeneratedClassException.class)
        .hasMessageContaining("dev.remora.fixture.UnprocessedDispatcher is missing")
        .hasMessageContaining("annotationProcessorPaths")
        .hasMessageContaining("JDK 23");
  }

  @Test
  void whatIsNoModuleCannotBeExported() {
    assertThatThrownBy(() -> MainProcess.builder().export(new Unprocessed.Plain()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a @RemoteModule");
  }

  @Test
  void aNameIsExportedOnce() {
    assertThatThrownBy(() -> MainProcess.builder().export(new Counter()).export(new Counter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("module 'dev.remora.fixture.Counter' is exported twice");
  }

  @ParameterizedTest
  @EnumSource
  void anotherVersionOfAModuleIsRefusedWithTheMembersThatDiffer(Transport transport) {
    StubType<CounterStub> other = other();
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      assertThatThrownBy(() -> remote.require(other).stub())
          .isInstanceOf(ModuleMismatchException.class)
          .hasMessageContaining("Only in the stub: int tripleIt(int).")
          .hasMessageContaining("Only in the main process: Counter fork(); ")
          .hasMessageContaining("int add(int)")
          .hasMessageNotContaining("int doubleIt(int)");
      assertThat(served.main.registry().objectCount()).isZero();
      assertThat(CounterStub.require(remote).doubleIt(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherVersionOfAModuleIsUsedWithOneLineInTheLogIfSoWished(Transport transport) {
    List<String> logged = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger("dev.remora.session.RequiredModule");
    Handler handler = new Lines(logged);
    log.addHandler(handler);
    log.setUseParentHandlers(false);
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect(b -> b.versionSkew(VersionSkew.LOGGED))) {
      CounterStub counter = remote.require(other()).stub();
      assertThat(counter.doubleIt(1)).isEqualTo(2);
      assertThat(remote.require(other()).stub()).isSameAs(counter);
      assertThat(logged)
          .singleElement()
          .asString()
          .startsWith("used all the same: module 'dev.remora.fixture.Counter' of the main process")
          .contains("Only in the stub: int tripleIt(int).");
      assertThatThrownBy(() -> remote.require(other()).memberCall("tripleIt").invoke())
          .isInstanceOf(NoSuchMemberException.class);
    } finally {
      log.removeHandler(handler);
      log.setUseParentHandlers(true);
    }
  }

  /** Counter's stub as of another version. */
  private static StubType<CounterStub> other() {
    return new StubType<>(
        CounterStub.class,
        CounterStub.TYPE.module(),
        "fedcba9876543210",
        CounterStub.TYPE.constructor(),
        () -> List.of("int doubleIt(int)", "int tripleIt(int)"));
  }

  /** Keeps what is logged. */
  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
