package dev.remora.stub;

import dev.remora.EncodingException;
import dev.remora.LimitExceededException;
import dev.remora.RemoteException;
import dev.remora.wire.OutgoingFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Writes values as metas, in the order of the parameters; used by one thread, by generated code and
 * codecs.
 *
 * <p>Scalars are written in short form ({@code docs/protocol.md#metas}). A value that cannot be
 * written throws {@link EncodingException}; the frame is then given up before a byte of it is sent.
 */
public sealed class MetaWriter permits Reply {
  private OutgoingFrame frame;
  private JsonGenerator json;
  private final References references;
  private final ValueMapper values;
  private final Subject subject;
  private final String elements;
  private int position;
  private @Nullable RemoteException failure;

  /**
   * For the session.
   *
   * @param frame the frame that is written
   * @param references gives ids to objects and stubs
   * @param values writes what has no codec of ours
   * @param subject names the call in errors
   * @param elements the field of array metas: "members" from main, "value" from a renderer
   */
  public MetaWriter(
      OutgoingFrame frame,
      References references,
      ValueMapper values,
      Subject subject,
      String elements) {
    this.frame = frame;
    this.json = frame.json();
    this.references = references;
    this.values = values;
    this.subject = subject;
    this.elements = elements;
  }

  /**
   * Starts over with another frame, for the session: nobody writes the last one any more.
   *
   * @param next the frame that is written from here on
   */
  public final void restart(OutgoingFrame next) {
    frame = next;
    json = next.json();
    position = 0;
    failure = null;
  }

  /**
   * Writes a boolean.
   *
   * @param value the value
   */
  public final void writeBoolean(boolean value) {
    position++;
    json.writeBoolean(value);
  }

  /**
   * Writes a byte.
   *
   * @param value the value
   */
  public final void writeByte(byte value) {
    writeInt(value);
  }

  /**
   * Writes a short.
   *
   * @param value the value
   */
  public final void writeShort(short value) {
    writeInt(value);
  }

  /**
   * Writes a char, as a string of one UTF-16 unit.
   *
   * @param value the value
   */
  public final void writeChar(char value) {
    position++;
    json.writeString(String.valueOf(value));
  }

  /**
   * Writes an int.
   *
   * @param value the value
   */
  public final void writeInt(int value) {
    position++;
    json.writeNumber(value);
  }

  /**
   * Writes a long.
   *
   * @param value the value
   */
  public final void writeLong(long value) {
    position++;
    json.writeNumber(value);
  }

  /**
   * Writes a float; NaN and infinities survive.
   *
   * @param value the value
   */
  public final void writeFloat(float value) {
    position++;
    json.writeNumber(value);
  }

  /**
   * Writes a double; NaN and infinities survive.
   *
   * @param value the value
   */
  public final void writeDouble(double value) {
    position++;
    json.writeNumber(value);
  }

  /**
   * Writes a string that is not null.
   *
   * @param value the value
   * @throws EncodingException if it is null after all
   */
  public final void writeString(String value) {
    write(Codecs.STRING, value);
  }

  /**
   * Writes a string or null.
   *
   * @param value the value, or null
   */
  public final void writeNullableString(@Nullable String value) {
    writeNullable(Codecs.STRING, value);
  }

  /**
   * Writes a value that is not null.
   *
   * @param <T> its type
   * @param codec writes it
   * @param value the value
   * @throws EncodingException if it is null after all, or cannot be written
   */
  public final <T> void write(Codec<T> codec, T value) {
    position++;
    if (value == null) {
      throw failed(new EncodingException(where() + " must not be null"));
    }
    encode(codec, value);
  }

  /**
   * Writes a value or null.
   *
   * @param <T> its type
   * @param codec writes it
   * @param value the value, or null
   * @throws EncodingException if it cannot be written
   */
  public final <T> void writeNullable(Codec<T> codec, @Nullable T value) {
    position++;
    if (value == null) {
      json.writeNull();
    } else {
      encode(codec, value);
    }
  }

  private <T> void encode(Codec<T> codec, T value) {
    try {
      codec.write(this, value);
    } catch (StreamConstraintsException e) {
      throw failed(
          new LimitExceededException("cannot write " + where() + ": " + e.getOriginalMessage(), e));
    } catch (RemoteException e) {
      throw failed(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(
          new EncodingException("cannot write " + where() + ": " + ValueMapper.reason(e), e));
    }
  }

  private RemoteException failed(RemoteException e) {
    failure = e;
    return e;
  }

  /**
   * Notes that an id was given, which the session itself has written.
   *
   * @param id taken back if the frame is never sent
   */
  public final void given(long id) {
    frame.given(id);
  }

  /**
   * Why writing failed, so that the session can tell it from what a member throws; for the session.
   *
   * @return the exception that this writer threw last, or null
   */
  public final @Nullable RemoteException failure() {
    return failure;
  }

  /**
   * The generator; for codecs.
   *
   * @return the generator, positioned where the next value goes
   */
  public final JsonGenerator json() {
    return json;
  }

  /**
   * Writes an element of a collection; for codecs.
   *
   * @param <T> its type
   * @param codec writes it
   * @param value the element, null only where the codec is {@link Codec#nullable()}
   */
  public final <T> void element(Codec<T> codec, T value) {
    if (value == null && !codec.acceptsNull()) {
      throw new EncodingException(
          where() + " contains null, where " + codec.type().getTypeName() + " must not be null");
    }
    codec.write(this, value);
  }

  /** Opens an array meta; for codecs. */
  final void startArray() {
    json.writeStartObject();
    json.writeStringProperty("type", "array");
    json.writeName(elements);
    json.writeStartArray();
  }

  /** Ends an array or map meta; for codecs. */
  final void endArray() {
    json.writeEndArray();
    json.writeEndObject();
  }

  final OutgoingFrame frame() {
    return frame;
  }

  final References references() {
    return references;
  }

  final ValueMapper values() {
    return values;
  }

  /** Names the value that is being written: the result, or an argument by its number. */
  private String where() {
    return (this instanceof Reply ? "the result" : "argument " + position)
        + " of "
        + subject.describe();
  }
}
