package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.loose.LooseStub;
import dev.remora.AccessBlockedException;
import dev.remora.CallTimeoutException;
import dev.remora.DisconnectedException;
import dev.remora.EncodingException;
import dev.remora.MissingObjectException;
import dev.remora.NoSuchModuleException;
import dev.remora.it.callbacks.Slow;
import dev.remora.it.callbacks.SlowStub;
import dev.remora.it.files.FileService;
import dev.remora.it.files.FileServiceAsyncStub;
import dev.remora.it.files.FileServiceStub;
import dev.remora.it.values.Echo;
import dev.remora.it.values.EchoStub;
import dev.remora.main.MainProcess;
import dev.remora.main.RequireDecision;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stubs as a container makes them: by their constructor, before anybody knows their object. */
final class InjectedStubIT {

  @ParameterizedTest
  @EnumSource
  void theFirstCallRequiresTheModuleAndTheOthersDoNot(Via via) {
    try (RemoteContext remote = via.connect()) {
      FileServiceStub files = new FileServiceStub(remote);
      assertThat(remote.stubsInUse()).isZero();
      assertThat(files)
          .hasToString("injected stub of dev.remora.it.files.FileService (not required yet)");

      assertThat(files.doubleIt(2)).isEqualTo(4);
      assertThat(files.doubleIt(4)).isEqualTo(8);

      assertThat(remote.stubsInUse()).isEqualTo(1);
      assertThat(files.toString()).matches("injected stub of dev.remora.it.files.FileService#\\d+");
    }
  }

