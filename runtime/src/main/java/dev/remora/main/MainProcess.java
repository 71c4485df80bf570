package dev.remora.main;

import dev.remora.EventOverflow;
import dev.remora.Limits;
import dev.remora.log.LateLogger;
import dev.remora.session.Gate;
import dev.remora.session.HandOver;
import dev.remora.session.MainOptions;
import dev.remora.session.MainSession;
import dev.remora.session.Workers;
import dev.remora.stub.Exported;
import dev.remora.stub.GeneratedClasses;
import dev.remora.transport.InProcessLink;
import dev.remora.transport.Link;
import dev.remora.transport.Listener;
import dev.remora.transport.Mishap;
import dev.remora.transport.UnixSocket;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The process that owns the objects: exports modules, and serves the renderers that connect.
 *
 * <pre>{@code
 * try (MainProcess main = MainProcess.builder().export(new FileService(home)).listen(socket).start()) {
 *   …
 * }
 * }</pre>
 *
 * <p>Only what is exported by name can be required. Members run on daemon threads of Remora's,
 * calls of different threads and contexts in parallel. Any thread may use it; whoever starts it
 * closes it.
 */
public final class MainProcess implements AutoCloseable {
  private static final LateLogger LOG = new LateLogger(MainProcess.class);

  private static final long ACCEPT_PAUSE_NANOS = 100_000_000;

  private final Contexts contexts;
  private final MainOptions options;
  private final Duration closeTimeout;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Set<MainSession> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final HandOver handOver = new HandOver();
  private final ChildProcesses children;

  private MainProcess(Builder builder) {
    this.closeTimeout = builder.closeTimeout;
    this.options =
        new MainOptions(
            builder.limits, builder.callbackTimeout, builder.eventOverflow, builder.recordsOrigins);
    this.children = new ChildProcesses((listener, gate) -> listen(listener, gate));
    this.contexts =
        new Contexts(
            builder.exports.build(),
            List.copyOf(builder.filters),
            builder.onContext,
            builder.limits,
            children);
  }

  /**
   * Starts to describe a main process.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** What a main process exports and where it listens; used by one thread. */
  public static final class Builder {
    private final Exports.Builder exports = new Exports.Builder();
    private final List<RequireFilter> filters = new ArrayList<>();
    private final List<Path> sockets = new ArrayList<>();
    private Consumer<RendererContext> onContext = context -> {};
    private Limits limits = Limits.defaults();
    private @Nullable Duration callbackTimeout;
    private Duration closeTimeout = Duration.ofSeconds(1);
    private EventOverflow eventOverflow = EventOverflow.BLOCK;
    private boolean recordsOrigins;
    private @Nullable String token;

    private Builder() {}

    /**
     * Exports an object under its module's name; a class is exported with its constructors and
     * static methods.
     *
     * @param object an object whose class, or a superclass or interface of it, is a
     *     {@code @RemoteModule}
     * @return this
     * @throws dev.remora.MissingGeneratedClassException if the annotation processor has not run on
     *     it
     * @throws IllegalArgumentException if it is no module, or another object has the same module
     *     name
     */
    public Builder export(Object object) {
      return object instanceof Exported<?> exported
          ? exportBound(exported)
          : exportBound(Exports.exported(object));
    }

    private <T> Builder exportBound(Exported<T> exported) {
      exports.add(exported.dispatcher(), context -> exported.object());
      return this;
    }

    /**
     * Exports a class itself: the constructors that carry {@code @RemoteConstructor}, and the
     * static methods.
     *
     * @param module a class with {@code @RemoteModule}
     * @return this
     */
    public Builder export(Class<?> module) {
      exports.addClass(GeneratedClasses.dispatcherOf(module));
      return this;
    }

    /**
     * Exports an object as the module that is named, where it has several.
     *
     * @param <T> the module
     * @param module a class or interface with {@code @RemoteModule}
     * @param object the object
     * @return this
     */
    public <T> Builder export(Class<T> module, T object) {
      return exportBound(new Exported<>(GeneratedClasses.dispatcherOf(module), object));
    }

    /**
     * Exports a module of which each context gets an object of its own, made at its first require.
     *
     * @param <T> the module
     * @param module a class or interface with {@code @RemoteModule}
     * @param maker makes the object; what it throws is the answer to the require
     * @return this
     */
    public <T> Builder exportPerContext(
        Class<T> module, Function<RendererContext, ? extends T> maker) {
      exports.add(GeneratedClasses.dispatcherOf(module), maker);
      return this;
    }

    /**
     * Adds a filter for all requires; filters are asked in the order in which they were added.
     *
     * @param filter the filter
     * @return this
     */
    public Builder onRequire(RequireFilter filter) {
      filters.add(filter);
      return this;
    }

    /**
     * Says what to do with each new context before it requires anything, for example to give it a
     * filter of its own.
     *
     * @param listener called once for each context, by several threads at once; what it throws
     *     refuses the connection
     * @return this
     */
    public Builder onContext(Consumer<RendererContext> listener) {
      onContext = onContext.andThen(listener);
      return this;
    }

    /**
     * Listens on a Unix-domain socket. Its directory must have mode 0700. If it is missing it is
     * made so, and removed by {@link MainProcess#close()}.
     *
     * @param socket the socket's path, at most 107 bytes long
     * @return this
     */
    public Builder listen(Path socket) {
      sockets.add(socket);
      return this;
    }

