package dev.remora.session;

import dev.remora.wire.Command;
import java.util.HexFormat;
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

  private static final HexFormat HEX = HexFormat.of();

  /** Copies the encodings. */
  public Hello {
    encodings = List.copyOf(encodings);
  }

  /**
   * The message that carries this, in JSON of ASCII only. Written by hand: Jackson's factory is a
   * fifth of a renderer's start, and where both peers speak tokens this is all the JSON there is.
   */
  String message() {
    StringBuilder json = new StringBuilder(256).append('[');
    appendText(json, Command.HELLO.name()).append(",{\"protocol\":").append(protocol);
    json.append(",\"encodings\":[");
    for (int i = 0; i < encodings.size(); i++) {
      appendText(i == 0 ? json : json.append(','), encodings.get(i));
    }
    appendText(json.append("],\"dialect\":"), dialect);
    if (token != null) {
      appendText(json.append(",\"token\":"), token);
    }
    appendText(json.append(",\"process\":"), process);
    json.append(",\"pid\":").append(pid);
    return json.append(",\"maxFrameBytes\":").append(maxFrameBytes).append("}]").toString();
  }

  /** Escapes whatever needs it and whatever is not ASCII, halves of surrogate pairs too. */
  private static StringBuilder appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' ' || character > '~' || character == '"' || character == '\\') {
        json.append("\\u").append(HEX.toHexDigits(character));
      } else {
        json.append(character);
      }
    }
    return json.append('"');
  }
}
