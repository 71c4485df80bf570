package dev.remora.it.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams whose contents both processes know, and that fail where they are told to. */
public final class Contents {

  private Contents() {}

  /** The byte at a position. */
  public static byte byteAt(int position) {
    return (byte) (position * 31 + (position >> 8));
  }

  /** The first bytes. */
  public static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = byteAt(i);
    }
    return bytes;
  }

  /** The char at a position; some are halves of pairs. */
  public static char charAt(int position) {
    return switch (position % 5) {
      case 0 -> 'x';
      case 1 -> '\uD83D';
      case 2 -> '\uDE00';
      case 3 -> '\n';
      default -> (char) ('a' + position / 5 % 26);
    };
  }

  /** The first chars. */
  public static String text(int size) {
    StringBuilder text = new StringBuilder(size);
    for (int i = 0; i < size; i++) {
      text.append(charAt(i));
    }
    return text.toString();
  }

  /** Bytes, counted while they are open. */
  public static final class Bytes extends InputStream {
    private final AtomicInteger open;
    private final int size;
    private final int failAt;
    private int position;
    private boolean closed;

    /** Opens them; those that do not fail have {@code failAt} below 0. */
    public Bytes(AtomicInteger open, int size, int failAt) {
      this.open = open;
      this.size = size;
      this.failAt = failAt;
      open.incrementAndGet();
    }

    @Override
    public int read() throws IOException {
      if (closed) {
        throw new IOException("closed by its owner");
      }
      if (position == failAt) {
        throw new Torn("torn at " + position);
      }
      return position == size ? -1 : byteAt(position++) & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int first = read();
      if (first < 0) {
        return first;
      }
      bytes[offset] = (byte) first;
      int count = 1;
      while (count < length && position < size && position != failAt) {
        bytes[offset + count++] = byteAt(position++);
      }
      return count;
    }

    @Override
    public int available() {
      return size - position;
    }

    /** How far it was read. */
    public int position() {
      return position;
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }

  /** Chars, counted while they are open. */
  public static final class Chars extends Reader {
    private final AtomicInteger open;
    private final int size;
    private final int failAt;
    private int position;
    private boolean closed;

    /** Opens them; those that do not fail have {@code failAt} below 0. */
    public Chars(AtomicInteger open, int size, int failAt) {
      this.open = open;
      this.size = size;
      this.failAt = failAt;
      open.incrementAndGet();
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
      if (position == failAt) {
        throw new Torn("torn at " + position);
      }
      if (position == size) {
        return -1;
      }
      int end = failAt < position ? size : failAt;
      int count = Math.min(length, end - position);
      for (int i = 0; i < count; i++) {
        chars[offset + i] = charAt(position++);
      }
      return count;
    }

    @Override
    public boolean ready() {
      return position < size;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }

  /** Elements, counted while they are open. */
  public static final class Items implements Iterator<Item>, AutoCloseable {
    private final AtomicInteger open;
    private final int size;
    private final int failAt;
    private int position;
    private boolean closed;

    /** Opens them; those that do not fail have {@code failAt} below 0. */
    public Items(AtomicInteger open, int size, int failAt) {
      this.open = open;
      this.size = size;
      this.failAt = failAt;
      open.incrementAndGet();
    }

    @Override
    public boolean hasNext() {
      return position < size;
    }

    @Override
    public Item next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (position == failAt) {
        throw new IllegalStateException("torn at " + position);
      }
      return Item.of(position++);
    }

    /** How many were taken. */
    public int position() {
      return position;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }
}
