package dev.remora.benchmarks;

/**
 * The two JVMs of one system.
 *
 * @param address where the server is
 * @param server its server
 * @param client its client
 */
record Pair(PeerKind.Address address, Side server, Side client) implements AutoCloseable {
  @Override
  public void close() {
    client.close();
    server.close();
  }
}
