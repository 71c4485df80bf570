package dev.remora.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first element of every frame; {@code docs/protocol.md#commands} has a line for each. */
public enum Command {
  /** Renderer: introduces itself. */
  HELLO,
  /** Main: accepts the connection. */
  WELCOME,
  /** Main: refuses the connection, with the reason. */
  REFUSED,
  /** Renderer: asks for a module. */
  REQUIRE,
  /** Renderer: calls a method. */
  MEMBER_CALL,
  /** Renderer: constructs an object. */
  MEMBER_CONSTRUCTOR,
  /** Renderer: reads a property. */
  MEMBER_GET,
  /** Renderer: writes a property. */
  MEMBER_SET,
  /** Renderer: calls a function of the main process. */
  FUNCTION_CALL,
  /** Renderer: gives references back, with their counts. */
  DEREFERENCE,
  /** Renderer: opens a further context on the connection. */
  CONTEXT_OPEN,
  /** Renderer: gives a whole context back, for good. */
  CONTEXT_RELEASE,
  /** Main: answers a call. */
  RETURN,
  /** Main: calls a function of a renderer, or posts to it. */
  RENDERER_CALLBACK,
  /** Renderer: answers a call of its function. */
  CALLBACK_RETURN,
  /** Main: gives references to functions back, with their counts. */
  RENDERER_RELEASE_CALLBACK,
  /** Either: a promise has ended. */
  SETTLE,
  /** Either: a promise is not wanted any more. */
  CANCEL,
  /** Main: asks a renderer to give back what it does not use. */
  PRESSURE,
  /** Either: asks whether the other side is there. */
  PING,
  /** Either: is there. */
  PONG,
  /** Either: does not know a frame that came. */
  UNIMPLEMENTED,
  /** Either: closes the connection, with the reason. */
  GOODBYE;

  private static final Map<String, Command> BY_NAME = new HashMap<>();

  static {
    for (Command command : values()) {
      BY_NAME.put(command.name(), command);
    }
  }

  /**
   * Finds a command by its name on the wire.
   *
   * @param name the name
   * @return the command, or null if there is none of that name
   */
  public static @Nullable Command of(String name) {
    return BY_NAME.get(name);
  }
}
