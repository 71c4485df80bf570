package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.loose.LooseAsyncStub;
import com.example.loose.LooseStub;
import dev.remora.it.callbacks.Handlers;
import dev.remora.it.callbacks.HubAsyncStub;
import dev.remora.it.callbacks.HubStub;
import dev.remora.it.callbacks.Refused;
import dev.remora.it.files.FileServiceAsyncStub;
import dev.remora.it.files.FileServiceStub;
import dev.remora.it.files.QuotaException;
import dev.remora.it.values.EchoAsyncStub;
import dev.remora.it.values.Point;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the methods of asynchronous stubs promise. */
final class AsyncStubIT {

  private static <T extends @Nullable Object> T result(CompletableFuture<T> future)
      throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private static AbstractThrowableAssert<?, ?> assertFailure(CompletableFuture<?> future) {
    return assertThatThrownBy(() -> result(future)).isInstanceOf(ExecutionException.class).cause();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfResultArrives(Via via) throws Exception {
    EchoAsyncStub echo = EchoAsyncStub.require(via.remote());

    assertThat(result(echo.aLong(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    assertThat(result(echo.aChar('x'))).isEqualTo('x');
    assertThat(result(echo.string("text"))).isEqualTo("text");
    assertThat(result(echo.point(new Point(1, 2, 0.5)))).isEqualTo(new Point(1, 2, 0.5));
    assertThat(result(echo.bytes(new byte[] {1, 2}))).containsExactly(1, 2);
    assertThat(result(echo.list(List.of(1, 2)))).containsExactly(1, 2);
    assertThat(result(echo.sum(1, 2, 3))).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void nullArrivesWhereItMayStand(Via via) throws Exception {
    EchoAsyncStub echo = EchoAsyncStub.require(via.remote());
    LooseAsyncStub loose = LooseAsyncStub.require(via.remote());

    assertThat(result(echo.nullableInteger(null))).isNull();
    assertThat(result(echo.nullableString("there"))).isEqualTo("there");
    assertThat(result(loose.same(null))).isNull();
    assertThat(result(loose.same(LooseStub.require(via.remote()))))
        .isSameAs(LooseStub.require(via.remote()));
    assertFailure(echo.nullAgainstItsWord()).hasMessageContaining("must not be null");
  }

  @ParameterizedTest
  @EnumSource
  void propertiesStaticsAndConstructorsAreFuturesToo(Via via) throws Exception {
    FileServiceStub files =
        result(FileServiceAsyncStub.construct(via.remote(), Path.of("somewhere")));
    FileServiceAsyncStub async = FileServiceAsyncStub.of(files);

    assertThat(result(async.root())).isEqualTo("somewhere");
    assertThat(result(async.root("elsewhere"))).isNull();
    assertThat(files.root()).isEqualTo("elsewhere");
    assertThat(result(FileServiceAsyncStub.version(via.remote()))).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void declaredExceptionsAndOthersFailTheFuture(Via via) {
    FileServiceAsyncStub files = FileServiceAsyncStub.require(via.remote());

    assertFailure(files.check("x"))
        .isExactlyInstanceOf(QuotaException.class)
        .hasMessage("no room for x");
    assertFailure(files.list("no such directory")).isExactlyInstanceOf(NoSuchFileException.class);
    assertFailure(HubAsyncStub.require(via.remote()).later(-1))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative: -1");
  }

  @ParameterizedTest
  @EnumSource
  void aPromiseOfTheMemberIsTheFuture(Via via) throws Exception {
    HubAsyncStub hub = HubAsyncStub.require(via.remote());

    assertThat(result(hub.later(7))).isEqualTo(7);
    assertThat(result(hub.now(8))).isEqualTo(8);
    assertThat(result(hub.done())).isNull();
    assertThat(result(hub.twice(CompletableFuture.completedFuture(4)))).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void functionsArePassedAsInTheSynchronousStub(Via via) throws Exception {
    HubStub hub = HubStub.require(via.remote());
    HubAsyncStub async = HubAsyncStub.of(hub);
    Handlers handlers = new Handlers("mine", text -> {}, number -> {}, String::length, null);

    assertThat(result(async.apply(x -> x + 1, 1))).isEqualTo(2);
    assertThat(result(async.tell(handlers, "four"))).containsExactly("mine", "4", "nobody");
    assertThat(result(async.echoHandlers(handlers))).isEqualTo(handlers);
    assertThat(hub.isOriginal(result(async.supplier("main's")))).isTrue();
    assertFailure(
            async.judge(
                what -> {
                  throw new Refused("not " + what);
                },
                "this"))
        .isExactlyInstanceOf(Refused.class)
        .hasMessage("not this");
  }

  @ParameterizedTest
  @EnumSource
  void oneWayMembersArePosted(Via via) {
    HubStub hub = HubStub.require(via.remote());
    hub.takeLog();

    HubAsyncStub.of(hub).post("posted");

    assertThat(hub.takeLog()).containsExactly("posted");
  }
}