  @ParameterizedTest
  @EnumSource
  void itGoesHomeAsItsObject(Via via) {
    try (RemoteContext remote = via.connect()) {
      LooseStub unused = new LooseStub(remote);
      assertThat(LooseStub.require(remote).same(unused)).isSameAs(LooseStub.require(remote));

      LooseStub called = new LooseStub(remote);
      assertThat(called.same(called)).isSameAs(LooseStub.require(remote));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itEqualsItselfOnlyAndAsksNobodyForThat(Via via) {
    try (RemoteContext remote = via.connect()) {
      FileServiceStub files = new FileServiceStub(remote);
      int before = files.hashCode();
      assertThat(files).isEqualTo(files.withTimeout(Duration.ofSeconds(10)));
      assertThat(remote.stubsInUse()).isZero();

      assertThat(files.doubleIt(1)).isEqualTo(2);

      assertThat(files).hasSameHashCodeAs(before).isNotEqualTo(FileServiceStub.require(remote));
      assertThat(files).isNotEqualTo(new FileServiceStub(remote));
    }
  }

  @ParameterizedTest
  @EnumSource
  void asynchronousStubsAreInjectedToo(Via via) throws Exception {
    try (RemoteContext remote = via.connect()) {
      FileServiceAsyncStub files = new FileServiceAsyncStub(remote);
      assertThat(remote.stubsInUse()).isZero();

      assertThat(files.doubleIt(2).get(10, TimeUnit.SECONDS)).isEqualTo(4);
      assertThat(files.withTimeout(Duration.ofSeconds(10)).doubleIt(3).get(10, TimeUnit.SECONDS))
          .isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itMayBelongToAScope(Via via) {
    try (RemoteContext remote = via.connect();
        RemoteContext scope = remote.newContext()) {
      LooseStub elsewhere = new LooseStub(scope);
      assertThatThrownBy(() -> LooseStub.require(remote).same(elsewhere))
          .isInstanceOf(EncodingException.class)
          .hasMessageContaining("cannot go home");
      assertThatThrownBy(() -> remote.release(elsewhere))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFailureOfTheFirstCallIsTypedAndTheNextCallTriesAgain() {
    AtomicInteger asked = new AtomicInteger();
    try (MainProcess main =
            MainProcess.builder()
                .export(new Echo())
                .onRequire(
                    request ->
                        asked.incrementAndGet() == 1
                            ? RequireDecision.block("not yet")
                            : RequireDecision.pass())
                .start();
        RemoteContext remote = RemoteContext.connect(main)) {
      EchoStub echo = new EchoStub(remote);

      assertThatThrownBy(() -> echo.anInt(1))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("not yet");
      assertThat(echo.anInt(1)).isEqualTo(1);
      assertThat(echo.anInt(2)).isEqualTo(2);
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void aModuleThatIsNotExportedOrAsAClassOnlySaysSoAtTheFirstCall() {
    try (MainProcess main = MainProcess.builder().export(FileService.class).start();
        RemoteContext remote = RemoteContext.connect(main)) {
      assertThatThrownBy(() -> new EchoStub(remote).anInt(1))
          .isInstanceOf(NoSuchModuleException.class)
          .hasMessageContaining("no module 'echo' is exported");
      assertThatThrownBy(() -> new FileServiceStub(remote).doubleIt(1))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("is exported as a class only: construct an object of it");
      assertThat(FileServiceStub.construct(remote, Path.of("x")).root()).isEqualTo("x");
    }
  }

  @Test
  void eachContextHasItsOwnObjectOfAModuleThatIsExportedPerContext() {
    AtomicInteger made = new AtomicInteger();
    try (MainProcess main =
            MainProcess.builder()
                .exportPerContext(
                    FileService.class,
                    context -> new FileService(Path.of("" + made.incrementAndGet())))
                .start();
        RemoteContext one = RemoteContext.connect(main);
        RemoteContext two = RemoteContext.connect(main)) {
      FileServiceStub first = new FileServiceStub(one);
      FileServiceStub second = new FileServiceStub(two);
      assertThat(made).hasValue(0);

      assertThat(first.root()).isEqualTo("1");
      assertThat(second.root()).isEqualTo("2");
      assertThat(new FileServiceStub(one).root()).isEqualTo("1");
      assertThat(made).hasValue(2);
    }
  }

  @Test
  void threadsWhoseFirstCallsMeetKeepOneObject() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (MainProcess main =
            MainProcess.builder()
                .export(new FileService(Path.of("first")))
                .onRequire(
                    request ->
                        RequireDecision.replaceWith(
                            new FileService(Path.of(Thread.currentThread().toString()))))
                .start();
        RemoteContext remote = RemoteContext.connect(main)) {
      FileServiceStub files = new FileServiceStub(remote);
      Callable<String> call =
          () -> {
            String unused = files.root();
            return files.root();
          };
      List<Future<String>> calls = pool.invokeAll(Collections.nCopies(threads, call));
      String kept = files.root();
      for (Future<String> done : calls) {
        assertThat(done.get()).isEqualTo(kept);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void releasedItCannotBeUsedAndReleasedByOthersItAsksAgain() {
    try (MainProcess main = MainProcess.builder().export(new Echo()).start();
        RemoteContext remote = RemoteContext.connect(main)) {
      EchoStub never = new EchoStub(remote);
      remote.release(never);
      assertThatThrownBy(() -> never.anInt(1)).isInstanceOf(MissingObjectException.class);

      EchoStub echo = new EchoStub(remote);
      assertThat(echo.anInt(1)).isEqualTo(1);
      remote.release(EchoStub.require(remote));
      assertThat(echo.anInt(2)).isEqualTo(2);
      remote.release(echo);
      assertThat(remote.stubsInUse()).isZero();
      assertThatThrownBy(() -> echo.anInt(3))
          .isInstanceOf(MissingObjectException.class)
          .hasMessageContaining("this process has released it");
    }
  }

  @Test
  void itHasATimeoutOfItsOwn() {
    try (MainProcess main = MainProcess.builder().export(new Slow()).start();
        RemoteContext remote = RemoteContext.connect(main)) {
      SlowStub slow = new SlowStub(remote).withTimeout(Duration.ofMillis(50));
      assertThatThrownBy(() -> slow.sleep(20_000, 1)).isInstanceOf(CallTimeoutException.class);
    }
  }

  @Test
  void ofAContextThatIsClosedItFailsLikeAnyOther() {
    try (MainProcess main = MainProcess.builder().export(new Echo()).start()) {
      RemoteContext remote = RemoteContext.connect(main);
      EchoStub echo = new EchoStub(remote);
      remote.close();
      assertThatThrownBy(() -> echo.anInt(1)).isInstanceOf(DisconnectedException.class);
    }
  }
}
