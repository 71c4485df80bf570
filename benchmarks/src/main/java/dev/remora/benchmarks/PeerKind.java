package dev.remora.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The systems that are compared. */
enum PeerKind {
  /** The limit. */
  RAW("raw socket") {
    @Override
    Closeable serve(Address at) throws IOException {
      return RawPeer.serve(RawPeer.unix(at.socket()), Waiting.BLOCKED);
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new RawPeer(RawPeer.unix(at.socket()), Waiting.BLOCKED);
    }
  },
  /** The limit, if one looks before one sleeps. */
  RAW_LOOKING("raw socket, looking") {
    @Override
    Closeable serve(Address at) throws IOException {
      return RawPeer.serve(RawPeer.unix(at.socket()), Waiting.LOOKING);
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new RawPeer(RawPeer.unix(at.socket()), Waiting.LOOKING);
    }
  },
  RAW_TCP("raw loopback TCP") {
    @Override
    Closeable serve(Address at) throws IOException {
      return RawPeer.serve(RawPeer.tcp(at.port()), Waiting.BLOCKED);
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new RawPeer(RawPeer.tcp(at.port()), Waiting.BLOCKED);
    }
  },
  REMORA("Remora") {
    @Override
    Closeable serve(Address at) {
      return RemoraPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) {
      return new RemoraPeer(at.socket(), false);
    }
  },
  REMORA_JSON("Remora, JSON only") {
    @Override
    Closeable serve(Address at) {
      return RemoraPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) {
      return new RemoraPeer(at.socket(), true);
    }
  },
  RMI("Java RMI") {
    @Override
    Closeable serve(Address at) throws Exception {
      return RmiPeer.serve(at.port());
    }

    @Override
    Peer connect(Address at) throws Exception {
      return new RmiPeer(at.port());
    }
  },
  GRPC_BEST("gRPC, best") {
    @Override
    Closeable serve(Address at) throws IOException {
      return GrpcPeer.serveBest(at.socket());
    }

    @Override
    Peer connect(Address at) {
      return GrpcPeer.best(at.socket());
    }
  },
  GRPC("gRPC, as usual") {
    @Override
    Closeable serve(Address at) throws IOException {
      return GrpcPeer.serveUsual(at.port());
    }

    @Override
    Peer connect(Address at) {
      return GrpcPeer.usual(at.port());
    }
  },
  LSP4J("LSP4J") {
    @Override
    Closeable serve(Address at) throws IOException {
      return Lsp4jPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new Lsp4jPeer(at.socket());
    }
  },
  USUAL("reader thread, futures, pool") {
    @Override
    Closeable serve(Address at) throws IOException {
      return UsualPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new UsualPeer(at.socket());
    }
  };

  private final String title;

  PeerKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * Where a server is.
   *
   * @param socket its Unix-domain socket, in a directory of its own
   * @param port its port on loopback
   */
  record Address(Path socket, int port) {}

  /** Starts the server, in its JVM. */
  abstract Closeable serve(Address at) throws Exception;

  /** Connects the client, in its JVM. */
  abstract Peer connect(Address at) throws Exception;
}
