package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.AccessBlockedException;
import dev.remora.main.MainProcess;
import dev.remora.main.RequireDecision;
import dev.remora.main.RequireFilter;
import dev.remora.renderer.RemoteContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 13 to 32: what the five ways to an object give when a filter has a say. */
final class ElectronFilteringIT {

  /** A way to an object that the original's {@code remote} has. */
  private record Getter(
      String module, Function<RemoteContext, String> title, Function<String, Object> titled) {}

  private static final Getter GLOBAL =
      new Getter(
          "global", remote -> Offered_GlobalStub.require(remote).title(), Offered.Global::new);

  private static final Getter BUILTIN =
      new Getter(
          "app", remote -> Offered_BuiltinStub.require(remote).title(), Offered.Builtin::new);

  private static final Getter REQUIRE =
      new Getter(
          "module", remote -> Offered_LibraryStub.require(remote).title(), Offered.Library::new);

  private static final Getter CURRENT_WINDOW =
      new Getter(
          "window",
          remote -> Offered_WindowStub.require(remote).title(),
          title -> new Offered.Window(title, new Offered.WebContents(title)));

  private static final Getter CURRENT_WEB_CONTENTS =
      new Getter(
          "contents",
          remote -> Offered_WebContentsStub.require(remote).title(),
          Offered.WebContents::new);

  private static final List<Getter> ALL =
      List.of(GLOBAL, BUILTIN, REQUIRE, CURRENT_WINDOW, CURRENT_WEB_CONTENTS);

  /** Where the original lets one listen: on the {@code webContents}, or on the {@code app}. */
  private enum Filter {
    OF_CONTEXT {
      @Override
      void addTo(MainProcess.Builder builder, RequireFilter filter) {
        builder.onContext(context -> context.onRequire(filter));
      }
    },
    OF_MAIN {
      @Override
      void addTo(MainProcess.Builder builder, RequireFilter filter) {
        builder.onRequire(filter);
      }
    };

    abstract void addTo(MainProcess.Builder builder, RequireFilter filter);
  }

  private static MainProcess.Builder exports() {
    MainProcess.Builder builder = MainProcess.builder();
    for (Getter getter : ALL) {
      builder.export(getter.titled.apply("exported " + getter.module));
    }
    return builder;
  }

  private static void canReturnCustomValues(Filter filter, Getter getter) {
    List<String> seen = new CopyOnWriteArrayList<>();
    MainProcess.Builder builder = exports();
    filter.addTo(
        builder,
        request -> {
          seen.add(request.context().id() + " " + request.module());
          return request.module().equals(getter.module)
              ? RequireDecision.replaceWith(getter.titled.apply("custom " + getter.module))
              : RequireDecision.pass();
        });
    try (MainProcess main = builder.start();
        RemoteContext remote = RemoteContext.connect(main)) {
      for (Getter each : ALL) {
        String expected = (each.equals(getter) ? "custom " : "exported ") + each.module;
        assertThat(each.title.apply(remote)).isEqualTo(expected);
      }
      assertThat(seen).hasSize(ALL.size()).contains(remote.id() + " " + getter.module);
    }
  }

  private static void throwsWhenNoValueIsReturned(Filter filter, Getter getter) {
    MainProcess.Builder builder = exports();
    filter.addTo(
        builder,
        request ->
            request.module().equals(getter.module)
                ? RequireDecision.block("not for " + request.context().processName())
                : RequireDecision.pass());
    try (MainProcess main = builder.start();
        RemoteContext remote = RemoteContext.builder().name("guests").connect(main)) {
      assertThatThrownBy(() -> getter.title.apply(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessage("module '%s' is blocked: not for guests".formatted(getter.module));
      assertThat(main.registry().objectCount()).isZero();
      for (Getter each : ALL) {
        if (!each.equals(getter)) {
          assertThat(each.title.apply(remote)).isEqualTo("exported " + each.module);
        }
      }
    }
  }

  @Test
  void case13GetGlobalCanReturnCustomValuesByAFilterOfAContext() {
    canReturnCustomValues(Filter.OF_CONTEXT, GLOBAL);
  }

  @Test
  void case14GetGlobalThrowsWhenAFilterOfAContextReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_CONTEXT, GLOBAL);
  }

