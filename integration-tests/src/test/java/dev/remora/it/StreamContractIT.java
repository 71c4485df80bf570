package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.DisconnectedException;
import dev.remora.it.callbacks.Quiet;
import dev.remora.it.streams.Contents;
import dev.remora.it.streams.Item;
import dev.remora.it.streams.PipesStub;
import dev.remora.renderer.RemoteContext;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams of each kind in both directions: what they carry, how they end, and whose they are. */
final class StreamContractIT {
  private static final int MIB = 1 << 20;
  private static final int NEVER = -1;

  private final AtomicInteger open = new AtomicInteger();

  private static PipesStub pipes(Via via) {
    return PipesStub.require(via.remote());
  }

  private static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(Item::of).toList();
  }

  private static void awaitAllClosed(PipesStub pipes) {
    Quiet.await("main's streams are closed", () -> pipes.open() == 0);
  }

  // --- results ---

  @ParameterizedTest
  @EnumSource(Via.class)
  void bytesOfAResultArriveWholeAndTheStreamIsClosedAtItsEnd(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    InputStream in = pipes.bytes(MIB, NEVER);
    assertThat(in.readAllBytes()).isEqualTo(Contents.bytes(MIB));
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.read(new byte[10])).isEqualTo(-1);
    assertThat(in.available()).isZero();
    assertThat(in.skip(1)).isZero();
    assertThat(pipes.open()).isZero();
    in.close();
    in.close();
    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("Stream closed");
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void bytesOfAResultCanBeTakenOneByOne(Via via) throws IOException {
    try (InputStream in = pipes(via).bytes(200_000, NEVER)) {
      for (int i = 0; i < 200_000; i++) {
        assertThat(in.read()).isEqualTo(Contents.byteAt(i) & 0xFF);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void charsOfAResultArriveWholeAndTheReaderIsClosedAtItsEnd(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    Reader in = pipes.chars(MIB, NEVER);
    StringWriter text = new StringWriter();
    in.transferTo(text);
    assertThat(text.toString()).isEqualTo(Contents.text(MIB));
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.ready()).isFalse();
    assertThat(pipes.open()).isZero();
    in.close();
    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("Stream closed");
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void elementsOfAnIteratorArriveOneByOne(Via via) {
    PipesStub pipes = pipes(via);
    Iterator<Item> items = pipes.items(300, NEVER);
    assertThat(items.next()).isEqualTo(Item.of(0));
    assertThat(pipes.taken()).isEqualTo(1);
    List<Item> rest = new ArrayList<>();
    items.forEachRemaining(rest::add);
    assertThat(rest).isEqualTo(items(300).subList(1, 300));
    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(items::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void elementsOfAStreamArriveInChunks(Via via) {
    PipesStub pipes = pipes(via);
    try (Stream<Item> items = pipes.stream(100_000, NEVER)) {
      Iterator<Item> taken = items.iterator();
      assertThat(taken.next()).isEqualTo(Item.of(0));
      // One that was asked for; the JDK's iterator over it takes one more.
      assertThat(pipes.taken()).isLessThan(4);
      for (int i = 1; i < 100_000; i++) {
        assertThat(taken.next()).isEqualTo(Item.of(i));
      }
      assertThat(taken.hasNext()).isFalse();
    }
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void aStreamIsTakenNoFurtherThanItIsWanted(Via via) {
    PipesStub pipes = pipes(via);
    try (Stream<Item> items = pipes.stream(Integer.MAX_VALUE, NEVER)) {
      assertThat(items.filter(item -> item.number() % 2 == 0).limit(1_000).map(Item::number))
          .isEqualTo(IntStream.range(0, 1_000).map(i -> 2 * i).boxed().toList());
    }
    assertThat(pipes.taken()).isLessThan(3_000);
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void elementsThatComeSlowlyAreNotHeldBackForLaterOnes(Via via) {
    PipesStub pipes = pipes(via);
    try (Stream<Item> items = pipes.slowStream(1_000)) {
      Spliterator<Item> taken = items.spliterator();
      for (int i = 0; i < 20; i++) {
        Item expected = Item.of(i);
        assertThat(taken.tryAdvance(item -> assertThat(item).isEqualTo(expected))).isTrue();
        assertThat(pipes.taken()).isEqualTo(i + 1);
      }
    }
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void elementsFollowTheirOwnRule(Via via) {
    PipesStub pipes = pipes(via);
    Iterator<PipesStub> selves = pipes.selves(3);
    assertThat(selves).toIterable().containsExactly(pipes, pipes, pipes);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void bytesWrittenToAResultArriveWhole(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    OutputStream out = pipes.sink();
    byte[] bytes = Contents.bytes(MIB);
    out.write(bytes, 0, 1);
    assertThat(pipes.bytesWritten()).isEmpty();
    out.flush();
    assertThat(pipes.bytesWritten()).hasSize(1);
    out.write(bytes, 1, MIB - 2);
    out.write(bytes[MIB - 1]);
    out.close();
    out.close();
    assertThat(pipes.bytesWritten()).isEqualTo(bytes);
    assertThat(pipes.open()).isZero();
    assertThatThrownBy(() -> out.write(1))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
    assertThatThrownBy(out::flush).isInstanceOf(IOException.class).hasMessage("Stream closed");
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void charsWrittenToAResultArriveWhole(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    try (Writer out = pipes.textSink()) {
      out.append('x');
      out.flush();
      assertThat(pipes.textWritten()).isEqualTo("x");
      out.write(Contents.text(MIB));
    }
    assertThat(pipes.textWritten()).isEqualTo("x" + Contents.text(MIB));
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void emptyStreamsAreEmpty(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    assertThat(pipes.bytes(0, NEVER).read()).isEqualTo(-1);
    assertThat(pipes.chars(0, NEVER).read()).isEqualTo(-1);
    assertThat(pipes.items(0, NEVER).hasNext()).isFalse();
    assertThat(pipes.stream(0, NEVER)).isEmpty();
    pipes.sink().close();
    assertThat(pipes.bytesWritten()).isEmpty();
    pipes.textSink().close();
    assertThat(pipes.textWritten()).isEmpty();
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void resultsFailWhereTheOriginalDoes(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    try (InputStream in = pipes.bytes(MIB, 100_000)) {
      assertThat(in.readNBytes(100_000)).isEqualTo(Contents.bytes(100_000));
      assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("torn at 100000");
    }
    try (Reader in = pipes.chars(MIB, 50_000)) {
      in.skip(49_999);
      assertThatThrownBy(() -> in.transferTo(Writer.nullWriter()))
          .isInstanceOf(IOException.class)
          .hasMessage("torn at 50000");
    }
    List<Item> seen = new ArrayList<>();
    try (Stream<Item> items = pipes.stream(1_000, 500)) {
      assertThatThrownBy(() -> items.forEach(seen::add))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("torn at 500");
    }
    assertThat(seen).isEqualTo(items(500));
    OutputStream out = pipes.fullSink();
    out.write(1);
    assertThatThrownBy(out::flush).isInstanceOf(IOException.class).hasMessage("full");
    out.write(1);
    assertThatThrownBy(out::close).isInstanceOf(IOException.class).hasMessage("full");
    assertThat(pipes.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void resultsAreClosedBeforeTheirEnd(Via via) throws Exception {
    PipesStub pipes = pipes(via);
    InputStream in = pipes.bytes(MIB, NEVER);
    Reader reader = pipes.chars(MIB, NEVER);
    Iterator<Item> items = pipes.items(1_000, NEVER);
    Stream<Item> stream = pipes.stream(1_000, NEVER);
    assertThat(in.read()).isEqualTo(Contents.byteAt(0) & 0xFF);
    assertThat(reader.read()).isEqualTo(Contents.charAt(0));
    assertThat(items.next()).isEqualTo(Item.of(0));
    assertThat(pipes.open()).isEqualTo(4);
    in.close();
    reader.close();
    ((AutoCloseable) items).close();
    stream.close();
    assertThat(pipes.open()).isZero();
    assertThatThrownBy(() -> in.read(new byte[1])).hasMessage("Stream closed");
    assertThatThrownBy(() -> reader.read(new char[1])).hasMessage("Stream closed");
    assertThat(items.hasNext()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void resultsThatNobodyHoldsAreClosed(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    assertThat(pipes.bytes(MIB, NEVER).read()).isEqualTo(Contents.byteAt(0) & 0xFF);
    assertThat(pipes.chars(MIB, NEVER).read()).isEqualTo(Contents.charAt(0));
    assertThat(pipes.items(1_000, NEVER).next()).isEqualTo(Item.of(0));
    assertThat(pipes.stream(1_000, NEVER).findFirst()).contains(Item.of(0));
    pipes.stream(1_000, NEVER);
    pipes.sink();
    pipes.textSink();
    awaitAllClosed(pipes);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void resultsAreClosedWithTheirContext(Via via) throws IOException {
    PipesStub others = pipes(via);
    InputStream in;
    Stream<Item> items;
    Iterator<Item> iterator;
    try (RemoteContext remote = via.connect()) {
      PipesStub pipes = PipesStub.require(remote);
      in = pipes.bytes(MIB, NEVER);
      items = pipes.stream(1_000, NEVER);
      iterator = pipes.items(1_000, NEVER);
      assertThat(in.readNBytes(64 << 10)).hasSize(64 << 10);
      assertThat(others.open()).isEqualTo(3);
    }
    assertThatThrownBy(in::read)
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(DisconnectedException.class);
    assertThatThrownBy(items::toList).isInstanceOf(DisconnectedException.class);
    assertThatThrownBy(iterator::next).isInstanceOf(DisconnectedException.class);
    in.close();
    awaitAllClosed(others);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void bytesCanBeSkippedAndCountedButNotMarked(Via via) throws IOException {
    try (InputStream in = pipes(via).bytes(200_000, NEVER)) {
      assertThat(in.available()).isEqualTo(200_000);
      assertThat(in.read()).isEqualTo(Contents.byteAt(0) & 0xFF);
      assertThat(in.available()).isEqualTo(199_999);
      in.skipNBytes(150_000);
      assertThat(in.read()).isEqualTo(Contents.byteAt(150_001) & 0xFF);
      assertThat(in.markSupported()).isFalse();
      assertThatThrownBy(in::reset).isInstanceOf(IOException.class);
    }
    try (Reader in = pipes(via).chars(100_000, NEVER)) {
      assertThat(in.ready()).isTrue();
      assertThat(in.skip(1)).isEqualTo(1);
      assertThat(in.read()).isEqualTo(Contents.charAt(1));
      assertThat(in.skip(40_000)).isPositive();
      assertThat(in.markSupported()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void streamsStandInOptionalsListsAndPromises(Via via) throws Exception {
    PipesStub pipes = pipes(via);
    assertThat(pipes.maybe(false)).isEmpty();
    assertThat(pipes.maybe(true).orElseThrow().readAllBytes()).isEqualTo(Contents.bytes(10));
    int size = 0;
    for (InputStream in : pipes.several(5)) {
      assertThat(in.readAllBytes()).isEqualTo(Contents.bytes(size++));
    }
    assertThat(pipes.later(MIB).get().readAllBytes()).isEqualTo(Contents.bytes(MIB));
    byte[] bytes = Contents.bytes(1_000);
    assertThat(
            pipes.readPromised(
                CompletableFuture.supplyAsync(() -> new ByteArrayInputStream(bytes))))
        .isEqualTo(bytes);
    assertThat(pipes.open()).isZero();
  }

  // --- arguments ---

  @ParameterizedTest
  @EnumSource(Via.class)
  void argumentsArriveWhole(Via via) throws Exception {
    PipesStub pipes = pipes(via);
    byte[] bytes = Contents.bytes(MIB);
    assertThat(pipes.readAll(new ByteArrayInputStream(bytes))).isEqualTo(bytes);
    String text = Contents.text(MIB);
    assertThat(pipes.readText(new StringReader(text))).isEqualTo(text);
    assertThat(pipes.takeAll(items(1_000).iterator())).isEqualTo(items(1_000));
    assertThat(pipes.collect(items(10_000).stream())).isEqualTo(items(10_000));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipes.write(out, MIB);
    assertThat(out.toByteArray()).isEqualTo(bytes);
    StringWriter writer = new StringWriter();
    pipes.writeText(writer, MIB);
    assertThat(writer.toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void emptyArgumentsAreEmpty(Via via) throws Exception {
    PipesStub pipes = pipes(via);
    assertThat(pipes.readAll(InputStream.nullInputStream())).isEmpty();
    assertThat(pipes.readText(new StringReader(""))).isEmpty();
    assertThat(pipes.takeAll(List.<Item>of().iterator())).isEmpty();
    assertThat(pipes.collect(Stream.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void argumentsAreReadAsFarAsIsAskedForAndStayTheCallers(Via via) throws Exception {
    PipesStub pipes = pipes(via);
    InputStream in = new Contents.Bytes(open, 1_000, NEVER);
    assertThat(pipes.readSome(in, 10)).isEqualTo(Contents.bytes(10));
    assertThat(in.read()).isEqualTo(Contents.byteAt(10) & 0xFF);
    assertThat(pipes.readOne(in)).isEqualTo(Contents.byteAt(11) & 0xFF);
    assertThat(pipes.skipThenAvailable(in, 88)).isEqualTo(88 + 900);
    assertThat(pipes.readAll(in)).hasSize(900);
    assertThat(pipes.readOne(in)).isEqualTo(-1);
    Iterator<Item> items = items(10).iterator();
    assertThat(pipes.takeOne(items)).isEqualTo(Item.of(0));
    assertThat(items.next()).isEqualTo(Item.of(1));
    assertThat(pipes.takeOne(items)).isEqualTo(Item.of(2));
    assertThat(open).as("only its owner closes it").hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void argumentsFailWhereTheOriginalDoes(Via via) {
    PipesStub pipes = pipes(via);
    assertThatThrownBy(() -> pipes.readAll(new Contents.Bytes(open, MIB, 100_000)))
        .isInstanceOf(IOException.class)
        .hasMessage("torn at 100000");
    assertThatThrownBy(() -> pipes.readText(new Contents.Chars(open, MIB, 50_000)))
        .isInstanceOf(IOException.class)
        .hasMessage("torn at 50000");
    assertThatThrownBy(() -> pipes.takeAll(new Contents.Items(open, 100, 50)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("torn at 50");
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int oneByte) throws IOException {
            throw new IOException("full");
          }
        };
    assertThatThrownBy(() -> pipes.write(full, 10))
        .as("what was written last fails with the call")
        .isInstanceOf(IOException.class)
        .hasMessage("full");
    assertThatThrownBy(() -> pipes.write(full, MIB))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void whatMainClosesIsClosed(Via via) throws IOException {
    InputStream in = new Contents.Bytes(open, 10, NEVER);
    Reader reader = new Contents.Chars(open, 10, NEVER);
    AtomicInteger closed = new AtomicInteger();
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    Writer writer =
        new StringWriter() {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    pipes(via).close(in, out, reader, writer);
    assertThat(open).hasValue(0);
    assertThat(closed).hasValue(2);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void whatMainWritesIsThereWhenTheCallReturns(Via via) throws Exception {
    PipesStub pipes = pipes(via);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipes.write(out, 10);
    assertThat(out.size()).isEqualTo(10);
    pipes.writeElsewhere(out, 70_000);
    assertThat(out.size()).isEqualTo(70_010);
    assertThatThrownBy(() -> pipes.writeThenFail(out, 20)).hasMessage("after 20");
    assertThat(out.size()).isEqualTo(70_030);
    AtomicInteger seen = new AtomicInteger();
    pipes.writeThenCall(out, 30, () -> seen.set(out.size()));
    assertThat(seen).hasValue(70_060);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void aPromptIsThereBeforeItsAnswerIsRead(Via via) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream echo =
        new InputStream() {
          @Override
          public int read() {
            return out.size() == 0 ? -1 : out.toByteArray()[0];
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int next = read();
            bytes[offset] = (byte) next;
            return next < 0 ? -1 : 1;
          }
        };
    assertThat(pipes(via).ask(out, echo)).isEqualTo('?');
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void streamsOfArgumentsAreReadOnTheThreadOfTheCall(Via via) throws IOException {
    Thread caller = Thread.currentThread();
    AtomicBoolean elsewhere = new AtomicBoolean();
    InputStream in =
        new InputStream() {
          private int left = 10;

          @Override
          public int read() {
            elsewhere.compareAndSet(false, Thread.currentThread() != caller);
            return left-- > 0 ? 7 : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int next = read();
            bytes[offset] = (byte) next;
            return next < 0 ? -1 : 1;
          }
        };
    assertThat(pipes(via).readAll(in)).hasSize(10);
    assertThat(elsewhere).isFalse();
  }

  // --- identity ---

  @ParameterizedTest
  @EnumSource(Via.class)
  void aStreamThatGoesHomeIsTheOriginal(Via via) {
    PipesStub pipes = pipes(via);
    AtomicBoolean same = new AtomicBoolean();
    pipes.lendKept(in -> same.set(pipes.isKept(in)));
    assertThat(same).isTrue();
    InputStream in = InputStream.nullInputStream();
    assertThat(pipes.isKept(in)).isFalse();
    assertThat(pipes.same(in)).isSameAs(in);
    assertThat(pipes.isSame(in, home -> home == in)).isTrue();
    Stream<Item> items = Stream.of(Item.of(1));
    assertThat(pipes.sameStream(items)).isSameAs(items);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void theSameStreamArrivesAsTheSame(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    List<InputStream> seen = new ArrayList<>();
    pipes.lendKept(seen::add);
    pipes.lendKept(seen::add);
    assertThat(seen.get(0)).isSameAs(seen.get(1));
    assertThat(seen.get(0).markSupported()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void whatACallbackReturnsIsMainsToClose(Via via) throws IOException {
    assertThat(pipes(via).readSupplied(() -> new Contents.Bytes(open, MIB, NEVER)))
        .isEqualTo(Contents.bytes(MIB));
    assertThat(open).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Via.class)
  void readersAndWritersOfTheJdkWorkOnThem(Via via) throws IOException {
    PipesStub pipes = pipes(via);
    try (BufferedReader lines = new BufferedReader(pipes.chars(1_000, NEVER))) {
      assertThat(lines.lines().toList()).isEqualTo(Contents.text(1_000).lines().toList());
    }
    assertThat(pipes.open()).isZero();
  }
}
