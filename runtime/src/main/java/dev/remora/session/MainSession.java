package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.Limits;
import dev.remora.RemoteException;
import dev.remora.log.LateLogger;
import dev.remora.stub.ValueMapper;
import dev.remora.transport.Link;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The main process's end of a connection: greets the renderer, keeps its contexts, and ends.
 *
 * <p>{@link RequestLoop} reads and answers its requests. The session ends by {@link #close}, when
 * the link does, or when the peer breaks the protocol; its contexts are then released at once.
 */
public final class MainSession implements Heartbeat.Patient, Outbound.Writing {
  private static final LateLogger LOG = new LateLogger(MainSession.class);

  private final Link link;
  private final ModuleHost host;
  private final Gate gate;
  private final MainOptions options;
  private final String contextId;
  private final HandOver handOver;
  private final JsonEncoding json;

  /** That of the handshake, then the agreed one. */
  private volatile Encoding encoding;

  private final ValueMapper values;
  private final FrameReader reader;
  private final Outbound outbound;
  private final Consumer<MainSession> onEnd;
  private final RequestLoop loop;
  private final RequestReading reading;
  private final Requests requests;
  private final CallbackCalls calls;
  private final Heartbeat heartbeat;

  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile SpareParts spareParts;
  private volatile int maxFrameBytes = Handshake.MAX_FRAME_BYTES;
  private final OpenContexts<ServedContext> contexts = new OpenContexts<>();
  private final AtomicLong objectIds = new AtomicLong();
  private volatile @Nullable Hello hello;
  private volatile boolean closing;
  private volatile @Nullable String lastWords;

  /**
   * Creates the session of a new link.
   *
   * @param link the link; closed by the session
   * @param host decides for the main process
   * @param gate decides who may connect
   * @param options what the main process chooses
   * @param contextId the id that the first context will have
   * @param handOver looks after the reading
   * @param onEnd told once when the session has ended
   */
  public MainSession(
      Link link,
      ModuleHost host,
      Gate gate,
      MainOptions options,
      String contextId,
      HandOver handOver,
      Consumer<MainSession> onEnd) {
    this.link = link;
    this.host = host;
    this.gate = gate;
    this.onEnd = onEnd;
    this.options = options;
    this.contextId = contextId;
    this.handOver = handOver;
    this.json = new JsonEncoding(options.limits());
    this.encoding = json;
    this.spareParts = new SpareParts(json);
    this.values = new ValueMapper(json);
    this.reader = new FrameReader(link, Handshake.MAX_FRAME_BYTES);
    this.outbound = new Outbound(link, this);
    this.calls = new CallbackCalls(this, outbound);
    this.requests = new Requests(this, options.limits().maxCallsInFlight());
    this.heartbeat = new Heartbeat(options.limits().peerTimeout(), this);
    this.loop = new RequestLoop(this, link, reader, outbound, requests, heartbeat);
    this.reading = new RequestReading(handOver, lead -> loop.lead(lead, null));
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
      heartbeat.start();
    } catch (IOException | RemoteException e) {
      end("the handshake failed: " + e.getMessage());
      return;
    } catch (Error e) {
      // Nobody would go on with it, and the renderer waits.
      end("the handshake failed: " + e);
      return;
    }
    loop.lead(reading.firstLead(), null);
  }

  private boolean greet() throws IOException {
    String refusal;
    try {
      Hello hello =
          Handshake.readHello(encoding, Handshake.receive(link, reader, options.limits()));
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
    Limits limits = options.limits();
    this.hello = hello;
    open(contextId);
    if (ended.get()) {
      return;
    }
    maxFrameBytes = Math.min(limits.maxFrameBytes(), hello.maxFrameBytes());
    reader.setMaxFrameBytes(limits.maxFrameBytes());
    String agreed = Handshake.choose(hello);
    encoding = Handshake.encoding(agreed, json);
    spareParts = new SpareParts(encoding);
    try (OutgoingFrame answer = newFrame()) {
      Welcome welcome = new Welcome(agreed, contextId, ThisProcess.pid(), limits.maxFrameBytes());
      Handshake.writeWelcome(answer, welcome);
      outbound.send(answer.finish());
      // Its generator has buffers of 16 KiB, for which an idle connection has no use.
      answer.detach();
    }
  }

  boolean isEnded() {
    return ended.get();
  }

  /** The peer has broken the protocol, or this process cannot go on with the connection. */
  void broken(Throwable e) {
    if (e instanceof RemoteException) {
      goodbye(String.valueOf(e.getMessage()));
    } else {
      // Out of memory for a frame, most likely. Nobody would read on, so the renderer must not
      // wait, whatever else there is no memory for.
      try {
        goodbye("the main process failed to read a request: " + e);
        LOG.get().log(Level.ERROR, this + " failed", e);
      } finally {
        end("the main process failed to read a request");
      }
    }
  }

  /**
   * Opens a context, and lets the main process look at it first.
   *
   * @throws RemoteException if the main process does not want it
   */
  void open(String id) {
    ServedContext opened = newContext(id);
    host.opened(opened);
    contexts.add(opened);
    if (ended.get()) {
      // Closed while it opened: whoever closed it did not see this context.
      release(opened, "the connection was closed");
    }
  }

  private ServedContext newContext(String id) {
    return new ServedContext(this, id, Objects.requireNonNull(hello), objectIds);
  }

  /** Whether a renderer may give that id to a new context. */
  boolean isNewContext(String id) {
    return contexts.isNew(id);
  }

  /** The context that the connection was opened with. */
  ServedContext firstContext() {
    ServedContext first = contexts.find(contextId);
    return first == null ? ended(contextId) : first;
  }

  /**
   * The context that a frame names, or one that has ended, if that has.
   *
   * @throws dev.remora.ProtocolException if it was never one of this connection
   */
  ServedContext contextOf(Header header) {
    String named = header.text("context id");
    ServedContext own = contexts.find(named);
    return own == null ? ended(named) : own;
  }

  private ServedContext ended(String id) {
    ServedContext gone = newContext(id);
    gone.end("the context was closed");
    return gone;
  }

  OutgoingFrame newFrame() {
    return encoding.newFrame(maxFrameBytes);
  }

  /** What calls are made of. */
  SpareParts spareParts() {
    return spareParts;
  }

  ValueMapper values() {
    return values;
  }

  MainOptions options() {
    return options;
  }

  Encoding encoding() {
    return encoding;
  }

  CallbackCalls calls() {
    return calls;
  }

  /** Who reads the requests. */
  RequestLoop loop() {
    return loop;
  }

  long queuedBytes() {
    return outbound.queuedBytes();
  }

  int callsUnderWay() {
    return requests.underWay() + calls.size();
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

  ModuleHost host() {
    return host;
  }

  void send(OutgoingFrame frame) {
    outbound.send(frame);
  }

  /** Takes no new calls from here on, but for those that belong to calls which are under way. */
  public void startClosing() {
    closing = true;
  }

  boolean isClosing() {
    return closing;
  }

  @Override
  public void writingFailed(IOException e) {
    end("writing to the renderer failed: " + e.getMessage());
  }

  @Override
  public void peerIsLost(String silence) {
    end("the renderer is lost: " + silence);
  }

  /**
   * Waits until the calls that are under way have been answered.
   *
   * @param within how long to wait at most
   */
  public void awaitQuiet(Duration within) {
    requests.awaitQuiet(Deadline.in(within));
  }

  /**
   * Closes the connection, after telling the renderer why.
   *
   * @param reason why
   */
  public void close(String reason) {
    goodbye(reason);
    // Another thread may be ending the session at this moment, and not have come to this yet.
    releaseAll(reason);
  }

  private void goodbye(String reason) {
    if (!ended.get()) {
      lastWords = reason;
      try (OutgoingFrame frame = newFrame()) {
        Handshake.writeReason(frame, Command.GOODBYE, reason);
        outbound.send(frame.finish());
        outbound.drain();
      } catch (RemoteException e) {
        LOG.get().log(Level.DEBUG, "the connection ended before it was closed", e);
      } finally {
        end(reason);
      }
    }
  }

  void end(String cause) {
    if (ended.compareAndSet(false, true)) {
      // A renderer that hears goodbye may be gone before this side has come to its own end.
      String reason = lastWords == null ? cause : lastWords;
      LOG.get().log(Level.DEBUG, "{0} ended: {1}", this, reason);
      handOver.remove(reading);
      heartbeat.stop();
      outbound.close();
      link.close();
      calls.failAll(call -> new DisconnectedException(call + " failed: " + reason));
      releaseAll(reason);
      onEnd.accept(this);
    }
  }

  /**
   * Safe to repeat: whoever finds that the session has ended must not go on before this is done.
   */
  void release(ServedContext own, String reason) {
    own.end(reason);
    host.closed(own, reason);
    contexts.remove(own);
  }

  private void releaseAll(String reason) {
    contexts.all().forEach(own -> release(own, reason));
  }

  @Override
  public String toString() {
    return "session of context " + contextId;
  }
}
