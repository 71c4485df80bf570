package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.HandshakeException;
import dev.remora.Limits;
import dev.remora.RemoteException;
import dev.remora.log.LateLogger;
import dev.remora.stub.Subject;
import dev.remora.stub.ValueMapper;
import dev.remora.transport.Link;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import dev.remora.wire.TokenEncoding;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A renderer's end of a connection: sends calls, and takes their answers by the threads that wait
 * for them.
 *
 * <p>Any thread may call. The session ends by {@link #close}, or when the link does; every call
 * that waits then fails.
 */
public final class RendererSession
    implements AnswerReading.Intake, Heartbeat.Patient, Outbound.Writing {
  private static final LateLogger LOG = new LateLogger(RendererSession.class);

  private final Link link;
  private final RendererOptions options;
  private final Encoding encoding;
  private final ValueMapper values;
  private final FrameReader reader;
  private final Outbound outbound;
  private final AnswerReading reading;
  private final MemberCalls calls;
  private final Deliveries deliveries;
  private final Heartbeat heartbeat;
  private final Collector collector;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final SpareParts spareParts;

  private final OpenContexts<CallingContext> contexts = new OpenContexts<>();
  private final AtomicLong functionIds = new AtomicLong();
  private final CallingContext first;
  private final int maxFrameBytes;

  /**
   * How this process introduces itself.
   *
   * @param token the token that the main process requires, or null
   * @param process this process's name
   * @param limits what to accept
   * @param jsonOnly whether frames shall be text that a person can read
   * @return the hello
   */
  public static Hello hello(
      @Nullable String token, String process, Limits limits, boolean jsonOnly) {
    return new Hello(
        Handshake.PROTOCOL,
        jsonOnly ? List.of(JsonEncoding.NAME) : Handshake.ENCODINGS,
        Handshake.DIALECT,
        token,
        process,
        ThisProcess.pid(),
        limits.maxFrameBytes());
  }

  /**
   * Introduces this process to the main process behind a link.
   *
   * @param link the link; closed by the session, also if the handshake fails
   * @param hello how to introduce oneself
   * @param options what this process chooses
   * @return a session that is ready for calls
   * @throws HandshakeException if the main process refuses
   * @throws DisconnectedException if the link breaks meanwhile
   */
  public static RendererSession open(Link link, Hello hello, RendererOptions options) {
    Limits limits = options.limits();
    JsonEncoding json = new JsonEncoding(limits);
    try {
      FrameReader reader = new FrameReader(link, Handshake.MAX_FRAME_BYTES);
      Handshake.send(link, hello);
      Frame frame = Handshake.receive(link, reader, limits);
      Encoding encoding = TokenEncoding.hasWritten(frame) ? new TokenEncoding(json) : json;
      Welcome welcome = Handshake.readWelcome(encoding, frame, hello);
      reader.setMaxFrameBytes(limits.maxFrameBytes());
      RendererSession session =
          new RendererSession(link, encoding, new ValueMapper(json), reader, options, welcome);
      session.reading.start();
      session.heartbeat.start();
      return session;
    } catch (IOException e) {
      link.close();
      throw new DisconnectedException(
          "the connection broke during the handshake: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      link.close();
      throw e;
    }
  }

  private RendererSession(
      Link link,
      Encoding encoding,
      ValueMapper values,
      FrameReader reader,
      RendererOptions options,
      Welcome welcome) {
    Limits limits = options.limits();
    this.link = link;
    this.options = options;
    this.encoding = encoding;
    this.spareParts = new SpareParts(encoding);
    this.values = values;
    this.reader = reader;
    this.outbound = new Outbound(link, this);
    this.reading = new AnswerReading(link, this);
    this.maxFrameBytes = Math.min(limits.maxFrameBytes(), welcome.maxFrameBytes());
    this.first = new CallingContext(this, welcome.contextId(), functionIds);
    contexts.add(first);
    Executor executor = options.callbackExecutor();
    CallbackQueue callbackQueue =
        new CallbackQueue(executor == null ? reading.attendant() : executor);
    this.calls = new MemberCalls(outbound, reading, callbackQueue);
    this.deliveries = new Deliveries(this, callbackQueue);
    this.collector = new Collector(options.collectInterval());
    this.heartbeat = new Heartbeat(limits.peerTimeout(), this);
  }

  /**
   * The context that the connection was opened with.
   *
   * @return the context
   */
  public CallingContext context() {
    return first;
  }

  /**
   * Opens a further context on the connection: one round trip.
   *
   * @return the context, the caller's to close
   * @throws dev.remora.LimitExceededException if main serves as many contexts as it may
   * @throws DisconnectedException if the connection has ended
   */
  public CallingContext openContext() {
    String id = contexts.nextId();
    CallingContext opened = new CallingContext(this, id, functionIds);
    contexts.add(opened);
    Subject subject = () -> "opening context " + id;
    long callId = calls.nextId();
    Deadline deadline = first.deadline(options.callTimeout());
    try (OutgoingFrame frame = newFrame()) {
      JsonGenerator json = frame.json();
      json.writeStartArray();
      json.writeString(Command.CONTEXT_OPEN.name());
      Header.writeCallId(json, callId, first.cause(), 0, deadline);
      json.writeString(id);
      json.writeEndArray();
      try (Answer answer = Answer.to(first, subject, callId, frame.finish(), deadline)) {
        answer.result(first, values, subject).readVoid();
      }
      return opened;
    } catch (RuntimeException e) {
      contexts.remove(opened);
      opened.end("it could not be opened");
      throw e;
    }
  }

  private void release(CallingContext context) {
    try (OutgoingFrame frame = newFrame()) {
      context.writeRelease(frame);
      contexts.remove(context);
      context.end("its context was closed by this process");
      outbound.send(frame.finish());
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended while a context was closed", e);
    }
  }

  /**
   * How many calls have not been answered.
   *
   * @return the number of calls
   */
  public int callsUnderWay() {
    return calls.size();
  }

  /**
   * Gives everything back that a context holds; the connection is closed with its first one. Calls
   * that are under way have some time to end. Any number of times.
   *
   * @param context one of this connection
   */
  public void close(CallingContext context) {
    Deadline deadline = Deadline.in(options.closeTimeout());
    if (context == first) {
      for (CallingContext each : contexts.all()) {
        each.startClosing();
      }
      calls.awaitQuiet(null, deadline);
      close();
    } else if (context.endReason() == null) {
      context.startClosing();
      calls.awaitQuiet(context, deadline);
      release(context);
    }
  }

  /** Gives everything back and closes the connection at once. */
  void close() {
    if (ended.compareAndSet(false, true)) {
      String reason = "the connection was closed by this process";
      // Before main hears of it: its own word on these calls would come first otherwise.
      failCalls(reason);
      try (OutgoingFrame release = newFrame();
          OutgoingFrame goodbye = newFrame()) {
        first.writeRelease(release);
        outbound.send(release.finish());
        Handshake.writeReason(goodbye, Command.GOODBYE, "closed by the renderer");
        outbound.send(goodbye.finish());
        outbound.drain();
      } catch (DisconnectedException e) {
        LOG.get().log(Level.DEBUG, "the connection ended while it was closed", e);
      }
      end(reason);
    }
  }

  @Override
  public boolean isEnded() {
    return ended.get();
  }

  /** The connection is gone, and not by us. */
  @Override
  public void lost(String reason) {
    if (ended.compareAndSet(false, true)) {
      end(reason);
      options.onLost().accept(reason);
    }
  }

  @Override
  public void writingFailed(IOException e) {
    lost("writing to the main process failed: " + e.getMessage());
  }

  @Override
  public void peerIsLost(String silence) {
    lost("the main process is lost: " + silence);
  }

  private void end(String reason) {
    heartbeat.stop();
    outbound.close();
    link.close();
    failCalls(reason);
    for (CallingContext each : contexts.all()) {
      each.end(reason);
    }
  }

  private void failCalls(String reason) {
    calls.failAll(call -> new DisconnectedException(call + " failed: " + reason));
  }

  // --- outgoing ---

  OutgoingFrame newFrame() {
    return encoding.newFrame(maxFrameBytes);
  }

  ValueMapper values() {
    return values;
  }

  RendererOptions options() {
    return options;
  }

  Encoding encoding() {
    return encoding;
  }

  /** The context that a frame names, or null if it has ended. */
  @Nullable CallingContext contextOf(Header header) {
    return contexts.find(header.text("context id"));
  }

  /** Sends a frame that says nothing but its command; not by a thread that reads. */
  @Override
  public void sendSign(Command sign) {
    try (OutgoingFrame frame = newFrame()) {
      Handshake.writeSign(frame, sign);
      outbound.send(frame.finish());
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended before {0} was sent", sign);
    }
  }

  Collector collector() {
    return collector;
  }

  OutgoingCalls calls() {
    return calls;
  }

  void send(OutgoingFrame frame) {
    outbound.send(frame);
  }

  /** Whether somebody is at work who writes soon what {@link #sendSoon} leaves. */
  boolean isFlushed() {
    return reading.attendant().isAwake();
  }

  /** Sends a frame with others, if {@link #isFlushed()} stays true. */
  void sendSoon(OutgoingFrame frame) {
    outbound.sendSoon(frame);
    if (!isFlushed()) {
      outbound.flushAtOnce();
    }
  }

  /** Runs what nobody waits for, soon. */
  Executor attendant() {
    return reading.attendant();
  }

  // --- incoming: the leader ---

  @Override
  public boolean expectsEvents() {
    for (CallingContext context : contexts.all()) {
      if (context.callbacksHeld() > 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void flush() {
    outbound.flushAtOnce();
  }

  @Override
  public boolean takeAvailable() {
    try {
      int count = reader.fill();
      if (count == 0) {
        return false;
      }
      heartbeat.heard();
      for (Frame frame = next(); frame != null; frame = next()) {
        deliveries.take(frame);
      }
      if (count < 0) {
        lost(
            reader.isInsideFrame()
                ? "the connection ended inside of a frame"
                : "the main process is gone");
      }
    } catch (IOException e) {
      lost("reading from the main process failed: " + e.getMessage());
    } catch (RemoteException e) {
      lost(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      // Out of memory for a frame, most likely. The stream is in the middle of it: nobody can go
      // on.
      LOG.get().log(Level.ERROR, "reading answers failed", e);
      lost("reading from the main process failed: " + e);
    }
    return true;
  }

  private @Nullable Frame next() {
    return reader.poll(deliveries.unused());
  }

  /** What calls are made of. */
  SpareParts spareParts() {
    return spareParts;
  }

  /** Ends the connection because this side cannot go on with it. */
  void fail(String reason) {
    LOG.get().log(Level.ERROR, "the connection is closed: {0}", reason);
    lost(reason);
  }
}
