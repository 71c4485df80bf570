package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.it.files.Doubling;
import dev.remora.it.files.EditorStub;
import dev.remora.it.files.Entry;
import dev.remora.it.files.FileServiceStub;
import dev.remora.it.files.QuotaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The design's {@code FileService}, generated, compiled and run. */
final class FileServiceIT {
  @TempDir private Path directory;

  private FileServiceStub files(Via via) {
    return FileServiceStub.construct(via.remote(), directory);
  }

  @ParameterizedTest
  @EnumSource
  void singleIsTwoDoubleIsFour(Via via) {
    assertThat(FileServiceStub.require(via.remote()).doubleIt(2)).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void theStubImplementsTheInterfacesOfTheClass(Via via) {
    Doubling doubling = files(via);
    assertThat(doubling.doubleIt(21)).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource
  void overloadsAreToldApart(Via via) throws IOException {
    Files.writeString(directory.resolve("a"), "12345");
    Files.createDirectory(directory.resolve("b"));
    List<Entry> entries = files(via).list("");
    assertThat(entries).extracting(Entry::name).containsExactly("a", "b");
    assertThat(entries).extracting(Entry::directory).containsExactly(false, true);
    assertThat(entries.get(0).size()).isEqualTo(5);
    assertThat(entries.get(0).modified())
        .isEqualTo(Files.getLastModifiedTime(directory.resolve("a")).toInstant());
    assertThat(files(via).list("", 1)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anObjectIsUsedByReferenceAndComesHome(Via via) throws IOException {
    Files.writeString(directory.resolve("a"), "one");
    FileServiceStub files = files(via);
    EditorStub editor = files.open("a");
    assertThat(editor.append(" two")).isSameAs(editor);
    assertThat(editor.text()).isEqualTo("one two");
    assertThat(editor.closed()).isFalse();
    files.close(editor);
    assertThat(editor.closed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void declaredExceptionsArriveAsThemselves(Via via) {
    FileServiceStub files = files(via);
    assertThatThrownBy(() -> files.open("missing"))
        .isExactlyInstanceOf(NoSuchFileException.class)
        .hasMessage(directory.resolve("missing").toString());
    assertThatThrownBy(() -> files.check("x"))
        .isExactlyInstanceOf(QuotaException.class)
        .hasMessage("no room for x");
  }

  @ParameterizedTest
  @EnumSource
  void propertiesAndStaticsAreReached(Via via) throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.write(other.resolve("bytes"), new byte[] {1, 2, 3});
    FileServiceStub files = files(via);
    assertThat(files.root()).isEqualTo(directory.toString());
    files.root(other.toString());
    assertThat(files.readBytes("bytes")).containsExactly(1, 2, 3);
    assertThat(FileServiceStub.version(via.remote())).isEqualTo(7);
  }
}
