package dev.remora.stub;

import dev.remora.RemoteException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * An input stream of the other process. One that is this process's to read is read ahead, a chunk
 * at most; of a lent one just so many bytes are taken as are asked for.
 */
final class RemoteInput extends InputStream implements StreamView {
  private static final byte[] NOTHING = {};

  private final RemoteStream remote;
  private byte[] chunk = NOTHING;
  private int position;

  RemoteInput(RemoteStream remote) {
    this.remote = remote;
  }

  @Override
  public RemoteStream remote() {
    return remote;
  }

  @Override
  public int read() throws IOException {
    return fetch(1) ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (!fetch(length)) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, bytes, offset, count);
    position += count;
    return count;
  }

  /** Has a byte at hand at least; false at the end. */
  private boolean fetch(int wanted) throws IOException {
    remote.checkNotClosed();
    if (position < chunk.length) {
      return true;
    }
    if (!remote.isOpen()) {
      return false;
    }
    try (RemoteCall call = remote.start("read")) {
      call.wrapArgs().writeInt(remote.isLent() ? wanted : GivenInput.CHUNK);
      byte[] read = call.invoke().readNullable(Codecs.BYTES);
      position = 0;
      chunk = read == null ? NOTHING : read;
      if (read == null) {
        remote.ended();
      }
    } catch (RemoteException e) {
      throw remote.failed(e);
    }
    return chunk.length > 0;
  }

  @Override
  public long skip(long count) throws IOException {
    remote.checkNotClosed();
    if (count <= 0) {
      return 0;
    }
    if (position < chunk.length) {
      int skipped = (int) Math.min(count, chunk.length - position);
      position += skipped;
      return skipped;
    }
    if (!remote.isOpen()) {
      return 0;
    }
    try (RemoteCall call = remote.start("skip")) {
      call.wrapArgs().writeLong(count);
      return call.invoke().readLong();
    } catch (RemoteException e) {
      throw remote.failed(e);
    }
  }

  @Override
  public int available() throws IOException {
    remote.checkNotClosed();
    int ahead = chunk.length - position;
    if (!remote.isOpen()) {
      return ahead;
    }
    try (RemoteCall call = remote.start("available")) {
      return (int) Math.min((long) ahead + call.invoke().readInt(), Integer.MAX_VALUE);
    } catch (RemoteException e) {
      throw remote.failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    // The chunk stays as it is: another thread may be reading.
    remote.closeInput();
  }
}
