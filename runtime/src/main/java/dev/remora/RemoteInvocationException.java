package dev.remora;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An exception of the main process that has no type of its own here: it carries the remote class's
 * name, message, stack and cause chain.
 *
 * <p>Checked exceptions that a member declares, and the JDK's common exceptions, arrive as
 * themselves instead. Generated stubs do that with {@link #rethrowAs}; no class is ever loaded by a
 * name that the peer sent.
 */
public final class RemoteInvocationException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /** The class's name in the main process, followed by those of its superclasses. */
  private final String[] remoteTypes;

  /** The message in the main process, which may differ from {@link #getMessage()}. */
  private final @Nullable String remoteMessage;

  /** What the exception knows beside its message. */
  private final HashMap<String, Serializable> remoteProperties;

  /**
   * Creates an exception about which only a text is known.
   *
   * @param message the text
   * @param cause the failure below, or null
   */
  public RemoteInvocationException(String message, @Nullable Throwable cause) {
    super(ErrorCode.INVOCATION, message, cause);
    this.remoteTypes = new String[] {Throwable.class.getName()};
    this.remoteMessage = message;
    this.remoteProperties = new HashMap<>();
  }

  /**
   * Creates the image of an exception that was thrown in the other process.
   *
   * @param remoteTypes the class's name, then its superclasses' names, at least one
   * @param remoteMessage the message there, or null
   * @param cause the image of its cause, or null
   */
  public RemoteInvocationException(
      List<String> remoteTypes, @Nullable String remoteMessage, @Nullable Throwable cause) {
    this(remoteTypes, remoteMessage, cause, Map.of());
  }

  /**
   * Creates the image of an exception that knows more than its message.
   *
   * @param remoteTypes the class's name, then its superclasses' names, at least one
   * @param remoteMessage the message there, or null
   * @param cause the image of its cause, or null
   * @param remoteProperties what else it knows, by name; copied
   */
  public RemoteInvocationException(
      List<String> remoteTypes,
      @Nullable String remoteMessage,
      @Nullable Throwable cause,
      Map<String, ? extends Serializable> remoteProperties) {
    super(ErrorCode.INVOCATION, text(remoteTypes.get(0), remoteMessage), cause);
    this.remoteTypes = remoteTypes.toArray(String[]::new);
    this.remoteMessage = remoteMessage;
    this.remoteProperties = new HashMap<>(remoteProperties);
  }

  /**
   * The class of the exception in the other process.
   *
   * @return a binary class name; the class need not exist here
   */
  public String remoteClassName() {
    return remoteTypes[0];
  }

  /**
   * The message that the exception has in the other process.
   *
   * @return the message, or null
   */
  public @Nullable String remoteMessage() {
    return remoteMessage;
  }

  /**
   * The class of the exception in the other process, and its superclasses.
   *
   * @return an unmodifiable list of binary class names, the class itself first
   */
  public List<String> remoteTypes() {
    return List.of(remoteTypes);
  }

  /**
   * What the exception knows beside its message: of a {@code SQLException} its {@code sqlState},
   * {@code vendorCode} and more, as {@code docs/protocol.md#errors} lists them.
   *
   * @param name the property's name
   * @return a {@code String}, {@code Long}, {@code Boolean}, {@code long[]}, map of strings, or
   *     list of images of further exceptions; null if it has none of that name
   */
  public @Nullable Serializable remoteProperty(String name) {
    return remoteProperties.get(name);
  }

  /**
   * What an exception knows beside its message; for the session.
   *
   * @param thrown any exception
   * @return its properties, which {@link #remoteProperty} has in the other process
   */
  public static Map<String, ?> propertiesOf(Throwable thrown) {
    return thrown instanceof RemoteInvocationException image
        ? Map.copyOf(image.remoteProperties)
        : KnownExceptions.propertiesOf(thrown);
  }

  /**
   * Whether the remote exception is of the named class or of a subclass of it.
   *
   * @param className a binary class name
   * @return true if the class is among the remote exception's superclasses or is itself that class
   */
  public boolean isRemotely(String className) {
    return remoteTypes().contains(className);
  }

  /**
   * Throws the remote exception as {@code type} if it is one; generated stubs call it for each
   * declared exception.
   *
   * <p>A JDK exception that is more specific than {@code type} arrives as itself: a {@code
   * NoSuchFileException} where {@code IOException} is declared.
   *
   * @param <X> the declared exception
   * @param type its class
   * @param constructor makes one from a message, which may be null
   * @return this exception, to be thrown or asked for the next declared type
   * @throws X if the remote exception is of that type
   */
  public <X extends Throwable> RemoteInvocationException rethrowAs(
      Class<X> type, Function<@Nullable String, ? extends X> constructor) throws X {
    return rethrowWithCause(type, (message, cause) -> constructor.apply(message));
  }

  /**
   * Like {@link #rethrowAs}, for exceptions whose constructor takes the cause.
   *
   * @param <X> the declared exception
   * @param type its class
   * @param constructor makes one from a message and a cause, each of which may be null
   * @return this exception, to be thrown or asked for the next declared type
   * @throws X if the remote exception is of that type
   */
  public <X extends Throwable> RemoteInvocationException rethrowWithCause(
      Class<X> type, BiFunction<@Nullable String, @Nullable Throwable, ? extends X> constructor)
      throws X {
    if (!isRemotely(type.getName()) || isUncheckedBehind(type)) {
      return this;
    }
    Exception known = KnownExceptions.create(this);
    throw type.isInstance(known)
        ? type.cast(known)
        : dressed(constructor.apply(remoteMessage, getCause()));
  }

  /** A member that declares {@code Exception} has not declared its unchecked ones by that. */
  private boolean isUncheckedBehind(Class<?> type) {
    return type.isAssignableFrom(RuntimeException.class)
        && type != RuntimeException.class
        && (isRemotely(RuntimeException.class.getName()) || isRemotely(Error.class.getName()));
  }

  /**
   * The remote exception as the JDK exception that it is, where it is a common one.
   *
   * @return an exception of the remote class, with the remote stack and causes; or this
   */
  public Exception asKnown() {
    Exception known = KnownExceptions.create(this);
    return known == null ? this : known;
  }

  /** With the remote stack and causes. */
  <X extends Throwable> X dressed(X exception) {
    exception.setStackTrace(getStackTrace());
    if (getCause() != null && exception.getCause() == null) {
      try {
        exception.initCause(getCause());
      } catch (IllegalStateException causeIsFixed) {
        // A constructor that passes a null cause on fixes it for good; the chain is kept beside it.
        exception.addSuppressed(getCause());
      }
    }
    return exception;
  }

  private static String text(String className, @Nullable String message) {
    return message == null ? className : className + ": " + message;
  }
}
