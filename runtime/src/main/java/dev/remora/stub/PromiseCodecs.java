package dev.remora.stub;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Promises by reference: a {@code promise} meta now, one {@code SETTLE} frame later. */
final class PromiseCodecs {

  private PromiseCodecs() {}

  private static <T> void writePromise(
      MetaWriter writer, CompletionStage<T> promise, Codec<T> value) {
    long id = writer.references().promise(promise, value);
    writer.frame().given(id);
    writer.json().writeStartObject();
    writer.json().writeStringProperty("type", "promise");
    writer.json().writeNumberProperty("id", id);
    writer.json().writeEndObject();
  }

  private static <T> CompletableFuture<T> readPromise(
      MetaCursor cursor, Codec<T> value, RemoteCall.Declared declared) {
    long id = cursor.reference("promise", "id", "a promise of " + value.type().getTypeName());
    return cursor.references().promised(id, value, declared);
  }

  static final class OfFuture<T> extends Codec<CompletableFuture<T>> {
    private final Codec<T> value;
    private final RemoteCall.Declared declared;

    OfFuture(Codec<T> value, RemoteCall.Declared declared) {
      super(Codecs.generic(CompletableFuture.class, value));
      this.value = value;
      this.declared = declared;
    }

    @Override
    Codec<CompletableFuture<T>> declaring(RemoteCall.Declared exceptions) {
      return new OfFuture<>(value, exceptions);
    }

    @Override
    public void write(MetaWriter writer, CompletableFuture<T> promise) {
      writePromise(writer, promise, value);
    }

    @Override
    public CompletableFuture<T> read(MetaCursor cursor) {
      return readPromise(cursor, value, declared);
    }
  }

  static final class OfStage<T> extends Codec<CompletionStage<T>> {
    private final Codec<T> value;
    private final RemoteCall.Declared declared;

    OfStage(Codec<T> value, RemoteCall.Declared declared) {
      super(Codecs.generic(CompletionStage.class, value));
      this.value = value;
      this.declared = declared;
    }

    @Override
    Codec<CompletionStage<T>> declaring(RemoteCall.Declared exceptions) {
      return new OfStage<>(value, exceptions);
    }

    @Override
    public void write(MetaWriter writer, CompletionStage<T> promise) {
      writePromise(writer, promise, value);
    }

    @Override
    public CompletionStage<T> read(MetaCursor cursor) {
      return readPromise(cursor, value, declared);
    }
  }

  /** A promise of nothing is kept with null. */
  static final class OfNothing extends Codec<Void> {
    OfNothing() {
      super(Void.class);
    }

    @Override
    public void write(MetaWriter writer, @Nullable Void nothing) {
      writer.json().writeNull();
    }

    @Override
    @SuppressWarnings("NullAway") // null is the only value that Void has
    public Void read(MetaCursor cursor) {
      if (!cursor.skipNull()) {
        throw cursor.misfit("nothing", null);
      }
      return null;
    }

    @Override
    boolean acceptsNull() {
      return true;
    }
  }
}
