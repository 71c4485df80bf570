package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.DisconnectedException;
import dev.remora.HandshakeException;
import dev.remora.Limits;
import dev.remora.ProtocolException;
import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import dev.remora.wire.TokenEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * How a connection begins, as {@code docs/protocol.md#handshake} has it: {@code HELLO}, then {@code
 * WELCOME} or {@code REFUSED}.
 */
final class Handshake {
  /** The version of the protocol that both sides must speak. */
  static final int PROTOCOL = 1;

  /**
   * The only dialect so far; {@code electron} is kept free for peers that speak the original's
   * messages.
   */
  static final String DIALECT = "remora";

  /** What a stranger may send before he has introduced himself. */
  static final int MAX_FRAME_BYTES = 64 * 1024;

  /** The encodings that this release understands, best first. */
  static final List<String> ENCODINGS = List.of(TokenEncoding.NAME, JsonEncoding.NAME);

  private Handshake() {}

  /** The encoding of an agreed name, with the limits of the one that {@code HELLO} is read in. */
  static Encoding encoding(String name, JsonEncoding json) {
    return name.equals(TokenEncoding.NAME) ? new TokenEncoding(json) : json;
  }

  /** The name of the best encoding that both sides understand; JSON is always one. */
  static String choose(Hello hello) {
    for (String encoding : hello.encodings()) {
      if (ENCODINGS.contains(encoding)) {
        return encoding;
      }
    }
    return JsonEncoding.NAME;
  }

  /** Waits for the peer's first frame. */
  static Frame receive(Link link, FrameReader reader, Limits limits) throws IOException {
    try (Readiness readiness = link.newReadiness()) {
      return receive(readiness, reader, limits);
    }
  }

  private static Frame receive(Readiness readiness, FrameReader reader, Limits limits)
      throws IOException {
    long deadline = System.nanoTime() + limits.handshakeTimeout().toNanos();
    while (true) {
      int count = reader.fill();
      Frame frame = reader.poll();
      if (frame != null) {
        return frame;
      }
      if (count < 0) {
        throw new DisconnectedException(
            "the peer closed the connection before the handshake was over");
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new HandshakeException(
            "the peer did not introduce itself within %d ms (Limits.handshakeTimeout)"
                .formatted(limits.handshakeTimeout().toMillis()));
      }
      if (count == 0) {
        await(readiness, left);
      }
    }
  }

