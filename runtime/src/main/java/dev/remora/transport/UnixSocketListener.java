package dev.remora.transport;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Accepts links on a bound Unix-domain socket; removes the socket file at the end, and what was
 * made for it.
 */
final class UnixSocketListener implements Listener {
  private final ServerSocketChannel server;
  private final Path path;
  private final MadeDirectories made;

  UnixSocketListener(ServerSocketChannel server, Path path, MadeDirectories made) {
    this.server = server;
    this.path = path;
    this.made = made;
  }

  @Override
  public Link accept() throws IOException {
    return new UnixSocketLink(server.accept());
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      System.getLogger(UnixSocketListener.class.getName())
          .log(System.Logger.Level.WARNING, "removing the socket " + path, e);
    }
    made.remove();
  }
}
