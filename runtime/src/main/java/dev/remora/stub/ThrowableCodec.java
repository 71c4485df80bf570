package dev.remora.stub;

import dev.remora.RemoteInvocationException;

/**
 * Exceptions as values: an {@code error} meta; what has no class here arrives as {@link
 * RemoteInvocationException}.
 */
final class ThrowableCodec<X extends Throwable> extends Codec<X> {
  private final Class<X> declared;

  ThrowableCodec(Class<X> declared) {
    super(declared);
    this.declared = declared;
  }

  @Override
  public void write(MetaWriter writer, X value) {
    ErrorMeta.write(writer.json(), value, null);
  }

  @Override
  public X read(MetaCursor cursor) {
    String type = cursor.open();
    if (!"error".equals(type)) {
      throw cursor.misfit(
          declared.getName(), type == null ? null : "a meta of type '" + type + "'");
    }
    RemoteInvocationException image = ErrorMeta.read(cursor.json()).image();
    Exception known = image.asKnown();
    return declared.cast(declared.isInstance(known) ? known : image);
  }
}
