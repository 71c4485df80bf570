package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What native-image is told of a module. */
class ReachabilityTest {

  private static String metadata(Compilation compilation, String module) throws IOException {
    String name = "META-INF/native-image/dev.remora/" + module + "/reachability-metadata.json";
    try (var file =
        compilation
            .generatedFile(StandardLocation.CLASS_OUTPUT, name)
            .orElseThrow()
            .openInputStream()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void namesTheDispatcherAndAllThatValuesLeadTo() throws IOException {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Outer {
                  @RemoteModule
                  public static class Module {
                    public Page<Item> page(Kind kind) { return null; }
                    public void tell(java.util.function.Consumer<Told> told) {}
                    public Item[] items(String[] names, int[] numbers) { return null; }
                  }
                  public record Page<T>(List<T> items, Map<String, Deep> more) {}
                  public record Item(String name) {}
                  public record Deep(int x, Kind kind) {}
                  public record Told(int x) {}
                  public enum Kind { A, B }
                  public int x;
                }
                """)
            .compileCleanly();

    assertThat(metadata(compilation, "test.Outer.Module"))
        .isEqualTo(
            """
            {
              "reflection": [
                {"type": "java.lang.String[]"},
                {"type": "test.Outer$Deep", ALL},
                {"type": "test.Outer$Item", ALL},
                {"type": "test.Outer$Item[]"},
                {"type": "test.Outer$Kind", "allDeclaredFields": true},
                {"type": "test.Outer$Page", ALL},
                {"type": "test.Outer$Told", ALL},
                {"type": "test.Outer_ModuleDispatcher", "fields": [{"name": "INSTANCE"}]}
              ]
            }
            """
                .replace(
                    "ALL",
                    "\"allDeclaredConstructors\": true, \"allDeclaredFields\": true,"
                        + " \"allDeclaredMethods\": true"));
  }

  @Test
  void theStubOfAnInterfaceIsFoundByNameToo() throws IOException {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public interface Files { int size(String name); }")
            .compileCleanly();

    assertThat(metadata(compilation, "test.Files"))
        .contains("{\"type\": \"test.FilesDispatcher\", \"fields\": [{\"name\": \"INSTANCE\"}]}")
        .contains("{\"type\": \"test.FilesStub\", \"fields\": [{\"name\": \"TYPE\"}]}");
  }
}
