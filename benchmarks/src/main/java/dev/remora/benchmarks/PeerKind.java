package dev.remora.benchmarks;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The systems that are compared. */
enum PeerKind {
  /** The limit. */
  RAW("raw socket", Libraries.NOTHING) {
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
  RAW_LOOKING("raw socket, looking", Libraries.NOTHING) {
    @Override
    Closeable serve(Address at) throws IOException {
      return RawPeer.serve(RawPeer.unix(at.socket()), Waiting.LOOKING);
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new RawPeer(RawPeer.unix(at.socket()), Waiting.LOOKING);
    }
  },
  RAW_TCP("raw loopback TCP", Libraries.NOTHING) {
    @Override
    Closeable serve(Address at) throws IOException {
      return RawPeer.serve(RawPeer.tcp(at.port()), Waiting.BLOCKED);
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new RawPeer(RawPeer.tcp(at.port()), Waiting.BLOCKED);
    }
  },
  REMORA("Remora", Libraries.REMORA) {
    @Override
    Closeable serve(Address at) {
      return RemoraPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) {
      return new RemoraPeer(at.socket(), false);
    }
  },
  REMORA_JSON("Remora, JSON only", Libraries.REMORA) {
    @Override
    Closeable serve(Address at) {
      return RemoraPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) {
      return new RemoraPeer(at.socket(), true);
    }
  },
  RMI("Java RMI", Libraries.NOTHING) {
    @Override
    Closeable serve(Address at) throws Exception {
      return RmiPeer.serve(at.port());
    }

    @Override
    Peer connect(Address at) throws Exception {
      return new RmiPeer(at.port());
    }
  },
  GRPC_BEST("gRPC, best", Libraries.GRPC) {
    @Override
    Closeable serve(Address at) throws IOException {
      return GrpcPeer.serveBest(at.socket());
    }

    @Override
    Peer connect(Address at) {
      return GrpcPeer.best(at.socket());
    }
  },
  GRPC("gRPC, as usual", Libraries.GRPC) {
    @Override
    Closeable serve(Address at) throws IOException {
      return GrpcPeer.serveUsual(at.port());
    }

    @Override
    Peer connect(Address at) {
      return GrpcPeer.usual(at.port());
    }
  },
  LSP4J("LSP4J", Libraries.LSP4J) {
    @Override
    Closeable serve(Address at) throws IOException {
      return Lsp4jPeer.serve(at.socket());
    }

    @Override
    Peer connect(Address at) throws IOException {
      return new Lsp4jPeer(at.socket());
    }
  },
  USUAL("reader thread, futures, pool", Libraries.JACKSON) {
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
  private final Pattern libraries;

  PeerKind(String title, String libraries) {
    this.title = title;
    this.libraries = Pattern.compile(libraries);
  }

  /** The names of the jars that a system needs; a user of one has not those of the others. */
  private static final class Libraries {
    static final String NOTHING = "";
    static final String JACKSON = "jackson-.*";
    static final String REMORA = "remora-.*|" + JACKSON;
    static final String LSP4J = "org\\.eclipse\\.lsp4j.*|gson-.*";

    /** With what it brings along, which is most of what is there. */
    static final String GRPC = "(?!remora-|jackson-|org\\.eclipse|jmh-|jopt-|commons-).*";

    private Libraries() {}
  }

  /**
   * What a JVM of this system has on its class path: a jar that is searched in vain costs each
   * class that is loaded time.
   *
   * @param all the class path of this process
   */
  String classPath(String all) {
    return Arrays.stream(all.split(File.pathSeparator, -1))
        .filter(entry -> isOwn(new File(entry).getName()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private boolean isOwn(String name) {
    return !name.endsWith(".jar")
        || name.startsWith("remora-benchmarks")
        || libraries.matcher(name).matches();
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
