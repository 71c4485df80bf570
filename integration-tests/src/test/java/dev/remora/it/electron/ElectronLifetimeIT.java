package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.main.MainProcess;
import dev.remora.main.RendererProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 34 and 97, D1, D3 and D7: how long objects and contexts live. */
final class ElectronLifetimeIT {

  /** A renderer that sends its last message while it exits. */
  static final class Exiting {
    private Exiting() {}

    public static void main(String[] args) {
      RemoteContext remote = RemoteContext.connectToParent();
      GuestbookStub guestbook = GuestbookStub.require(remote);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> guestbook.sign("bye")));
      guestbook.sign("hello");
      System.exit(5);
    }
  }

  @Test
  void case34AMessageCanBeSentOnExit(@TempDir Path directory) throws Exception {
    Guestbook guestbook = new Guestbook();
    try (MainProcess main = MainProcess.builder().export(guestbook).start()) {
      RendererProcess child =
          main.spawnRenderer(
              SecondJvm.running(Exiting.class)
                  .redirectOutput(directory.resolve("output").toFile()));
      assertThat(child.waitFor()).isEqualTo(5);
      assertThat(guestbook.entries()).containsExactly("hello", "bye");
      assertThat(main.registry().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case97IsResilientToGarbageCollectionBetweenRequestAndResponse(Route route)
      throws IOException {
    try (Reached reached = route.reach()) {
      SourceStub source = SourceStub.require(reached.remote);
      List<WeakReference<PartStub>> stubs = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        // Nobody holds the stub of the last round: its release crosses the next answer.
        stubs.add(used(source));
        System.gc();
      }
      assertThat(stubs).anyMatch(stub -> stub.refersTo(null));
      reached.awaitHeld(PartStub.TYPE, 0);
      assertThat(source.part().number()).isEqualTo(7);
    }
  }

  private static WeakReference<PartStub> used(SourceStub source) {
    PartStub part = source.part();
    assertThat(part.number()).isEqualTo(7);
    assertThat(source.isPart(part)).isTrue();
    return new WeakReference<>(part);
  }

  @ParameterizedTest
  @EnumSource
  void defectD1AnObjectThatWasSentManyTimesIsReleasedByOneDrop(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      SourceStub source = SourceStub.require(reached.remote);
      for (int times : new int[] {1, 2, 5, 2_000}) {
        PartStub part = source.part();
        for (int i = 1; i < times; i++) {
          assertThat(source.part()).isSameAs(part);
        }
        assertThat(reached.held(PartStub.TYPE)).isEqualTo(1);
        part = null;
        reached.awaitHeld(PartStub.TYPE, 0);
      }
      assertThat(reached.held(SourceStub.TYPE)).isEqualTo(1);
      assertThat(source.part().number()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void defectD3ABurstOfReleasesStopsNoCall(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      SourceStub source = SourceStub.require(reached.remote);
      List<PartStub> parts = source.many(20_000);
      assertThat(reached.held(PartStub.TYPE)).isEqualTo(20_000);
      assertThat(parts.get(19_999).number()).isEqualTo(19_999);
      parts = null;
      // Each look is a call that goes out among the releases.
      reached.awaitHeld(PartStub.TYPE, 0);
      assertThat(source.fresh(1).number()).isEqualTo(1);
    }
  }

  /** The original adds a listener for each context, and never takes it away. */
  @Test
  void defectD7NothingIsLeftOfContextsThatHaveEnded() {
    List<String> opened = new CopyOnWriteArrayList<>();
    MainProcess.Builder builder = ElectronMain.exports().onContext(c -> opened.add(c.id()));
    try (MainProcess main = builder.start()) {
      for (int i = 0; i < 12; i++) {
        try (RemoteContext remote = RemoteContext.connect(main)) {
          assertThat(SourceStub.require(remote).part().number()).isEqualTo(7);
          assertThat(main.registry().objectCount()).isEqualTo(2);
          assertThat(main.registry().contexts()).hasSize(1);
        }
        Eventually.holds(() -> main.registry().isEmpty(), main::registry);
      }
      assertThat(opened).hasSize(12).doesNotHaveDuplicates();
    }
  }
}
