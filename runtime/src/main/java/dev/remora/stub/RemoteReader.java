package dev.remora.stub;

import dev.remora.RemoteException;
import java.io.IOException;
import java.io.Reader;
import java.util.Objects;

/** A reader of the other process; what holds for {@link RemoteInput} holds for it. */
final class RemoteReader extends Reader implements StreamView {
  private final RemoteStream remote;
  private String chunk = "";
  private int position;

  RemoteReader(RemoteStream remote) {
    this.remote = remote;
  }

  @Override
  public RemoteStream remote() {
    return remote;
  }

  @Override
  public int read() throws IOException {
    return fetch(1) ? chunk.charAt(position++) : -1;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, chars.length);
    if (length == 0) {
      return 0;
    }
    if (!fetch(length)) {
      return -1;
    }
    int count = Math.min(length, chunk.length() - position);
    chunk.getChars(position, position + count, chars, offset);
    position += count;
    return count;
  }

  /** Has a char at hand at least; false at the end. */
  private boolean fetch(int wanted) throws IOException {
    remote.checkNotClosed();
    if (position < chunk.length()) {
      return true;
    }
    if (!remote.isOpen()) {
      return false;
    }
    try (RemoteCall call = remote.start("read")) {
      call.wrapArgs().writeInt(remote.isLent() ? wanted : GivenReader.CHUNK);
      String read = call.invoke().readNullableString();
      position = 0;
      chunk = read == null ? "" : read;
      if (read == null) {
        remote.ended();
      }
    } catch (RemoteException e) {
      throw remote.failed(e);
    }
    return !chunk.isEmpty();
  }

  @Override
  public long skip(long count) throws IOException {
    if (count < 0) {
      throw new IllegalArgumentException("a reader cannot skip backwards: " + count);
    }
    remote.checkNotClosed();
    if (position < chunk.length()) {
      int skipped = (int) Math.min(count, chunk.length() - position);
      position += skipped;
      return skipped;
    }
    if (count == 0 || !remote.isOpen()) {
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
  public boolean ready() throws IOException {
    remote.checkNotClosed();
    if (position < chunk.length() || !remote.isOpen()) {
      return position < chunk.length();
    }
    try (RemoteCall call = remote.start("ready")) {
      return call.invoke().readBoolean();
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
