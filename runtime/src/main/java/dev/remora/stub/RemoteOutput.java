package dev.remora.stub;

import dev.remora.RemoteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** An output stream of the other process. What is written is sent in chunks, one at a time. */
final class RemoteOutput extends OutputStream implements StreamView {
  /** What is kept before it is sent. */
  static final int CHUNK = 64 << 10;

  private final RemoteStream remote;
  private final Bytes unsent;

  RemoteOutput(RemoteStream remote) {
    this.remote = remote;
    this.unsent = new Bytes(remote);
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
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    remote.checkNotClosed();
    for (int done = 0; done < length; ) {
      int count = unsent.add(bytes, offset + done, length - done);
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

  private static final class Bytes extends UnsentOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Bytes(RemoteStream remote) {
      super(remote);
    }

    /** Takes as many as there is room for. */
    int add(byte[] from, int offset, int length) {
      synchronized (bytes) {
        int count = Math.min(length, CHUNK - bytes.size());
        bytes.write(from, offset, count);
        return count;
      }
    }

    boolean isFull() {
      return bytes.size() >= CHUNK;
    }

    @Override
    boolean isEmpty() {
      return bytes.size() == 0;
    }

    @Override
    void take(MetaWriter args) {
      byte[] taken;
      synchronized (bytes) {
        taken = bytes.toByteArray();
        bytes.reset();
      }
      args.write(Codecs.BYTES, taken);
    }
  }
}