  /** Sends the first frame of a link. */
  static void send(Link link, Hello hello) throws IOException {
    byte[] message = hello.message().getBytes(StandardCharsets.US_ASCII);
    try {
      link.writeAll(OutgoingFrame.of(message, MAX_FRAME_BYTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelledException("connecting was given up: its thread was interrupted", e);
    }
  }

  private static void await(Readiness readiness, long nanos) throws IOException {
    try {
      readiness.await(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelledException("connecting was given up: its thread was interrupted", e);
    }
  }

  static Hello readHello(Encoding encoding, Frame frame) {
    Header header = new Header(encoding, frame);
    String command = header.text("command");
    if (!command.equals(Command.HELLO.name())) {
      throw new ProtocolException("the first frame must be HELLO, not " + command);
    }
    Fields fields = new Fields(header);
    int protocol = 0;
    List<String> encodings = new ArrayList<>();
    String dialect = "";
    String token = null;
    String process = "";
    long pid = -1;
    int maxFrameBytes = Integer.MAX_VALUE;
    for (String name = fields.next(); name != null; name = fields.next()) {
      switch (name) {
        case "protocol" -> protocol = fields.integer();
        case "encodings" -> encodings.addAll(fields.texts());
        case "dialect" -> dialect = fields.text();
        case "token" -> token = fields.text();
        case "process" -> process = fields.text();
        case "pid" -> pid = fields.integer();
        case "maxFrameBytes" -> maxFrameBytes = fields.integer();
        default -> fields.skip();
      }
    }
    return new Hello(protocol, encodings, dialect, token, process, pid, maxFrameBytes);
  }

  /** Why a renderer is not let in, or null if it is. */
  static @Nullable String refusalOf(Hello hello, Gate gate) {
    if (hello.protocol() != PROTOCOL) {
      return "this main process speaks version %d of the protocol, and the renderer version %d; use the same release of Remora"
          .formatted(PROTOCOL, hello.protocol());
    }
    if (Collections.disjoint(hello.encodings(), ENCODINGS)) {
      return "the renderer offers the encodings %s, and this main process understands %s"
          .formatted(hello.encodings(), ENCODINGS);
    }
    if (!hello.dialect().equals(DIALECT)) {
      return "this main process does not speak the dialect '%s', only '%s'"
          .formatted(hello.dialect(), DIALECT);
    }
    return gate.refusalOf(hello);
  }

  static void writeWelcome(OutgoingFrame frame, Welcome welcome) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.WELCOME.name());
    json.writeStartObject();
    json.writeNumberProperty("protocol", PROTOCOL);
    json.writeStringProperty("encoding", welcome.encoding());
    json.writeStringProperty("dialect", DIALECT);
    json.writeStringProperty("contextId", welcome.contextId());
    json.writeNumberProperty("pid", welcome.pid());
    json.writeNumberProperty("maxFrameBytes", welcome.maxFrameBytes());
    json.writeEndObject();
    json.writeEndArray();
  }

  /**
   * Reads the answer to {@code HELLO}, which must be in the encoding that it names.
   *
   * @param encoding what the frame is in
   */
  static Welcome readWelcome(Encoding encoding, Frame frame, Hello hello) {
    Header header = new Header(encoding, frame);
    String command = header.text("command");
    if (command.equals(Command.REFUSED.name()) || command.equals(Command.GOODBYE.name())) {
      throw new HandshakeException(
          "the main process refused the connection: " + header.text("reason"));
    }
    if (!command.equals(Command.WELCOME.name())) {
      throw new ProtocolException("HELLO must be answered by WELCOME, not by " + command);
    }
    Fields fields = new Fields(header);
    String encodingName = JsonEncoding.NAME;
    String contextId = "";
    long pid = -1;
    int maxFrameBytes = Integer.MAX_VALUE;
    for (String name = fields.next(); name != null; name = fields.next()) {
      switch (name) {
        case "encoding" -> encodingName = fields.text();
        case "contextId" -> contextId = fields.text();
        case "pid" -> pid = fields.integer();
        case "maxFrameBytes" -> maxFrameBytes = fields.integer();
        default -> fields.skip();
      }
    }
    if (!hello.encodings().contains(encodingName)) {
      throw new HandshakeException(
          "the main process has chosen the encoding '%s', and this process understands %s"
              .formatted(encodingName, hello.encodings()));
    }
    if (!encodingName.equals(encoding.name())) {
      throw new ProtocolException(
          "WELCOME names the encoding '%s', and is written in '%s'"
              .formatted(encodingName, encoding.name()));
    }
    return new Welcome(encodingName, contextId, pid, maxFrameBytes);
  }

  static void writeSign(OutgoingFrame frame, Command sign) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(sign.name());
    json.writeEndArray();
  }

  static void writeReason(OutgoingFrame frame, Command command, String reason) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(command.name());
    json.writeString(reason);
    json.writeEndArray();
  }

  /** The fields of the object that a handshake frame carries, in any order. */
  private static final class Fields {
    private final Header header;

    Fields(Header header) {
      this.header = header;
      if (header.next("description") != JsonToken.START_OBJECT) {
        throw new ProtocolException("a handshake frame must carry an object: " + header.frame());
      }
    }

    @Nullable String next() {
      return header.next("field") == JsonToken.PROPERTY_NAME ? header.json().currentName() : null;
    }

    String text() {
      return header.text("handshake field");
    }

    int integer() {
      return Math.toIntExact(header.number("handshake field"));
    }

    List<String> texts() {
      List<String> texts = new ArrayList<>();
      header.startArray("handshake field");
      while (header.next("text") == JsonToken.VALUE_STRING) {
        texts.add(header.json().getString());
      }
      return texts;
    }

    void skip() {
      header.next("handshake field");
      header.json().skipChildren();
    }
  }
}
