package dev.remora.it.electron;

import dev.remora.stub.StubType;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A renderer that was written from {@code docs/protocol.md} alone: it says what no stub would say,
 * and shows each answer as its text.
 */
public final class Wire implements AutoCloseable {
  private static final Pattern CONTEXT = Pattern.compile("\"contextId\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private final SocketChannel channel;
  private final DataInputStream input;
  private final String contextId;
  private int calls;

  /** Connects and says hello. */
  public Wire(Path socket) throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    input = new DataInputStream(Channels.newInputStream(channel));
    send(
        "[\"HELLO\",{\"protocol\":1,\"encodings\":[\"json\"],\"dialect\":\"remora\",\"process\":\"wire\",\"pid\":1}]");
    contextId = first(CONTEXT, receive());
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  /** The answer to a require, as a stub of this type sends it. */
  public String require(StubType<?> type) throws IOException {
    return answer("REQUIRE", "\"" + type.module() + "\",\"" + type.fingerprint() + "\"");
  }

  /** The id in an answer. */
  public static long idIn(String answer) {
    return Long.parseLong(first(ID, answer));
  }

  /** The answer to a call, without command and call id. */
  public String call(long object, String member, String arguments) throws IOException {
    return answer("MEMBER_CALL", object + ",\"" + member + "\",[" + arguments + "]");
  }

  /** The answer to the reading of a property. */
  String get(long object, String member) throws IOException {
    return answer("MEMBER_GET", object + ",\"" + member + "\"");
  }

  /** The answer to any command; there is exactly one frame, which belongs to it. */
  String answer(String command, String rest) throws IOException {
    calls++;
    send("[\"" + command + "\"," + calls + ",\"" + contextId + "\"," + rest + "]");
    String answer = receive();
    String start = "[\"RETURN\"," + calls + ",";
    if (!answer.startsWith(start)) {
      throw new AssertionError(answer + " is no answer to call " + calls);
    }
    return answer.substring(start.length(), answer.length() - 1);
  }

  /** Sends any command, and shows so many whole frames that come back, sorted. */
  List<String> frames(String command, String rest, int count) throws IOException {
    calls++;
    send("[\"" + command + "\"," + calls + ",\"" + contextId + "\"," + rest + "]");
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(receive());
    }
    Collections.sort(frames);
    return frames;
  }

  /** Gives everything back. */
  void releaseContext() throws IOException {
    send("[\"CONTEXT_RELEASE\",\"" + contextId + "\"]");
  }

  private void send(String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  private String receive() throws IOException {
    int length = input.readInt();
    if (length < 0) {
      throw new IOException("a frame with attachments");
    }
    return new String(input.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
