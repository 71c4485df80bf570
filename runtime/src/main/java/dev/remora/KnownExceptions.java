package dev.remora;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's exceptions that arrive as themselves.
 *
 * <p>A closed table of constructors, so that no class is ever loaded by a name that the peer sent.
 */
final class KnownExceptions {
  private static final Map<String, Function<@Nullable String, ? extends Exception>> BY_NAME =
      table();

  /** A small run-time image may leave the module out. */
  private static final boolean SQL = ModuleLayer.boot().findModule("java.sql").isPresent();

  private KnownExceptions() {}

  /**
   * Builds the exception that the peer named, or null where the table has none of that name; an
   * exception of a database driver is that of {@code java.sql} which it extends.
   */
  static @Nullable Exception create(RemoteInvocationException image) {
    if (SQL && image.isRemotely("java.sql.SQLException")) {
      return SqlExceptions.create(image);
    }
    Function<@Nullable String, ? extends Exception> constructor =
        BY_NAME.get(image.remoteClassName());
    return constructor == null ? null : image.dressed(constructor.apply(image.remoteMessage()));
  }

  /** What an exception of the JDK knows beside its message. */
  static Map<String, Object> propertiesOf(Throwable thrown) {
    return SQL ? SqlExceptions.propertiesOf(thrown) : Map.of();
  }

  private static Map<String, Function<@Nullable String, ? extends Exception>> table() {
    Map<String, Function<@Nullable String, ? extends Exception>> table = new HashMap<>();
    unchecked(table);
    checked(table);
    return Map.copyOf(table);
  }

  private static void unchecked(
      Map<String, Function<@Nullable String, ? extends Exception>> table) {
    table.put("java.lang.ArithmeticException", ArithmeticException::new);
    table.put("java.lang.ArrayIndexOutOfBoundsException", ArrayIndexOutOfBoundsException::new);
    table.put("java.lang.ArrayStoreException", ArrayStoreException::new);
    table.put("java.lang.ClassCastException", ClassCastException::new);
    table.put("java.lang.IllegalArgumentException", IllegalArgumentException::new);
    table.put("java.lang.IllegalStateException", IllegalStateException::new);
    table.put("java.lang.IndexOutOfBoundsException", IndexOutOfBoundsException::new);
    table.put("java.lang.NegativeArraySizeException", NegativeArraySizeException::new);
    table.put("java.lang.NullPointerException", NullPointerException::new);
    table.put("java.lang.NumberFormatException", NumberFormatException::new);
    table.put("java.lang.RuntimeException", RuntimeException::new);
    table.put("java.lang.SecurityException", SecurityException::new);
    table.put("java.lang.StringIndexOutOfBoundsException", StringIndexOutOfBoundsException::new);
    table.put("java.lang.UnsupportedOperationException", UnsupportedOperationException::new);
    table.put("java.time.DateTimeException", DateTimeException::new);
    table.put("java.util.ConcurrentModificationException", ConcurrentModificationException::new);
    table.put("java.util.NoSuchElementException", NoSuchElementException::new);
    table.put("java.util.concurrent.CancellationException", CancellationException::new);
    table.put(
        "java.io.UncheckedIOException",
        message -> new UncheckedIOException(message, new IOException(message)));
  }

  private static void checked(Map<String, Function<@Nullable String, ? extends Exception>> table) {
    table.put("java.io.EOFException", EOFException::new);
    table.put("java.io.FileNotFoundException", FileNotFoundException::new);
    table.put("java.io.IOException", IOException::new);
    table.put("java.lang.InterruptedException", InterruptedException::new);
    table.put("java.nio.file.AccessDeniedException", AccessDeniedException::new);
    table.put("java.nio.file.DirectoryNotEmptyException", DirectoryNotEmptyException::new);
    table.put("java.nio.file.FileAlreadyExistsException", FileAlreadyExistsException::new);
    table.put("java.nio.file.FileSystemException", FileSystemException::new);
    table.put("java.nio.file.NoSuchFileException", NoSuchFileException::new);
    table.put("java.nio.file.NotDirectoryException", NotDirectoryException::new);
    table.put("java.util.concurrent.TimeoutException", TimeoutException::new);
  }
}
