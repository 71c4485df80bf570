package com.example;

import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.StubFamily;
import java.util.List;
import javax.annotation.processing.Generated;

/** The renderer's side of the interfaces that {@link Remotes} lists. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class RemotesStubs {
  /** Describes the interfaces to the runtime. */
  public static final StubFamily FAMILY =
      new StubFamily(RemotesStubs::interfaces);

  private RemotesStubs() {}

  private static List<StubFamily.Listed> interfaces() {
    return List.of(
        new StubFamily.Listed(Legacy.class, LegacyStub.TYPE));
  }
}
