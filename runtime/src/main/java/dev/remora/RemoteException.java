package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The root of what Remora throws by itself: failures of the connection, of the protocol, of access,
 * and exceptions of the main process that have no type of their own here.
 *
 * <p>Its subclasses are the closed list of what can go wrong; {@link #code()} names the same in a
 * form that crosses processes.
 */
public abstract sealed class RemoteException extends RuntimeException
    permits AccessBlockedException,
        BadArgumentsException,
        CallCancelledException,
        CallTimeoutException,
        DisconnectedException,
        EncodingException,
        HandshakeException,
        LimitExceededException,
        ListenException,
        MissingGeneratedClassException,
        MissingObjectException,
        ModuleMismatchException,
        NoSuchMemberException,
        NoSuchModuleException,
        ProtocolException,
        RemoteInvocationException {
  private static final long serialVersionUID = 1L;

  /** Which failure this is. */
  private final ErrorCode code;

  RemoteException(ErrorCode code, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * The failure's name on the wire.
   *
   * @return the code, one per subclass
   */
  public final ErrorCode code() {
    return code;
  }
}