  @Test
  void case15GetBuiltinCanReturnCustomValuesByAFilterOfAContext() {
    canReturnCustomValues(Filter.OF_CONTEXT, BUILTIN);
  }

  @Test
  void case16GetBuiltinThrowsWhenAFilterOfAContextReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_CONTEXT, BUILTIN);
  }

  @Test
  void case17RequireCanReturnCustomValuesByAFilterOfAContext() {
    canReturnCustomValues(Filter.OF_CONTEXT, REQUIRE);
  }

  @Test
  void case18RequireThrowsWhenAFilterOfAContextReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_CONTEXT, REQUIRE);
  }

  @Test
  void case19GetCurrentWindowCanReturnCustomValuesByAFilterOfAContext() {
    canReturnCustomValues(Filter.OF_CONTEXT, CURRENT_WINDOW);
  }

  @Test
  void case20GetCurrentWindowThrowsWhenAFilterOfAContextReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_CONTEXT, CURRENT_WINDOW);
  }

  @Test
  void case21GetCurrentWebContentsCanReturnCustomValuesByAFilterOfAContext() {
    canReturnCustomValues(Filter.OF_CONTEXT, CURRENT_WEB_CONTENTS);
  }

  @Test
  void case22GetCurrentWebContentsThrowsWhenAFilterOfAContextReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_CONTEXT, CURRENT_WEB_CONTENTS);
  }

  @Test
  void case23GetGlobalCanReturnCustomValuesByAFilterOfMain() {
    canReturnCustomValues(Filter.OF_MAIN, GLOBAL);
  }

  @Test
  void case24GetGlobalThrowsWhenAFilterOfMainReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_MAIN, GLOBAL);
  }

  @Test
  void case25GetBuiltinCanReturnCustomValuesByAFilterOfMain() {
    canReturnCustomValues(Filter.OF_MAIN, BUILTIN);
  }

  @Test
  void case26GetBuiltinThrowsWhenAFilterOfMainReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_MAIN, BUILTIN);
  }

  @Test
  void case27RequireCanReturnCustomValuesByAFilterOfMain() {
    canReturnCustomValues(Filter.OF_MAIN, REQUIRE);
  }

  @Test
  void case28RequireThrowsWhenAFilterOfMainReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_MAIN, REQUIRE);
  }

  @Test
  void case29GetCurrentWindowCanReturnCustomValuesByAFilterOfMain() {
    canReturnCustomValues(Filter.OF_MAIN, CURRENT_WINDOW);
  }

  @Test
  void case30GetCurrentWindowThrowsWhenAFilterOfMainReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_MAIN, CURRENT_WINDOW);
  }

  @Test
  void case31GetCurrentWebContentsCanReturnCustomValuesByAFilterOfMain() {
    canReturnCustomValues(Filter.OF_MAIN, CURRENT_WEB_CONTENTS);
  }

  @Test
  void case32GetCurrentWebContentsThrowsWhenAFilterOfMainReturnsNoValue() {
    throwsWhenNoValueIsReturned(Filter.OF_MAIN, CURRENT_WEB_CONTENTS);
  }

  /** An original filter that calls {@code preventDefault} fails with a TypeError instead. */
  @ParameterizedTest
  @EnumSource
  void defectD6BlockingIsADecisionAndTheRendererIsToldItsReason(Filter filter) {
    MainProcess.Builder builder = exports();
    filter.addTo(
        builder,
        request ->
            switch (request.module()) {
              case "global" -> RequireDecision.block("policy 7");
              case "app" -> throw new IllegalStateException("a bug in the filter");
              default -> RequireDecision.pass();
            });
    try (MainProcess main = builder.start();
        RemoteContext remote = RemoteContext.connect(main)) {
      assertThatThrownBy(() -> Offered_GlobalStub.require(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageEndingWith("is blocked: policy 7")
          .hasNoCause();
      assertThatThrownBy(() -> Offered_BuiltinStub.require(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("its filter failed")
          .hasMessageContaining("a bug in the filter");
      assertThat(Offered_LibraryStub.require(remote).title()).isEqualTo("exported module");
    }
  }
}
