package dev.remora.it.electron;

import dev.remora.renderer.RemoteContext;
import dev.remora.stub.StubType;
import java.io.IOException;

/** A context of a main process, and the end of both. */
final class Reached implements AutoCloseable {
  final RemoteContext remote;
  private final Ending ending;

  /** What ends the main process. */
  interface Ending {
    void end() throws IOException;
  }

  Reached(RemoteContext remote, Ending ending) {
    this.remote = remote;
    this.ending = ending;
  }

  /** How many objects of a module the main process holds for this context. */
  int held(StubType<?> type) {
    return CensusStub.require(remote).held().getOrDefault(type.module(), 0);
  }

  /** Collects garbage until the main process holds so many objects of a module. */
  void awaitHeld(StubType<?> type, int count) {
    Eventually.holds(() -> held(type) == count, () -> CensusStub.require(remote).held());
  }

  @Override
  public void close() throws IOException {
    remote.close();
    ending.end();
  }
}
