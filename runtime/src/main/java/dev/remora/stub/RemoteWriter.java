package dev.remora.stub;

import dev.remora.RemoteException;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;

/** A writer of the other process. What is written is sent in chunks, one at a time. */
final class RemoteWriter extends Writer implements StreamView {
  /** What is kept before it is sent. */
  static final int CHUNK = 16 << 10;

  private final RemoteStream remote;
  private final Chars unsent;

  RemoteWriter(RemoteStream remote) {
    this.remote = remote;
    this.unsent = new Chars(remote);
  }

  @Override
  public RemoteStream remote() {
    return remote;
  }

  @Override
  public UnsentOutput unsent() {
    return unsent;
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, chars.length);
    remote.checkNotClosed();
    for (int done = 0; done < length; ) {
      int count = unsent.add(chars, offset + done, length - done);
      done += count;
      if (unsent.isFull()) {
        unsent.send();
      }
    }
    remote.sendBeforeAnswer(unsent);
  }

  @Override
  public void flush() throws IOException {
    remote.checkNotClosed();
    unsent.send();
    try (RemoteCall call = remote.start("flush")) {
      call.invoke().readVoid();
    } catch (RemoteException e) {
      throw remote.failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    remote.closeOutput(unsent);
  }

  private static final class Chars extends UnsentOutput {
    private final StringBuilder chars = new StringBuilder();

    Chars(RemoteStream remote) {
      super(remote);
    }

    /** Takes as many as there is room for. */
    int add(char[] from, int offset, int length) {
      synchronized (chars) {
        int count = Math.min(length, CHUNK - chars.length());
        chars.append(from, offset, count);
        return count;
      }
    }

    boolean isFull() {
      synchronized (chars) {
        return chars.length() >= CHUNK;
      }
    }

    @Override
    boolean isEmpty() {
      synchronized (chars) {
        return chars.isEmpty();
      }
    }

    @Override
    void take(MetaWriter args) {
      String taken;
      synchronized (chars) {
        taken = chars.toString();
        chars.setLength(0);
      }
      args.writeString(taken);
    }
  }
}
