package dev.remora.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remora.ListenException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnixSocketTest {
  @TempDir private Path directory;
  private Path socket = Path.of("");

  @BeforeEach
  void aPrivateDirectory() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    socket = directory.resolve("main.sock");
  }

  @Test
  void aMissingDirectoryIsMadePrivate() throws IOException {
    Path deep = directory.resolve("a").resolve("b").resolve("main.sock");
    try (Listener listener = UnixSocket.listen(deep)) {
      assertThat(listener).isNotNull();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.getParent())))
          .isEqualTo("rwx------");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aDirectoryIsLeftToThoseWhoHavePutSomethingIntoIt() throws IOException {
    Path made = directory.resolve("made");
    try (Listener listener = UnixSocket.listen(made.resolve("first.sock"))) {
      assertThat(listener).isNotNull();
      Files.writeString(made.resolve("notes"), "precious");
    }
    assertThat(made.resolve("notes")).hasContent("precious");
    assertThat(made.resolve("first.sock")).doesNotExist();
  }

  @Test
  void aDirectoryThatWasThereStays() {
    try (Listener listener = UnixSocket.listen(socket)) {
      assertThat(listener).isNotNull();
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aStaleSocketIsReplaced() throws IOException {
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(socket).exists();
    assertThatThrownBy(() -> UnixSocket.connect(socket))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("nobody listens there");
    try (Listener listener = UnixSocket.listen(socket);
        Link link = UnixSocket.connect(socket)) {
      assertThat(link).isNotSameAs(listener);
    }
  }

  @Test
  void aSocketInUseIsLeftAlone() {
    try (Listener first = UnixSocket.listen(socket)) {
      assertThatThrownBy(() -> UnixSocket.listen(socket))
          .isInstanceOf(ListenException.class)
          .hasMessageContaining("another process listens there already");
      try (Link link = UnixSocket.connect(socket)) {
        assertThat(link).isNotSameAs(first);
      }
    }
  }

  @Test
  void aFileThatIsNoSocketIsLeftAlone() throws IOException {
    Files.writeString(socket, "precious");
    assertThatThrownBy(() -> UnixSocket.listen(socket))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("it is left alone");
    assertThat(socket).hasContent("precious");
  }

  @Test
  void aPathThatIsTooLongIsMeasured() {
    Path tooLong = directory.resolve("x".repeat(120));
    assertThatThrownBy(() -> UnixSocket.listen(tooLong))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("at most 107 bytes, and this one has " + tooLong.toString().length());
    assertThatThrownBy(() -> UnixSocket.connect(tooLong))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("at most 107 bytes");
  }

  @Test
  void aDirectoryThatOthersMayEnterIsRefused() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x--x"));
    assertThatThrownBy(() -> UnixSocket.listen(socket))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("must have mode 0700")
        .hasMessageContaining("rwxr-x--x");
  }

  @Test
  void aDirectoryWithoutWritePermissionIsRefused() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
    assertThatThrownBy(() -> UnixSocket.listen(socket))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("no permission to write");
  }

  @Test
  void aPlaceWhereNobodyMayWriteIsRefused() {
    Path kernels = Path.of("/proc");
    assumeTrue(Files.isDirectory(kernels), "a directory in which even root makes nothing");
    assertThatThrownBy(() -> UnixSocket.listen(kernels.resolve("remora").resolve("main.sock")))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("cannot use the directory " + kernels.resolve("remora"));
  }

  @Test
  void aDirectoryThatCannotBeMadeIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> UnixSocket.listen(file.resolve("sub").resolve("main.sock")))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("cannot use the directory");
  }

  @Test
  void aMissingSocketSaysSo() {
    assertThatThrownBy(() -> UnixSocket.connect(socket))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("there is no such socket; is the main process running?");
  }
}
