package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.LimitExceededException;
import dev.remora.Limits;
import dev.remora.ProtocolException;
import dev.remora.RemoteException;
import dev.remora.stub.ValueMapper;
import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * The main process's end of a connection: reads requests, runs members, writes answers.
 *
 * <p>{@link #lead} is the body of whichever worker leads the reading. The session ends by {@link
 * #close}, when the link does, or when the peer breaks the protocol; its context is then released
 * at once.
 */
public final class MainSession {
  private static final System.Logger LOG = System.getLogger(MainSession.class.getName());

  private static final String INSIDE_FRAME = "the connection ended inside of a frame";

  private final Link link;
  private final ModuleHost host;
  private final Gate gate;
  private final Limits limits;
  private final String contextId;
  private final HandOver handOver;
  private final JsonEncoding encoding;
  private final ValueMapper values;
  private final FrameReader reader;
  private final Outbound outbound;
  private final Consumer<MainSession> onEnd;
  private final RequestReading reading;
  private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean released = new AtomicBoolean();
  private volatile int maxFrameBytes = Handshake.MAX_FRAME_BYTES;
  private volatile @Nullable Readiness readiness;
  private volatile @Nullable ServedContext context;

  /**
   * Creates the session of a new link.
   *
   * @param link the link; closed by the session
   * @param host decides for the main process
   * @param gate decides who may connect
   * @param limits what to accept
   * @param contextId the id that the first context will have
   * @param handOver looks after the reading
   * @param onEnd told once when the session has ended
   */
  public MainSession(
      Link link,
      ModuleHost host,
      Gate gate,
      Limits limits,
      String contextId,
      HandOver handOver,
      Consumer<MainSession> onEnd) {
    this.link = link;
    this.host = host;
    this.gate = gate;
    this.onEnd = onEnd;
    this.limits = limits;
    this.contextId = contextId;
    this.handOver = handOver;
    this.encoding = new JsonEncoding(limits);
    this.values = new ValueMapper(encoding.factory());
    this.reader = new FrameReader(link, Handshake.MAX_FRAME_BYTES);
    this.outbound =
        new Outbound(link, e -> end("writing to the renderer failed: " + e.getMessage()));
    this.reading = new RequestReading(handOver, this::lead);
  }

  /**
   * Greets the renderer and serves it, until the connection ends or another worker has taken over.
   * Runs on a worker.
   */
  public void run() {
    try {
      if (!greet()) {
        return;
      }
      handOver.add(reading);
      readiness = link.newReadiness();
    } catch (IOException | RemoteException e) {
      end("the handshake failed: " + e.getMessage());
      return;
    }
    lead();
  }

  private boolean greet() throws IOException {
    String refusal;
    try {
      Hello hello = Handshake.readHello(encoding, Handshake.receive(link, reader, limits));
      refusal = Handshake.refusalOf(hello, gate);
      if (refusal == null) {
        open(hello);
        return !ended.get();
      }
    } catch (IOException | DisconnectedException e) {
      throw e;
    } catch (RuntimeException e) {
      refusal = String.valueOf(e.getMessage());
    }
    try (OutgoingFrame answer = newFrame()) {
      Handshake.writeReason(answer, Command.REFUSED, refusal);
      outbound.send(answer.finish());
    }
    end("refused: " + refusal);
    return false;
  }

  private void open(Hello hello) {
    ServedContext opened =
        new ServedContext(contextId, hello, new AtomicLong(), limits.maxObjectsPerContext());
    host.opened(opened);
    context = opened;
    if (ended.get()) {
      // Closed while it opened: whoever closed it saw no context to release.
      release(opened, "the connection was closed");
      return;
    }
    maxFrameBytes = Math.min(limits.maxFrameBytes(), hello.maxFrameBytes());
    reader.setMaxFrameBytes(limits.maxFrameBytes());
    try (OutgoingFrame answer = newFrame()) {
      Handshake.writeWelcome(
          answer, new Welcome(contextId, ProcessHandle.current().pid(), limits.maxFrameBytes()));
      outbound.send(answer.finish());
    }
  }

  /** Reads and runs requests until the connection ends or another worker has taken over. */
  private void lead() {
    long term = reading.term();
    try {
      while (term >= 0 && !ended.get()) {
        Frame frame = reader.poll();
        if (frame != null) {
          take(frame, term);
          term = reading.endMember(term);
        } else {
          awaitReadable();
          if (reader.fill() < 0) {
            end(reader.isInsideFrame() ? INSIDE_FRAME : "the renderer is gone");
          }
        }
      }
    } catch (IOException e) {
      end("reading from the renderer failed: " + e.getMessage());
    } catch (RemoteException e) {
      goodbye(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      // Out of memory for a frame, most likely. Nobody would read on, so the renderer must not
      // wait.
      LOG.log(Level.ERROR, this + " failed", e);
      goodbye("the main process failed to read a request: " + e);
    }
  }

  private void awaitReadable() throws IOException {
    Readiness ready = readiness;
    if (ready != null) {
      // A member may have left its interrupt behind; it must not make the waiting spin.
      Thread.interrupted();
      ready.await(Duration.ZERO);
    }
  }

  private void take(Frame frame, long term) {
    Header header = new Header(encoding, frame);
    try {
      String name = header.text("command");
      Command command = Command.of(name);
      if (command == null) {
        unimplemented(name, header);
        return;
      }
      switch (command) {
        case REQUIRE, MEMBER_CALL, MEMBER_CONSTRUCTOR, MEMBER_GET, MEMBER_SET ->
            call(command, header, term);
        case DEREFERENCE -> dereference(header);
        case CONTEXT_RELEASE -> contextOf(header).releaseAll();
        case GOODBYE -> end(header.text("reason"));
        case HELLO, WELCOME, REFUSED, RETURN, UNIMPLEMENTED ->
            throw new ProtocolException("a renderer must not send " + name + " now");
      }
    } finally {
      header.json().close();
    }
  }

  private void call(Command command, Header header, long term) {
    long callId = header.number("call id");
    if (!inFlight.add(callId)) {
      throw new ProtocolException(
          "call id " + callId + " is used by a call that is still under way");
    }
    try {
      IncomingCall call =
          new IncomingCall(this, command, callId, header, () -> reading.startMember(term));
      call.run(inFlight.size() > limits.maxCallsInFlight() ? tooManyCalls() : null);
    } catch (DisconnectedException e) {
      LOG.log(Level.DEBUG, "the connection ended before call {0} was answered", callId);
    } finally {
      inFlight.remove(callId);
    }
  }

  private LimitExceededException tooManyCalls() {
    return new LimitExceededException(
        "more than %d calls of this connection are under way (Limits.maxCallsInFlight)"
            .formatted(limits.maxCallsInFlight()));
  }

  private void dereference(Header header) {
    ServedContext owner = contextOf(header);
    header.startArray("releases");
    while (header.next("release") == JsonToken.START_ARRAY) {
      owner.release(header.number("id"), header.number("count"));
      if (header.next("end of release") != JsonToken.END_ARRAY) {
        throw new ProtocolException("a release must be an id and a count: " + header.frame());
      }
    }
  }

  /** The context that a frame names; a connection that names another one is broken. */
  ServedContext contextOf(Header header) {
    String named = header.text("context id");
    ServedContext own = context;
    if (own == null || !own.contextId().equals(named)) {
      throw new ProtocolException("context '" + named + "' is not one of this connection");
    }
    return own;
  }

  private void unimplemented(String command, Header header) {
    JsonToken token = header.next("call id");
    long callId = token == JsonToken.VALUE_NUMBER_INT ? header.json().getLongValue() : 0;
    LOG.log(Level.WARNING, "{0} sent the unknown command {1}", this, command);
    try (OutgoingFrame frame = newFrame()) {
      writeUnimplemented(frame, command, callId);
      outbound.send(frame.finish());
    }
  }

  static void writeUnimplemented(OutgoingFrame frame, String command, long callId) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.UNIMPLEMENTED.name());
    json.writeString(command);
    json.writeNumber(callId);
    json.writeEndArray();
  }

  OutgoingFrame newFrame() {
    return encoding.newFrame(maxFrameBytes);
  }

  ValueMapper values() {
    return values;
  }

  ModuleHost host() {
    return host;
  }

  void send(List<ByteBuffer> frame) {
    outbound.send(frame);
  }

  /**
   * Closes the connection, after telling the renderer why.
   *
   * @param reason why
   */
  public void close(String reason) {
    goodbye(reason);
  }

  private void goodbye(String reason) {
    if (!ended.get()) {
      try (OutgoingFrame frame = newFrame()) {
        Handshake.writeReason(frame, Command.GOODBYE, reason);
        outbound.send(frame.finish());
        outbound.drain();
      } catch (RemoteException e) {
        LOG.log(Level.DEBUG, "the connection ended before it was closed", e);
      }
    }
    end(reason);
  }

  private void end(String reason) {
    if (ended.compareAndSet(false, true)) {
      LOG.log(Level.DEBUG, "{0} ended: {1}", this, reason);
      handOver.remove(reading);
      outbound.close();
      link.close();
      ServedContext own = context;
      if (own != null) {
        release(own, reason);
      }
      onEnd.accept(this);
    }
  }

  /** Two threads may find that the context is to be released; the host hears of it once. */
  private void release(ServedContext own, String reason) {
    if (released.compareAndSet(false, true)) {
      own.releaseAll();
      host.closed(own, reason);
    }
  }

  @Override
  public String toString() {
    return "session of context " + contextId;
  }
}
