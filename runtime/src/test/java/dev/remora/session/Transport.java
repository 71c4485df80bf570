package dev.remora.session;

import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import dev.remora.transport.Link;
import dev.remora.transport.UnixSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The transports over which every contract test of the runtime runs. */
enum Transport {
  /** Memory. */
  IN_PROCESS {
    @Override
    Path listen(MainProcess.Builder builder) {
      return Path.of("unused");
    }

    @Override
    RemoteContext connect(RemoteContext.Builder builder, MainProcess main, Path socket) {
      return builder.connect(main);
    }

    @Override
    Link link(MainProcess main, Path socket) {
      return main.openInProcessLink();
    }
  },

  /** A Unix-domain socket. */
  SOCKET {
    @Override
    Path listen(MainProcess.Builder builder) {
      try {
        Path socket = Files.createTempDirectory("remora").resolve("main.sock");
        builder.listen(socket);
        return socket;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    RemoteContext connect(RemoteContext.Builder builder, MainProcess main, Path socket) {
      return builder.connect(socket);
    }

    @Override
    Link link(MainProcess main, Path socket) {
      return UnixSocket.connect(socket);
    }
  };

  /** Prepares a main process to be reached. */
  abstract Path listen(MainProcess.Builder builder);

  abstract RemoteContext connect(RemoteContext.Builder builder, MainProcess main, Path socket);

  abstract Link link(MainProcess main, Path socket);
}
