package dev.remora.it.sql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** The methods of {@code Blob} that the tests call. */
public final class FakeBlob {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  public byte[] getBytes(long position, int length) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) position;
    return bytes;
  }

  public OutputStream setBinaryStream(long position) {
    written.reset();
    return written;
  }

  public InputStream getBinaryStream() {
    return new ByteArrayInputStream(written.toByteArray());
  }

  public long length() {
    return 1L << 40;
  }
}
