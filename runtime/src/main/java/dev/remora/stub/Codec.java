package dev.remora.stub;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type cross: writes them as metas and reads them back.
 *
 * <p>Codecs are immutable and shared by all threads. A codec does not see null unless it is {@link
 * #nullable()}.
 *
 * @param <T> the type of the values
 */
public abstract class Codec<T extends @Nullable Object> {
  private final Type type;

  /**
   * For codecs of ours and generated ones.
   *
   * @param type the type of the values, with its type arguments
   */
  protected Codec(Type type) {
    this.type = type;
  }

  /**
   * Writes exactly one meta.
   *
   * @param writer where to
   * @param value the value
   */
  public abstract void write(MetaWriter writer, T value);

  /**
   * Reads exactly one meta.
   *
   * @param cursor where from
   * @return the value
   */
  public abstract T read(MetaCursor cursor);

  /**
   * The type of the values.
   *
   * @return the type, with its type arguments
   */
  public final Type type() {
    return type;
  }

  /**
   * This codec for places where null may stand.
   *
   * @return a codec that takes and gives null as well
   */
  public final Codec<@Nullable T> nullable() {
    return new NullableCodec<>(this);
  }

  /** This codec for a member that declares exceptions: promises may fail with them. */
  Codec<T> declaring(RemoteCall.Declared declared) {
    return this;
  }

  boolean acceptsNull() {
    return false;
  }

  /** Null goes by itself; all else is the inner codec's. */
  private static final class NullableCodec<T> extends Codec<@Nullable T> {
    private final Codec<T> inner;

    NullableCodec(Codec<T> inner) {
      super(inner.type());
      this.inner = inner;
    }

    @Override
    public void write(MetaWriter writer, @Nullable T value) {
      if (value == null) {
        writer.json().writeNull();
      } else {
        inner.write(writer, value);
      }
    }

    @Override
    @SuppressWarnings("NullAway") // T of Codec<@Nullable T> is nullable, which it does not see
    public @Nullable T read(MetaCursor cursor) {
      return cursor.skipNull() ? null : inner.read(cursor);
    }

    @Override
    boolean acceptsNull() {
      return true;
    }
  }
}
