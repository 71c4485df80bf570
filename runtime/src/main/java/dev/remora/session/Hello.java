package dev.remora.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a renderer introduces itself.
 *
 * @param protocol the version of the protocol that it speaks
 * @param encodings the encodings that it understands, best first
 * @param dialect the dialect that it asks for
 * @param token what it was given to prove that it may connect, or null
 * @param process its name, for reports
 * @param pid its process id, for reports
 * @param maxFrameBytes the largest frame that it accepts
 */
public record Hello(
    int protocol,
    List<String> encodings,
    String dialect,
    @Nullable String token,
    String process,
    long pid,
    int maxFrameBytes) {

  /** Copies the encodings. */
  public Hello {
    encodings = List.copyOf(encodings);
  }
}
