package dev.remora.session;

import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import dev.remora.transport.Link;
import dev.remora.transport.UnixSocket;
import java.nio.file.Path;
import java.util.UUID;

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
      // A directory that is not there yet: the main process makes it, and removes it.
      String name = "remora" + UUID.randomUUID().toString().substring(0, 13);
      Path socket = Path.of(System.getProperty("java.io.tmpdir"), name, "main.sock");
      builder.listen(socket);
      return socket;
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
