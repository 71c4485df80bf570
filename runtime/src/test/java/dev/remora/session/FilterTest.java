package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.AccessBlockedException;
import dev.remora.HandshakeException;
import dev.remora.fixture.Counter;
import dev.remora.fixture.CounterStub;
import dev.remora.main.MainProcess;
import dev.remora.main.RequireDecision;
import dev.remora.renderer.RemoteContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets in, and what he may require. */
final class FilterTest {

  @ParameterizedTest
  @EnumSource
  void aFilterSeesEachRequireBeforeItHappens(Transport transport) {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Served served =
            new Served(
                transport,
                builder ->
                    builder.onRequire(
                        request -> {
                          seen.add(request.context().id() + " " + request.module());
                          return RequireDecision.pass();
                        }));
        RemoteContext remote = served.connect()) {
      CounterStub.require(remote);
      CounterStub.require(remote);
      assertThat(seen)
          .containsExactly(
              remote.id() + " dev.remora.fixture.Counter",
              remote.id() + " dev.remora.fixture.Counter");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFilterBlocksWithAReason(Transport transport) {
    try (Served served =
            new Served(
                transport,
                builder -> builder.onRequire(request -> RequireDecision.block("not on Mondays")));
        RemoteContext remote = served.connect()) {
      assertThatThrownBy(() -> CounterStub.require(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessage("module 'dev.remora.fixture.Counter' is blocked: not on Mondays");
      assertThatThrownBy(() -> CounterStub.construct(remote))
          .isInstanceOf(AccessBlockedException.class);
      assertThat(served.main.registry().objectCount()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFilterReplacesTheModule(Transport transport) {
    Counter replacement = new Counter();
    replacement.label = "replacement";
    try (Served served =
            new Served(
                transport,
                builder -> builder.onRequire(request -> RequireDecision.replaceWith(replacement)));
        RemoteContext remote = served.connect()) {
      assertThat(CounterStub.require(remote).label()).isEqualTo("replacement");
      assertThatThrownBy(() -> CounterStub.construct(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("is not exported to this context");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAFilterThrowsBlocksAndIsAnAnswer(Transport transport) {
    try (Served served =
            new Served(
                transport,
                builder ->
                    builder.onRequire(
                        request -> {
                          throw new Exception("filter is broken");
                        }));
        RemoteContext remote = served.connect()) {
      assertThatThrownBy(() -> CounterStub.require(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("its filter failed with java.lang.Exception: filter is broken");
      assertThatThrownBy(() -> CounterStub.require(remote))
          .isInstanceOf(AccessBlockedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstFilterThatDecidesWinsAndTheMainProcessIsAskedBeforeTheContext(Transport transport) {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (Served served =
            new Served(
                transport,
                builder ->
                    builder
                        .onContext(
                            context -> {
                              if (context.processName().equals("guest")) {
                                context.onRequire(
                                    request -> {
                                      asked.add("context");
                                      return RequireDecision.block("guests");
                                    });
                              }
                            })
                        .onRequire(
                            request -> {
                              asked.add("main");
                              return RequireDecision.pass();
                            })
                        .onRequire(
                            request -> {
                              asked.add("second");
                              return RequireDecision.pass();
                            }));
        RemoteContext guest = served.connect(builder -> builder.name("guest"));
        RemoteContext member = served.connect(builder -> builder.name("member"))) {
      assertThatThrownBy(() -> CounterStub.require(guest)).hasMessageContaining("guests");
      assertThat(asked).containsExactly("main", "second", "context");
      assertThat(CounterStub.require(member).doubleIt(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachContextMayHaveAnObjectOfItsOwn(Transport transport) {
    MainProcess.Builder builder =
        MainProcess.builder()
            .exportPerContext(
                Counter.class,
                context -> {
                  Counter own = new Counter();
                  own.label = context.processName();
                  return own;
                });
    var socket = transport.listen(builder);
    try (MainProcess main = builder.start();
        RemoteContext a = transport.connect(RemoteContext.builder().name("a"), main, socket);
        RemoteContext b = transport.connect(RemoteContext.builder().name("b"), main, socket)) {
      CounterStub ofA = CounterStub.require(a);
      assertThat(ofA.label()).isEqualTo("a");
      assertThat(CounterStub.require(b).label()).isEqualTo("b");
      assertThat(CounterStub.require(a)).isSameAs(ofA);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SOCKET")
  void aTokenIsRequiredWhereTheMainProcessSaysSo(Transport transport) {
    try (Served served = new Served(transport, builder -> builder.requireToken("open sesame"))) {
      assertThatThrownBy(served::connect)
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("a token is required, and the renderer sent none");
      assertThatThrownBy(() -> served.connect(builder -> builder.token("open barley")))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("token is wrong");
      try (RemoteContext remote = served.connect(builder -> builder.token("open sesame"))) {
        assertThat(CounterStub.require(remote).doubleIt(1)).isEqualTo(2);
      }
    }
  }
}
