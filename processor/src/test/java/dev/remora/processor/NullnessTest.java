package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** Where null may stand. */
class NullnessTest {

  @Test
  void inMarkedCodeOnlyWhatIsAnnotatedIsNullableAndStaysAnnotated() {
    Compilation compilation =
        new Sources()
            .nullMarked()
            .inTest(
                """
                import org.jspecify.annotations.Nullable;

                @RemoteModule
                public class Marked {
                  public @Nullable String name;
                  public String plain(String x) { return x; }
                  public @Nullable String maybe(@Nullable String x, @Nullable Integer y, Integer z) { return x; }
                  public List<@Nullable String> elements(Map<@Nullable String, @Nullable Marked> x) { return List.of(); }
                  public @Nullable String[] components(String @Nullable [] x) { return new String[0]; }
                  public Optional<String> optional() { return Optional.empty(); }
                  public void varargs(@Nullable String... x) {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.MarkedStub"))
        .contains("public String plain(String x)")
        .contains("call.wrapArgs().writeString(x)")
        .contains(
            "public @Nullable String maybe(@Nullable String x, @Nullable Integer y, Integer z)")
        .contains("args.writeNullableString(x)")
        .contains("args.writeNullable(Codecs.INTEGER, y)")
        .contains("args.write(Codecs.INTEGER, z)")
        .contains("return call.invoke().readNullableString()")
        .contains("List<@Nullable String> elements(Map<@Nullable String, @Nullable MarkedStub> x)")
        .contains("Codecs.list(Codecs.STRING.nullable())")
        .contains("public @Nullable String[] components(String @Nullable [] x)")
        .contains("Codecs.array(String[].class, Codecs.STRING.nullable())")
        .contains("Codecs.optional(Codecs.STRING)")
        .contains("public void varargs(@Nullable String... x)")
        .contains("public @Nullable String name()")
        .contains("public void name(@Nullable String name)")
        .doesNotContain("NullMarked");
    assertThat(Sources.generated(compilation, "test.MarkedDispatcher"))
        .contains("String x = args.readNullableString()")
        .contains("Integer y = args.readNullable(Codecs.INTEGER)")
        .doesNotContain("@Nullable");
  }

  @Test
  void inUnmarkedCodeAllIsNullableButWhatIsAnnotatedOtherwise() {
    Compilation compilation =
        new Sources()
            .add(
                """
                package test;

                import java.lang.annotation.*;

                @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
                @interface NotNull {}
                """)
            .inTest(
                """
                @RemoteModule
                public class Unmarked {
                  public String plain(String x, int y) { return x; }
                  @NotNull public String never(@NotNull List<String> x) { return ""; }
                  public Optional<String> optional() { return Optional.empty(); }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.UnmarkedStub"))
        .contains("args.writeNullableString(x)")
        .contains("return call.invoke().readNullableString()")
        .contains("return call.invoke().readString()")
        .contains("Codecs.list(Codecs.STRING.nullable())")
        .contains("call.wrapArgs().write(WireCodecs.LIST_OF_NULLABLE_STRING, x)")
        .contains("readNullable(WireCodecs.OPTIONAL_OF_STRING)")
        .doesNotContain("@Nullable");
  }

  @Test
  void innermostMarkDecidesAndGeneratedClassesCarryIt() {
    Compilation compilation =
        new Sources()
            .nullMarked()
            .inTest(
                """
                @org.jspecify.annotations.NullUnmarked
                @RemoteModule public class Out { public String x() { return ""; } }
                """)
            .add(
                """
                package other;

                @org.jspecify.annotations.NullMarked
                @dev.remora.annotation.RemoteModule
                public class In {
                  public String x() { return ""; }
                  @org.jspecify.annotations.NullUnmarked public String y() { return ""; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.OutStub"))
        .contains("@NullUnmarked")
        .contains("readNullableString()");
    assertThat(Sources.generated(compilation, "other.InStub"))
        .contains("@NullMarked")
        .contains("public String x()")
        .contains("public @Nullable String y()");
    assertThat(Sources.generated(compilation, "other.InDispatcher")).contains("@NullMarked");
  }

  @Test
  void whatIsInheritedFromUnmarkedCodeIsAnnotatedInMarkedCode() {
    Compilation compilation =
        new Sources()
            .nullMarked()
            .add(
                "package old; public class Base<T> { public String name() { return null; } public T"
                    + " self(T x) { return x; } }")
            .inTest("@RemoteModule public class Derived extends old.Base<Integer> {}")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.DerivedStub"))
        .contains("public @Nullable String name()")
        .contains("public @Nullable Integer self(@Nullable Integer x)");
  }

  @Test
  void nullableTypeVariablesStayNullable() {
    Compilation compilation =
        new Sources()
            .nullMarked()
            .inTest(
                """
                import org.jspecify.annotations.Nullable;

                public class Base<T> {
                  public @Nullable T find() { return null; }
                  public List<@Nullable T> all() { return List.of(); }
                }
                """)
            .inTest("@RemoteModule public class Derived extends Base<String> {}")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.DerivedStub"))
        .contains("public @Nullable String find()")
        .contains("public List<@Nullable String> all()");
  }
}
