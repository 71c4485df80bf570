package dev.remora.transport;

import dev.remora.ListenException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens Unix-domain sockets, and says what is wrong with a path before the system's own message
 * confuses.
 */
public final class UnixSocket {
  /**
   * What {@code sockaddr_un} holds on Linux, without its last zero; elsewhere it is a little less.
   */
  private static final int MAX_PATH_BYTES = 107;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private UnixSocket() {}

  /**
   * Connects to a main process.
   *
   * @param path the socket's path
   * @return a link, the caller's to close
   * @throws ListenException if nobody listens there, or the path cannot be used
   */
  public static Link connect(Path path) {
    checkLength(path);
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(path));
      return new UnixSocketLink(channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new ListenException("cannot connect to " + path + ": " + whyNot(path, e), e);
    }
  }

  /**
   * Listens for renderers. The directory is made if it is missing, with mode 0700, and is removed
   * with the socket then; a socket file that nobody listens on any more is replaced.
   *
   * @param path the socket's path
   * @return a listener, the caller's to close; closing it removes the socket file
   * @throws ListenException if the path is too long, is no socket, is in use, or others may enter
   *     its directory
   */
  public static Listener listen(Path path) {
    checkLength(path);
    Path absolute = path.toAbsolutePath();
    MadeDirectories made = makeDirectory(absolute);
    try {
      checkDirectory(absolute);
      removeStale(absolute);
      return bind(path, made);
    } catch (RuntimeException e) {
      made.remove();
      throw e;
    }
  }

  private static Listener bind(Path path, MadeDirectories made) {
    ServerSocketChannel server = null;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      return new UnixSocketListener(server, path.toAbsolutePath(), made);
    } catch (IOException e) {
      closeQuietly(server);
      throw new ListenException("cannot listen on " + path + ": " + e.getMessage(), e);
    }
  }

  private static void checkLength(Path path) {
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_PATH_BYTES) {
      throw new ListenException(
          "the path of a socket has at most %d bytes, and this one has %d; choose a shorter directory: %s"
              .formatted(MAX_PATH_BYTES, length, path));
    }
  }

  private static MadeDirectories makeDirectory(Path socket) {
    Path directory = directoryOf(socket);
    try {
      return hasModes()
          ? MadeDirectories.make(directory, PosixFilePermissions.asFileAttribute(OWNER))
          : MadeDirectories.make(directory);
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  private static Path directoryOf(Path socket) {
    Path directory = socket.getParent();
    if (directory == null) {
      throw new ListenException("cannot listen on " + socket + ": it has no directory");
    }
    return directory;
  }

  private static boolean hasModes() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static ListenException unusable(Path directory, IOException e) {
    return new ListenException("cannot use the directory " + directory + ": " + e, e);
  }

  private static void checkDirectory(Path socket) {
    Path directory = directoryOf(socket);
    try {
      if (hasModes()) {
        checkPrivate(directory);
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
    if (!Files.isWritable(directory)) {
      throw new ListenException(
          "cannot listen on " + socket + ": no permission to write in " + directory);
    }
  }

  /**
   * Whoever may enter the directory may connect: the socket's own mode is not checked everywhere.
   */
  private static void checkPrivate(Path directory) throws IOException {
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(Files.getPosixFilePermissions(directory));
    others.removeAll(OWNER);
    if (!others.isEmpty()) {
      throw new ListenException(
          "the directory of a socket must have mode 0700, because whoever can enter it can connect; %s has %s: make a directory"
                  .formatted(
                      directory,
                      PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
              + " of its own for the socket, which does not exist yet or is private");
    }
  }

  private static void removeStale(Path socket) {
    if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(UnixDomainSocketAddress.of(socket));
    } catch (ConnectException nobodyListens) {
      deleteStale(socket);
      return;
    } catch (IOException e) {
      throw new ListenException(
          "cannot listen on " + socket + ": it exists and is no socket of a main process", e);
    }
    throw new ListenException(
        "cannot listen on " + socket + ": another process listens there already");
  }

  private static void deleteStale(Path socket) {
    try {
      if (Files.readAttributes(socket, BasicFileAttributes.class).isOther()) {
        Files.deleteIfExists(socket);
        return;
      }
    } catch (IOException e) {
      throw new ListenException("cannot remove the stale socket " + socket + ": " + e, e);
    }
    throw new ListenException(
        "cannot listen on " + socket + ": it exists and is no socket; it is left alone");
  }

  private static String whyNot(Path path, IOException e) {
    if (e instanceof ConnectException) {
      return Files.exists(path)
          ? "nobody listens there; the main process has ended without removing its socket"
          : "there is no such socket; is the main process running?";
    }
    if (e instanceof NoSuchFileException || !Files.exists(path)) {
      return "there is no such socket; is the main process running?";
    }
    return String.valueOf(e.getMessage());
  }

  private static void closeQuietly(@Nullable AutoCloseable channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (Exception e) {
        System.getLogger(UnixSocket.class.getName())
            .log(System.Logger.Level.DEBUG, "closing a socket", e);
      }
    }
  }
}
