package dev.remora.renderer;

import dev.remora.HandshakeException;
import dev.remora.Limits;
import dev.remora.VersionSkew;
import dev.remora.log.LateLogger;
import dev.remora.main.MainProcess;
import dev.remora.session.CallingContext;
import dev.remora.session.Hello;
import dev.remora.session.RendererOptions;
import dev.remora.session.RendererSession;
import dev.remora.session.ThisProcess;
import dev.remora.stub.ModuleReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import dev.remora.transport.Link;
import dev.remora.transport.ParentSocket;
import dev.remora.transport.UnixSocket;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A renderer's connection to a main process, and the scope that owns what it is given.
 *
 * <pre>{@code
 * try (RemoteContext remote = RemoteContext.connect(socket)) {
 *   FileServiceStub files = FileServiceStub.require(remote);
 *   int four = files.doubleIt(2);
 * }
 * }</pre>
 *
 * <p>Any number of threads may call over one context at the same time; a call blocks its thread
 * until it is answered, its time is over, or the thread is interrupted. Whoever connects closes it;
 * the main process then lets go of everything that was given to the context.
 */
public final class RemoteContext implements AutoCloseable {
  private static final LateLogger LOG = new LateLogger(RemoteContext.class);

  /**
   * What a child process ends with when its main process is gone; {@code EX_UNAVAILABLE} of {@code
   * sysexits.h}.
   */
  private static final int EXIT_WITHOUT_MAIN = 69;

  private final RendererSession session;
  private final CallingContext context;

  private RemoteContext(RendererSession session, CallingContext context) {
    this.session = session;
    this.context = context;
  }

  /**
   * Connects to a main process that listens on a Unix-domain socket.
   *
   * @param socket the socket's path
   * @return a context, the caller's to close
   * @throws dev.remora.ListenException if nobody listens there
   * @throws HandshakeException if the main process refuses
   */
  public static RemoteContext connect(Path socket) {
    return builder().connect(socket);
  }

  /**
   * Connects to a main process in this JVM, through memory; for tests and for programs that run
   * both sides in one process.
   *
   * @param main the main process
   * @return a context, the caller's to close
   */
  public static RemoteContext connect(MainProcess main) {
    return builder().connect(main);
  }

  /**
   * Connects to the main process that started this one with {@code spawnRenderer}. This process
   * ends with exit code 69 when the connection does, unless it closes the context first.
   *
   * @return a context, the caller's to close
   * @throws HandshakeException if this process was not started by a main process, or is refused
   */
  public static RemoteContext connectToParent() {
    return builder().connectToParent();
  }

  /**
   * Starts to describe a connection.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** How to connect; used by one thread. */
  public static final class Builder {
    private Limits limits = Limits.defaults();
    private @Nullable Executor callbackExecutor;
    private @Nullable Duration callTimeout;
    private Duration closeTimeout = Duration.ofSeconds(1);
    private Duration collectInterval = Duration.ofSeconds(1);
    private @Nullable String token;
    private boolean jsonOnly;
    private VersionSkew versionSkew = VersionSkew.REFUSED;
    private String name = ThisProcess.command();

    private Builder() {}

    /**
     * Sets the token that the main process requires.
     *
     * @param required the token
     * @return this
     */
    public Builder token(String required) {
      token = required;
      return this;
    }

    /**
     * Sets the name by which the main process knows this one in reports.
     *
     * @param processName the name
     * @return this
     */
    public Builder name(String processName) {
      name = processName;
      return this;
    }

    /**
     * Sets the limits.
     *
     * @param changed the limits
     * @return this
     */
    public Builder limits(Limits changed) {
      limits = changed;
      return this;
    }

    /**
     * Sets how long a call may take, from its first argument to its answer; without end where
     * nothing is set. A stub may have a timeout of its own: {@code stub.withTimeout(duration)}.
     *
     * @param timeout the time; positive
     * @return this
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Builder callTimeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
      }
      callTimeout = timeout;
      return this;
    }

    /**
     * Sets how long {@link RemoteContext#close()} waits for the calls that other threads have under
     * way; one second where nothing is set.
     *
     * @param timeout the time; zero for not at all
     * @return this
     */
    public Builder closeTimeout(Duration timeout) {
      closeTimeout = timeout;
      return this;
    }

    /**
     * Sets how often this process may collect garbage because a context holds nearly as many
     * objects as main lets it; at most once a second where nothing is set.
     *
     * @param interval the time between two collections
     * @return this
     */
    public Builder collectInterval(Duration interval) {
      collectInterval = interval;
      return this;
    }

    /**
     * Has all frames written as JSON text, so that a person can read what crosses the socket;
     * values arrive the same, calls take a little longer ({@code docs/protocol.md#encodings}).
     *
     * @return this
     */
    public Builder jsonOnly() {
      jsonOnly = true;
      return this;
    }

    /**
     * Sets what happens where a stub was compiled against another version of its module than the
     * main process has; requiring it fails where nothing is set.
     *
     * @param reaction refuse it, or go on with a line in the log
     * @return this
     */
    public Builder versionSkew(VersionSkew reaction) {
      versionSkew = reaction;
      return this;
    }