    /**
     * Requires renderers that connect by themselves to know a token.
     *
     * @param required the token
     * @return this
     */
    public Builder requireToken(String required) {
      token = required;
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
     * Sets how long a callback may take that main calls by itself and waits for; without end where
     * nothing is set. A callback within a call has the time that the call has.
     *
     * @param timeout the time; positive
     * @return this
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Builder callbackTimeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
      }
      callbackTimeout = timeout;
      return this;
    }

    /**
     * Sets how long {@link MainProcess#close()} waits for the calls that are under way; one second
     * where nothing is set.
     *
     * @param timeout the time; zero for not at all
     * @return this
     */
    public Builder closeTimeout(Duration timeout) {
      closeTimeout = timeout;
      return this;
    }

    /**
     * Sets what becomes of events for a renderer that does not keep up, when as much waits for it
     * as {@code Limits.maxQueuedBytes} lets; {@link EventOverflow#BLOCK} where nothing is set.
     *
     * @param overflow what to do
     * @return this
     */
    public Builder onEventOverflow(EventOverflow overflow) {
      eventOverflow = overflow;
      return this;
    }

    /**
     * Keeps for each object where it was given first, for {@link #registry()}: the member that
     * returned it, or the line that passed it to a callback. For finding leaks: each sending then
     * walks the stack.
     *
     * @return this
     */
    public Builder recordOrigins() {
      recordsOrigins = true;
      return this;
    }

    /**
     * Starts listening.
     *
     * @return the running main process, the caller's to close
     * @throws dev.remora.ListenException if a socket cannot be listened on
     */
    public MainProcess start() {
      MainProcess main = new MainProcess(this);
      try {
        Gate gate = token == null ? Gate.OPEN : Gate.withToken(token);
        sockets.forEach(socket -> main.listen(UnixSocket.listen(socket), gate));
        return main;
      } catch (RuntimeException e) {
        main.close();
        throw e;
      }
    }
  }

  /**
   * Starts a child process that connects back with {@code RemoteContext.connectToParent()}.
   *
   * <p>Socket and token travel in the child's environment; its input, output and command line are
   * the builder's. The child ends when this process does, and is ended by {@link #close()}.
   *
   * @param builder starts the child
   * @return the child, which may be waited for
   * @throws IOException if the child cannot be started
   */
  public RendererProcess spawnRenderer(ProcessBuilder builder) throws IOException {
    if (closed.get()) {
      throw new IllegalStateException("the main process is closed");
    }
    return children.spawn(builder);
  }

  /**
   * What renderers hold at this moment.
   *
   * @return a report of all open contexts, made by looking at each object
   */
  public RegistryReport registry() {
    return contexts.report();
  }

  /**
   * The registry as a management bean, for whoever wants to register it with an MBean server, and
   * to unregister it.
   *
   * @return a bean that looks at the registry whenever it is asked
   */
  public RegistryMXBean registryBean() {
    return new RegistryBean(this::registry);
  }

  /**
   * Opens a link for a renderer within this process; {@code RemoteContext.connect(main)} calls it.
   *
   * @return the renderer's end
   */
  public Link openInProcessLink() {
    InProcessLink.Pair pair = InProcessLink.pair();
    serve(pair.main(), Gate.OPEN);
    return pair.renderer();
  }

  /**
   * Stops listening, closes all connections, ends the children, and releases everything. No new
   * calls are taken; those that are under way have the time that {@link Builder#closeTimeout} sets,
   * but for those that the current thread serves itself.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      listeners.forEach(Listener::close);
      sessions.forEach(MainSession::startClosing);
      long end = System.nanoTime() + closeTimeout.toNanos();
      sessions.forEach(
          session -> session.awaitQuiet(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
      sessions.forEach(session -> session.close("the main process is closed"));
      children.close();
      handOver.close();
    }
  }

  private void listen(Listener listener, Gate gate) {
    listeners.add(listener);
    Workers.run(() -> acceptAll(listener, gate));
  }

  private void acceptAll(Listener listener, Gate gate) {
    Mishap mishap = new Mishap(LOG, "accepting a renderer failed, and was tried again");
    while (!closed.get()) {
      try {
        serve(listener.accept(), gate);
        mishap.tell();
      } catch (Error e) {
        // No memory, or no thread to be had: nobody else would let renderers in.
        mishap.note(e);
        LockSupport.parkNanos(ACCEPT_PAUSE_NANOS);
      } catch (IOException e) {
        if (!closed.get()) {
          // Out of descriptors, most likely: others may close some, and then renderers must be let
          // in again.
          LOG.get().log(Level.ERROR, "accepting a renderer failed; trying again", e);
          LockSupport.parkNanos(ACCEPT_PAUSE_NANOS);
        }
      }
    }
  }

  private void serve(Link link, Gate gate) {
    String contextId = connections.incrementAndGet() + "-1";
    MainSession session =
        new MainSession(link, contexts, gate, options, contextId, handOver, sessions::remove);
    sessions.add(session);
    if (closed.get()) {
      session.close("the main process is closed");
    }
    try {
      Workers.run(session::run);
    } catch (Error e) {
      sessions.remove(session);
      link.close();
      throw e;
    }
  }
}
