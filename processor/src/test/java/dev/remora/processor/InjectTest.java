package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code -Aremora.inject}. */
class InjectTest {

  private static Compilation compile(boolean withLibrary, List<String> options) {
    Sources sources = new Sources();
    if (withLibrary) {
      for (String name : List.of("jakarta", "javax")) {
        sources.add("package " + name + ".inject;\npublic @interface Inject {}\n");
      }
    }
    return sources
        .inTest("@RemoteModule(async = true) public class One { public int x; }")
        .inTest("@RemoteModule public class Two { public int x; }")
        .compile(options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jakarta", "javax"})
  void eachStubHasAConstructorForContainers(String value) {
    Compilation compilation = compile(true, List.of("-Aremora.inject=" + value));

    assertThat(Sources.messages(compilation, Diagnostic.Kind.values())).isEmpty();
    assertThat(Sources.generated(compilation, "test.OneStub"))
        .contains("import " + value + ".inject.Inject;")
        .contains(
            """
              @Inject
              public OneStub(RemoteContext remote) {
                super(remote.require(TYPE).atFirstCall());
              }
            """);
    assertThat(Sources.generated(compilation, "test.OneAsyncStub"))
        .contains(
            """
              @Inject
              public OneAsyncStub(RemoteContext remote) {
                this(new OneStub(remote));
              }
            """);
    assertThat(Sources.generated(compilation, "test.OneDispatcher")).doesNotContain("Inject");
  }

  @Test
  void withoutTheOptionNoStubHasOne() {
    Compilation compilation = compile(true, List.of());

    assertThat(Sources.generated(compilation, "test.OneStub")).doesNotContain("Inject");
    assertThat(Sources.generated(compilation, "test.OneAsyncStub")).doesNotContain("Inject");
  }

  @Test
  void anUnknownValueIsAnErrorThatIsSaidOnce() {
    Compilation compilation = compile(true, List.of("-Aremora.inject=guice"));

    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .containsExactly(
            "error: [RemoteInject] the option -Aremora.inject=guice says nothing that is known;"
                + " write jakarta or javax, or leave it out");
  }

  @Test
  void aMissingLibraryIsAnErrorThatIsSaidOnce() {
    Compilation compilation = compile(false, List.of("-Aremora.inject=jakarta"));

    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .containsExactly(
            "error: [RemoteInject] the option -Aremora.inject=jakarta needs jakarta.inject.Inject,"
                + " which is not to be seen from here; add the library that has it to the"
                + " dependencies, and its module to module-info, or leave the option out");
  }
}
