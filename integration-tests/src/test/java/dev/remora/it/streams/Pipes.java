package dev.remora.it.streams;

import dev.remora.annotation.RemoteModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Gives streams, and takes them. */
@RemoteModule
public class Pipes {
  private final AtomicInteger open = new AtomicInteger();
  private final InputStream kept = new Contents.Bytes(new AtomicInteger(), 100, -1);
  private final List<Iterator<Item>> iterators = new ArrayList<>();
  private ByteArrayOutputStream bytesWritten = new ByteArrayOutputStream();
  private StringWriter textWritten = new StringWriter();

  /** How many of the streams that were given are open. */
  public int open() {
    return open.get();
  }

  // --- results ---

  /** Bytes to read. */
  public InputStream bytes(int size, int failAt) {
    return new Contents.Bytes(open, size, failAt);
  }

  /** Chars to read. */
  public Reader chars(int size, int failAt) {
    return new Contents.Chars(open, size, failAt);
  }

  /** Elements to take one by one. */
  public Iterator<Item> items(int size, int failAt) {
    Iterator<Item> items = new Contents.Items(open, size, failAt);
    iterators.add(items);
    return items;
  }

  /** How many elements were taken of what {@link #items} has given last. */
  public int taken() {
    return ((Contents.Items) iterators.get(iterators.size() - 1)).position();
  }

  /** Elements to take in chunks. */
  public Stream<Item> stream(int size, int failAt) {
    Contents.Items items = new Contents.Items(open, size, failAt);
    iterators.add(items);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false)
        .onClose(items::close);
  }

  /** Elements of which each takes its time. */
  public Stream<Item> slowStream(int size) {
    return stream(size, -1)
        .peek(
            item -> {
              long start = System.nanoTime();
              while (System.nanoTime() - start < 3_000_000) {
                Thread.onSpinWait();
              }
            });
  }

  /** Takes bytes until it is closed; see {@link #bytesWritten}. */
  public OutputStream sink() {
    open.incrementAndGet();
    bytesWritten =
        new ByteArrayOutputStream() {
          private boolean closed;

          @Override
          public void close() {
            if (!closed) {
              closed = true;
              open.decrementAndGet();
            }
          }
        };
    return bytesWritten;
  }

  /** What the last sink has got. */
  public byte[] bytesWritten() {
    return bytesWritten.toByteArray();
  }

  /** Takes chars until it is closed; see {@link #textWritten}. */
  public Writer textSink() {
    open.incrementAndGet();
    textWritten =
        new StringWriter() {
          private boolean closed;

          @Override
          public void close() {
            if (!closed) {
              closed = true;
              open.decrementAndGet();
            }
          }
        };
    return textWritten;
  }

  /** What the last text sink has got. */
  public String textWritten() {
    return textWritten.toString();
  }

  /** A sink that takes nothing. */
  public OutputStream fullSink() {
    return new OutputStream() {
      @Override
      public void write(int oneByte) throws IOException {
        throw new Torn("full");
      }
    };
  }

  /** Elements that are by reference themselves. */
  public Iterator<Pipes> selves(int count) {
    return Stream.generate(() -> this).limit(count).iterator();
  }

  /** A stream, or none. */
  public Optional<InputStream> maybe(boolean isThere) {
    return isThere ? Optional.of(bytes(10, -1)) : Optional.empty();
  }

  /** Several at once. */
  public List<InputStream> several(int count) {
    return IntStream.range(0, count).mapToObj(i -> bytes(i, -1)).toList();
  }

  /** One that is promised. */
  public CompletableFuture<InputStream> later(int size) {
    return CompletableFuture.supplyAsync(() -> bytes(size, -1));
  }

  // --- arguments ---

  /** Reads to the end. */
  public byte[] readAll(InputStream in) throws IOException {
    return in.readAllBytes();
  }

  /** Reads so many bytes in one go. */
  public byte[] readSome(InputStream in, int count) throws IOException {
    return in.readNBytes(count);
  }

  /** Reads one byte, which is not there perhaps. */
  public int readOne(InputStream in) throws IOException {
    return in.read();
  }

  /** Skips, and says what is left. */
  public long skipThenAvailable(InputStream in, long count) throws IOException {
    return in.skip(count) + in.available();
  }

  /** Reads to the end. */
  public String readText(Reader in) throws IOException {
    StringWriter text = new StringWriter();
    in.transferTo(text);
    return text.toString();
  }

  /** Takes all elements. */
  public List<Item> takeAll(Iterator<Item> items) {
    List<Item> taken = new ArrayList<>();
    items.forEachRemaining(taken::add);
    return taken;
  }

  /** Takes one element. */
  public Item takeOne(Iterator<Item> items) {
    return items.next();
  }

  /** Takes all elements. */
  public List<Item> collect(Stream<Item> items) {
    return items.toList();
  }

  /** Writes, and leaves the stream open. */
  public void write(OutputStream out, int size) throws IOException {
    for (int i = 0; i < size; i++) {
      out.write(Contents.byteAt(i));
    }
  }

  /** Writes on a thread of its own, which has ended when the call returns. */
  public void writeElsewhere(OutputStream out, int size) throws Exception {
    CompletableFuture.runAsync(
            () -> {
              try {
                write(out, size);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
        .get();
  }

  /** Writes, and leaves the stream open. */
  public void writeText(Writer out, int size) throws IOException {
    out.write(Contents.text(size));
  }

  /** Writes, and calls: who is called sees what was written. */
  public void writeThenCall(OutputStream out, int size, Runnable then) throws IOException {
    write(out, size);
    then.run();
  }

  /** Writes a prompt, and reads the answer to it. */
  public int ask(OutputStream out, InputStream in) throws IOException {
    out.write('?');
    return in.read();
  }

  /** Writes, and fails. */
  public void writeThenFail(OutputStream out, int size) throws IOException {
    write(out, size);
    throw new Torn("after " + size);
  }

  /** Closes what it was given. */
  public void close(InputStream in, OutputStream out, Reader reader, Writer writer)
      throws IOException {
    in.close();
    out.close();
    reader.close();
    writer.close();
  }

  /** Reads a promise's stream. */
  public byte[] readPromised(CompletableFuture<InputStream> in) throws Exception {
    return in.get().readAllBytes();
  }

  // --- identity ---

  /** The one stream that main keeps. */
  public void lendKept(Consumer<InputStream> to) {
    to.accept(kept);
  }

  /** Whether it is that one, come home. */
  public boolean isKept(InputStream in) {
    return in == kept;
  }

  /** What a callback returns is main's to close. */
  public byte[] readSupplied(Supplier<InputStream> supplier) throws IOException {
    try (InputStream in = supplier.get()) {
      return in.readAllBytes();
    }
  }

  /** Gives back what it was given. */
  public InputStream same(InputStream in) {
    return in;
  }

  /** Gives back what it was given. */
  public Stream<Item> sameStream(Stream<Item> items) {
    return items;
  }

  /** Passes a stream of the renderer to a function of the renderer. */
  public boolean isSame(InputStream in, java.util.function.Predicate<InputStream> test) {
    return test.test(in);
  }
}