    /**
     * Sets where callbacks run that no call of this process has caused: {@code
     * SwingUtilities::invokeLater}, {@code Platform::runLater}. One runs after the other, whatever
     * the executor ({@code docs/threading.md}).
     *
     * @param executor the executor; daemon threads of Remora's where none is set
     * @return this
     */
    public Builder callbackExecutor(Executor executor) {
      callbackExecutor = executor;
      return this;
    }

    /**
     * See {@link RemoteContext#connect(Path)}.
     *
     * @param socket the socket's path
     * @return a context, the caller's to close
     */
    public RemoteContext connect(Path socket) {
      FirstCallClasses.load();
      return open(UnixSocket.connect(socket), token, new LoggedLoss());
    }

    /**
     * See {@link RemoteContext#connect(MainProcess)}.
     *
     * @param main the main process
     * @return a context, the caller's to close
     */
    public RemoteContext connect(MainProcess main) {
      return open(main.openInProcessLink(), token, new LoggedLoss());
    }

    /**
     * See {@link RemoteContext#connectToParent()}.
     *
     * @return a context, the caller's to close
     */
    public RemoteContext connectToParent() {
      FirstCallClasses.load();
      ParentSocket parent = ParentSocket.from(System.getenv());
      if (parent == null) {
        throw new HandshakeException(
            "this process was not started by MainProcess.spawnRenderer: its environment names no main process; use"
                + " RemoteContext.connect(socket)");
      }
      return open(UnixSocket.connect(parent.path()), parent.token(), Builder::exitWithoutMain);
    }

    private RemoteContext open(Link link, @Nullable String with, Consumer<String> onLost) {
      Hello hello = RendererSession.hello(with, name, limits, jsonOnly);
      RendererOptions options =
          new RendererOptions(
              limits,
              callTimeout,
              closeTimeout,
              collectInterval,
              versionSkew,
              callbackExecutor,
              onLost);
      RendererSession session = RendererSession.open(link, hello, options);
      return new RemoteContext(session, session.context());
    }

    /** Where the process goes on without its main process. */
    private record LoggedLoss() implements Consumer<String> {
      @Override
      public void accept(String reason) {
        LOG.get().log(Level.DEBUG, "disconnected: {0}", reason);
      }
    }

    private static void exitWithoutMain(String reason) {
      LOG.get().log(Level.INFO, "this process ends with its main process: {0}", reason);
      // Not by the thread that reads: shutdown hooks may wait for it.
      Thread exit = new Thread(() -> System.exit(EXIT_WITHOUT_MAIN), "remora-exit");
      exit.setDaemon(true);
      exit.start();
    }
  }

  /**
   * A module of the main process, by its stub; nothing is sent yet. Generated stubs call it.
   *
   * @param <S> the stub
   * @param type the stub's type
   * @return the module
   */
  public <S extends RemoteStub> ModuleReference<S> require(StubType<S> type) {
    return context.require(type);
  }

  /**
   * Opens a scope of its own on the same connection, in one round trip: what is given to it belongs
   * to it, and its {@link #close()} gives all of it back at once. Modules that each context has for
   * itself are made anew.
   *
   * @return a context, the caller's to close; it ends with this one's connection too
   * @throws dev.remora.LimitExceededException if the main process serves as many as it may
   * @throws dev.remora.DisconnectedException if the connection has ended
   */
  public RemoteContext newContext() {
    return new RemoteContext(session, session.openContext());
  }

  /**
   * Gives an object or function of the main process back now, without waiting for the garbage
   * collector. Using the stub is an error from then on; if the object is asked for again, it
   * arrives as a new stub. Any number of times.
   *
   * @param stub a stub, or a function that main gave, of this context
   * @throws IllegalArgumentException if it is none
   */
  public void release(Object stub) {
    context.release(stub);
  }

  /**
   * The context's id.
   *
   * @return the id that the main process gave it
   */
  public String id() {
    return context.contextId();
  }

  /**
   * How many objects of the main process this context has stubs of.
   *
   * @return the number of stubs in use or not yet given back
   */
  public int stubsInUse() {
    return context.stubsInUse();
  }

  /**
   * How many functions and promises of this process the main process holds.
   *
   * @return the size of the callbacks registry
   */
  public int callbacksHeld() {
    return context.callbacksHeld();
  }

  /**
   * How many calls of this context main has not answered; those that were given up count until
   * their answer has come.
   *
   * @return the number of calls
   */
  public int callsUnderWay() {
    return session.callsUnderWay();
  }

  /**
   * Says what to do when the context ends: because it is closed, by either side, or because the
   * main process is lost. At once if it has ended.
   *
   * @param listener told the reason, once, on a daemon thread
   */
  public void onClose(Consumer<String> listener) {
    context.onClose(listener);
  }

  /**
   * Gives everything back; the context that was connected closes the connection, and with it those
   * of {@link #newContext()}. No new calls are sent; those of other threads that are under way have
   * the time that {@link Builder#closeTimeout} sets, with what they call in turn, and fail then.
   * Any number of times.
   */
  @Override
  public void close() {
    session.close(context);
  }

  @Override
  public String toString() {
    return context.toString();
  }
}
