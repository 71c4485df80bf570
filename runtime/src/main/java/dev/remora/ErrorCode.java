package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The closed list of failures that cross the wire by name, as {@code docs/protocol.md#errors}
 * specifies them.
 */
public enum ErrorCode {
  /** See {@link AccessBlockedException}. */
  ACCESS_BLOCKED,
  /** See {@link BadArgumentsException}. */
  BAD_ARGUMENTS,
  /** See {@link CallCancelledException}. */
  CANCELLED,
  /** See {@link DisconnectedException}. */
  DISCONNECTED,
  /** See {@link EncodingException}. */
  ENCODING,
  /** See {@link HandshakeException}. */
  HANDSHAKE,
  /** See {@link LimitExceededException}. */
  LIMIT_EXCEEDED,
  /** See {@link ListenException}. */
  LISTEN,
  /** See {@link MissingGeneratedClassException}. */
  MISSING_GENERATED_CLASS,
  /** See {@link MissingObjectException}. */
  MISSING_OBJECT,
  /** See {@link ModuleMismatchException}. */
  MODULE_MISMATCH,
  /** See {@link NoSuchMemberException}. */
  NO_SUCH_MEMBER,
  /** See {@link NoSuchModuleException}. */
  NO_SUCH_MODULE,
  /** See {@link ProtocolException}. */
  PROTOCOL,
  /** See {@link CallTimeoutException}. */
  TIMEOUT,
  /** See {@link RemoteInvocationException}. */
  INVOCATION;

  /**
   * Builds the exception that stands for this code.
   *
   * @param message the text that came with the code
   * @param cause the failure below, or null
   * @return a new exception of the code's type
   */
  public RemoteException exception(String message, @Nullable Throwable cause) {
    return switch (this) {
      case ACCESS_BLOCKED -> new AccessBlockedException(message, cause);
      case BAD_ARGUMENTS -> new BadArgumentsException(message, cause);
      case CANCELLED -> new CallCancelledException(message, cause);
      case DISCONNECTED -> new DisconnectedException(message, cause);
      case ENCODING -> new EncodingException(message, cause);
      case HANDSHAKE -> new HandshakeException(message, cause);
      case LIMIT_EXCEEDED -> new LimitExceededException(message, cause);
      case LISTEN -> new ListenException(message, cause);
      case MISSING_GENERATED_CLASS -> new MissingGeneratedClassException(message, cause);
      case MISSING_OBJECT -> new MissingObjectException(message, cause);
      case MODULE_MISMATCH -> new ModuleMismatchException(message, cause);
      case NO_SUCH_MEMBER -> new NoSuchMemberException(message, cause);
      case NO_SUCH_MODULE -> new NoSuchModuleException(message, cause);
      case PROTOCOL -> new ProtocolException(message, cause);
      case TIMEOUT -> new CallTimeoutException(message, cause);
      case INVOCATION -> new RemoteInvocationException(message, cause);
    };
  }
}
