package dev.remora.stub;

import dev.remora.RemoteException;
import org.jspecify.annotations.Nullable;

/**
 * Reads metas back into values, in the order of the parameters; used by one thread, by generated
 * code.
 *
 * <p>It takes the short and the long form of every value. What does not fit is a typed error that
 * names the call, the argument, what was expected and what was found: {@link
 * dev.remora.BadArgumentsException} in the main process, {@link dev.remora.ProtocolException} in a
 * renderer.
 */
public final class MetaReader {
  private final MetaCursor cursor;

  /**
   * For the session.
   *
   * @param cursor stands before the first meta
   */
  public MetaReader(MetaCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads a boolean.
   *
   * @return the value
   */
  public boolean readBoolean() {
    cursor.advance();
    return Scalars.bool(cursor);
  }

  /**
   * Reads a byte.
   *
   * @return the value
   */
  public byte readByte() {
    cursor.advance();
    return (byte) Scalars.integral(cursor, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
  }

  /**
   * Reads a short.
   *
   * @return the value
   */
  public short readShort() {
    cursor.advance();
    return (short) Scalars.integral(cursor, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
  }

  /**
   * Reads a char.
   *
   * @return the value
   */
  public char readChar() {
    cursor.advance();
    return Scalars.character(cursor);
  }

  /**
   * Reads an int.
   *
   * @return the value
   */
  public int readInt() {
    cursor.advance();
    return (int) Scalars.integral(cursor, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
  }

  /**
   * Reads a long.
   *
   * @return the value
   */
  public long readLong() {
    cursor.advance();
    return Scalars.integral(cursor, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
  }

  /**
   * Reads a float.
   *
   * @return the value
   */
  public float readFloat() {
    cursor.advance();
    return Scalars.floating32(cursor);
  }

  /**
   * Reads a double.
   *
   * @return the value
   */
  public double readDouble() {
    cursor.advance();
    return Scalars.floating64(cursor);
  }

  /**
   * Reads a string that is not null.
   *
   * @return the value
   */
  public String readString() {
    return read(Codecs.STRING);
  }

  /**
   * Reads a string or null.
   *
   * @return the value, or null
   */
  public @Nullable String readNullableString() {
    return readNullable(Codecs.STRING);
  }

  /**
   * Reads a value that is not null.
   *
   * @param <T> its type
   * @param codec reads it
   * @return the value
   */
  public <T> T read(Codec<T> codec) {
    cursor.advance();
    return decode(codec);
  }

  /**
   * Reads the promise of a member that declares exceptions.
   *
   * @param <T> its type
   * @param codec reads it
   * @param declared turns what the promise fails with into the declared exceptions
   * @return the promise
   */
  public <T> T readPromise(Codec<T> codec, RemoteCall.Declared declared) {
    return read(codec.declaring(declared));
  }

  /**
   * Reads a value or null.
   *
   * @param <T> its type
   * @param codec reads it
   * @return the value, or null
   */
  public <T> @Nullable T readNullable(Codec<T> codec) {
    cursor.advance();
    return cursor.skipNull() ? null : decode(codec);
  }

  /** Reads the answer of a member that has no result. */
  public void readVoid() {
    cursor.advance();
    if (!cursor.skipNull()) {
      throw cursor.misfit("no result", null);
    }
  }

  /**
   * Says that all arguments have been read: more are an error. From here on the main process may go
   * on reading while the member runs.
   */
  public void end() {
    cursor.end();
  }

  private <T> T decode(Codec<T> codec) {
    try {
      return cursor.element(codec);
    } catch (RemoteException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw cursor.unreadable(codec.type().getTypeName(), e);
    }
  }
}
