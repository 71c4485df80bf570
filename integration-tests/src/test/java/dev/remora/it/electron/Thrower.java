package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import dev.remora.it.values.Broken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Fails in every way. */
@RemoteModule
public final class Thrower {
  /** Cannot be encoded: its getter throws. */
  public Broken broken = new Broken();

  private String property = "";

  Thrower() {}

  /** Like a JavaScript getter: throws until the property is set. */
  public String property() {
    if (property.isEmpty()) {
      throw new IllegalStateException("getting error");
    }
    return property;
  }

  /** Like a JavaScript setter: throws if there is nothing to set. */
  public void property(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("setting error");
    }
    property = value;
  }

  /** Fails with a declared exception that has two causes. */
  public void failWithCauses() throws IOException {
    throw new IOException(
        "surface", new IllegalStateException("middle", new CoreException("core")));
  }

  /** Throws what is no {@link Exception}. */
  public int throwError() {
    throw new AssertionError("no exception");
  }

  /** Throws without a text. */
  public int throwNameless() {
    throw new CoreException(null);
  }

  /** Returns its own arguments. */
  public String[] arguments(String... arguments) {
    return arguments;
  }

  /** Works. */
  public int works() {
    return 1;
  }

  /** An exception that no renderer needs to know. */
  private static final class CoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CoreException(@Nullable String message) {
      super(message);
    }
  }
}
