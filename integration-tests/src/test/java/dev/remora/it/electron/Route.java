package dev.remora.it.electron;

import dev.remora.it.Sockets;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Path;

/** How a test reaches an {@link ElectronMain}; each test has a context of its own. */
enum Route {
  /** Through memory, a main process for each test. */
  IN_PROCESS {
    @Override
    Reached reach() {
      MainProcess main = ElectronMain.exports().start();
      return new Reached(RemoteContext.connect(main), main::close);
    }
  },

  /** Through a socket, a main process for each test. */
  SOCKET {
    @Override
    Reached reach() throws IOException {
      Path socket = Sockets.unused();
      MainProcess main = ElectronMain.exports().listen(socket).start();
      return new Reached(RemoteContext.connect(socket), main::close);
    }
  },

  /** Through a socket, to another JVM that all tests share. */
  SECOND_JVM {
    @Override
    Reached reach() {
      return new Reached(RemoteContext.connect(SecondJvm.SOCKET), () -> {});
    }
  };

  abstract Reached reach() throws IOException;
}
