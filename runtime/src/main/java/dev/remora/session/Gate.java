package dev.remora.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Decides which renderers may connect through one listener. Any thread. */
@FunctionalInterface
public interface Gate {
  /** Lets everybody in who can reach the socket. */
  Gate OPEN = hello -> null;

  /**
   * Whether a renderer may connect.
   *
   * @param hello how it introduced itself
   * @return null if it may, otherwise the reason that it is told
   */
  @Nullable String refusalOf(Hello hello);

  /**
   * Lets those in who know a token.
   *
   * @param token the token
   * @return the gate
   */
  static Gate withToken(String token) {
    return hello -> {
      if (hello.token() == null) {
        return "a token is required, and the renderer sent none";
      }
      return matches(token, hello.token()) ? null : "the renderer's token is wrong";
    };
  }

  /**
   * Compares tokens in a time that does not tell how much of them is right.
   *
   * @param expected the right token
   * @param actual the renderer's
   * @return whether they are equal
   */
  static boolean matches(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}
