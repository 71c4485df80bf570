package dev.remora.it.sql;

/** The methods of {@code Blob} that the tests call. */
public final class FakeBlob {
  public byte[] getBytes(long position, int length) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) position;
    return bytes;
  }

  public long length() {
    return 1L << 40;
  }
}
