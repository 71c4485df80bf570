package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.HandshakeException;
import dev.remora.Limits;
import dev.remora.ProtocolException;
import dev.remora.RemoteException;
import dev.remora.stub.ValueMapper;
import dev.remora.transport.Link;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A renderer's end of a connection: sends calls, and takes their answers by the threads that wait
 * for them.
 *
 * <p>Any thread may call. The session ends by {@link #close}, or when the link does; every call
 * that waits then fails.
 */
public final class RendererSession implements AnswerReading.Intake {
  private static final System.Logger LOG = System.getLogger(RendererSession.class.getName());

  private final Link link;
  private final Limits limits;
  private final JsonEncoding encoding;
  private final ValueMapper values;
  private final FrameReader reader;
  private final Outbound outbound;
  private final AnswerReading reading;
  private final PendingCalls pending = new PendingCalls();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CallingContext context;
  private final CallbackQueue callbackQueue;
  private final int maxFrameBytes;
  private final Consumer<String> onLost;

  /**
   * How this process introduces itself.
   *
   * @param token the token that the main process requires, or null
   * @param process this process's name
   * @param limits what to accept
   * @return the hello
   */
  public static Hello hello(@Nullable String token, String process, Limits limits) {
    return new Hello(
        Handshake.PROTOCOL,
        List.of(JsonEncoding.NAME),
        Handshake.DIALECT,
        token,
        process,
        ProcessHandle.current().pid(),
        limits.maxFrameBytes());
  }

  /**
   * Introduces this process to the main process behind a link.
   *
   * @param link the link; closed by the session, also if the handshake fails
   * @param hello how to introduce oneself
   * @param limits what to accept
   * @param callbackExecutor runs callbacks that no call of this process has caused
   * @param onLost told the reason, once, if the connection ends without {@link #close}; by a thread
   *     that reads, which must not be held up
   * @return a session that is ready for calls
   * @throws HandshakeException if the main process refuses
   * @throws DisconnectedException if the link breaks meanwhile
   */
  public static RendererSession open(
      Link link, Hello hello, Limits limits, Executor callbackExecutor, Consumer<String> onLost) {
    JsonEncoding encoding = new JsonEncoding(limits);
    try (OutgoingFrame frame = encoding.newFrame(Handshake.MAX_FRAME_BYTES)) {
      FrameReader reader = new FrameReader(link, Handshake.MAX_FRAME_BYTES);
      Handshake.writeHello(frame, hello);
      link.write(frame.finish());
      Welcome welcome = Handshake.readWelcome(encoding, Handshake.receive(link, reader, limits));
      reader.setMaxFrameBytes(limits.maxFrameBytes());
      RendererSession session =
          new RendererSession(link, encoding, reader, limits, welcome, callbackExecutor, onLost);
      session.reading.start();
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
      JsonEncoding encoding,
      FrameReader reader,
      Limits limits,
      Welcome welcome,
      Executor callbackExecutor,
      Consumer<String> onLost)
      throws IOException {
    this.link = link;
    this.limits = limits;
    this.encoding = encoding;
    this.values = new ValueMapper(encoding.factory());
    this.reader = reader;
    this.outbound =
        new Outbound(link, e -> lost("writing to the main process failed: " + e.getMessage()));
    this.reading = new AnswerReading(link, this);
    this.maxFrameBytes = Math.min(limits.maxFrameBytes(), welcome.maxFrameBytes());
    this.context = new CallingContext(this, welcome.contextId(), limits.maxObjectsPerContext());
    this.callbackQueue = new CallbackQueue(callbackExecutor);
    this.onLost = onLost;
  }

  /**
   * The context that the connection was opened with.
   *
   * @return the context
   */
  public CallingContext context() {
    return context;
  }

  /** Gives everything back and closes the connection. Calls that are under way fail. */
  public void close() {
    if (ended.compareAndSet(false, true)) {
      try (OutgoingFrame release = newFrame();
          OutgoingFrame goodbye = newFrame()) {
        context.writeRelease(release);
        outbound.send(release.finish());
        Handshake.writeReason(goodbye, Command.GOODBYE, "closed by the renderer");
        outbound.send(goodbye.finish());
        outbound.drain();
      } catch (DisconnectedException e) {
        LOG.log(Level.DEBUG, "the connection ended while it was closed", e);
      }
      end("the connection was closed by this process");
    }
  }

  @Override
  public boolean isEnded() {
    return ended.get();
  }

  /** The connection is gone, and not by us. */
  private void lost(String reason) {
    if (ended.compareAndSet(false, true)) {
      end(reason);
      onLost.accept(reason);
    }
  }

  private void end(String reason) {
    outbound.close();
    link.close();
    pending.failAll(call -> new DisconnectedException(call + " failed: " + reason));
    context.end(reason);
    reading.end();
  }

  // --- outgoing ---

  OutgoingFrame newFrame() {
    return encoding.newFrame(maxFrameBytes);
  }

  ValueMapper values() {
    return values;
  }

  long nextCallId() {
    return pending.nextId();
  }

  /** Sends a call and waits for its answer, on the calling thread. */
  PendingAnswer.Outcome exchange(long callId, List<ByteBuffer> frame) {
    PendingAnswer answer = new PendingAnswer();
    pending.add(callId, answer);
    try {
      context.sendReleases();
      outbound.send(frame);
    } catch (DisconnectedException e) {
      if (pending.take(callId) != null) {
        return new PendingAnswer.Failed(
            call -> new DisconnectedException(call + " was not sent: " + e.getMessage()));
      }
    }
    reading.await(answer);
    return answer.outcome();
  }

  void register(long callId, PendingAnswer answer) {
    pending.add(callId, answer);
  }

  void forget(long callId) {
    pending.take(callId);
  }

  boolean isPending(long callId) {
    return pending.find(callId) != null;
  }

  void send(List<ByteBuffer> frame) {
    outbound.send(frame);
  }

  // --- incoming: the leader ---

  @Override
  public void takeAvailable() {
    try {
      int count = reader.fill();
      for (Frame frame = reader.poll(); frame != null; frame = reader.poll()) {
        take(frame);
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
      LOG.log(Level.ERROR, "reading answers failed", e);
      lost("reading from the main process failed: " + e);
    }
  }

  private void take(Frame frame) {
    Header header = new Header(encoding, frame);
    String name = header.text("command");
    Command command = Command.of(name);
    if (command == Command.RETURN) {
      answer(header.number("call id"), new PendingAnswer.Answered(frame, header.json()));
    } else if (command == Command.RENDERER_CALLBACK) {
      Header.CallId call = header.callId();
      header.json().close();
      callback(call, frame);
    } else if (command == Command.SETTLE) {
      context.promises().settle(header.number("promise id"), frame);
    } else if (command == Command.CANCEL) {
      context.promises().cancel(header.number("promise id"));
    } else if (command == Command.RENDERER_RELEASE_CALLBACK) {
      checkContext(header.text("context id"));
      header.forEachRelease(context::releaseCallback);
    } else if (command == Command.GOODBYE) {
      lost("the main process closed the connection: " + header.text("reason"));
    } else if (command == Command.UNIMPLEMENTED) {
      String unknown = header.text("unknown command");
      answer(
          header.number("call id"),
          new PendingAnswer.Failed(
              call ->
                  new ProtocolException(
                      call + " failed: the main process does not know " + unknown)));
    } else {
      sendUnimplemented(name, header);
    }
  }

  /**
   * A callback goes to the thread whose call caused it; one without a cause to the queue, which
   * runs them in order. Never to this thread, which reads.
   */
  private void callback(Header.CallId call, Frame frame) {
    Runnable run = () -> IncomingCallback.run(this, call.id(), frame);
    PendingAnswer waiting = call.cause() == 0 ? null : pending.find(call.cause());
    if (waiting != null && waiting.isAwaited()) {
      waiting.cause(run);
    } else {
      callbackQueue.add(run);
    }
  }

  void checkContext(String named) {
    if (!context.contextId().equals(named)) {
      throw new ProtocolException("context '" + named + "' is not one of this connection");
    }
  }

  /** Ends the connection because this side cannot go on with it. */
  void fail(String reason) {
    LOG.log(Level.ERROR, "the connection is closed: {0}", reason);
    lost(reason);
  }

  Limits limits() {
    return limits;
  }

  JsonEncoding encoding() {
    return encoding;
  }

  private void answer(long callId, PendingAnswer.Outcome outcome) {
    PendingAnswer answer = pending.take(callId);
    if (answer != null) {
      answer.complete(outcome);
    } else {
      LOG.log(Level.DEBUG, "an answer to call {0}, which nobody waits for", callId);
    }
  }

  private void sendUnimplemented(String command, Header header) {
    header.json().close();
    // Not by this thread: it reads, and must not wait until the peer does.
    Workers.run(
        () -> {
          try (OutgoingFrame frame = newFrame()) {
            Requests.writeUnimplemented(frame, command, 0);
            outbound.send(frame.finish());
          } catch (DisconnectedException e) {
            LOG.log(Level.DEBUG, "the connection ended before an unknown frame was answered", e);
          }
        });
  }
}
