package dev.remora.main;

import dev.remora.session.EventQueue;
import dev.remora.session.Hello;
import dev.remora.session.ServedContext;
import dev.remora.session.Workers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One context of a renderer, as the main process knows it: who it is, and what it may require. Any
 * thread.
 */
public final class RendererContext {
  private final ServedContext served;
  private final List<RequireFilter> filters = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final ConcurrentMap<String, Object> modules = new ConcurrentHashMap<>();

  RendererContext(ServedContext served) {
    this.served = served;
  }

  /**
   * The context's id.
   *
   * @return the id, unique in this main process
   */
  public String id() {
    return served.contextId();
  }

  /**
   * The name that the renderer gave itself.
   *
   * @return the name, as the renderer says; not to be trusted
   */
  public String processName() {
    return served.hello().process();
  }

  /**
   * The process id that the renderer gave.
   *
   * @return the pid, as the renderer says; not to be trusted
   */
  public long pid() {
    return served.hello().pid();
  }

  /**
   * What the context holds at this moment.
   *
   * @return the number of objects by module name
   */
  public Map<String, Integer> objects() {
    Map<String, Integer> counts = new TreeMap<>();
    served.objectsByModule().forEach((module, held) -> counts.put(module, held.count()));
    return counts;
  }

  /**
   * How many calls of the renderer, and of its callbacks, are under way at this moment.
   *
   * @return the number of calls that have not been answered
   */
  public int callsUnderWay() {
    return served.callsUnderWay();
  }

  /**
   * How the events fare that main posted to this renderer by itself.
   *
   * @param posted how many were posted
   * @param dropped how many of them were dropped, because the renderer did not keep up
   * @param failed how many of them threw an exception in the renderer
   * @param queued how many wait in main at the moment
   * @param queuedBytes how much memory these take, in bytes
   */
  public record Events(long posted, long dropped, long failed, int queued, long queuedBytes) {}

  /**
   * How the events fare that main posted to this renderer by itself.
   *
   * @return the counts at this moment
   */
  public Events events() {
    EventQueue.Counts counts = served.eventCounts();
    return new Events(
        counts.posted(), counts.dropped(), counts.failed(), counts.queued(), counts.queuedBytes());
  }

  /**
   * Adds a filter for the requires of this context alone; asked after those of the main process.
   *
   * @param filter the filter
   */
  public void onRequire(RequireFilter filter) {
    filters.add(filter);
  }

  RegistryReport.Context report() {
    Map<String, RegistryReport.Objects> objects = new TreeMap<>();
    served
        .objectsByModule()
        .forEach(
            (module, held) ->
                objects.put(
                    module,
                    new RegistryReport.Objects(held.count(), held.oldest(), held.origins())));
    return new RegistryReport.Context(
        id(),
        toString(),
        served.age(),
        objects,
        served.callbacks(),
        served.callsUnderWay(),
        served.queuedBytes());
  }

  Hello hello() {
    return served.hello();
  }

  List<RequireFilter> filters() {
    return filters;
  }

  /**
   * The object that a module is in this context; made at its first require where each context has
   * its own.
   */
  Object moduleObject(String module, Function<RendererContext, ?> maker) {
    Object object = modules.get(module);
    if (object == null) {
      // Made without a lock of ours; where two requires race, both get the one that came first.
      Object made =
          Objects.requireNonNull(
              maker.apply(this), () -> "the factory of module '" + module + "' gave null");
      Object earlier = modules.putIfAbsent(module, made);
      object = earlier == null ? made : earlier;
    }
    return object;
  }

  /**
   * Says what to do when the context ends, however it does; at once if it has.
   *
   * @param listener told the reason, on a worker
   */
  public void onClose(Consumer<String> listener) {
    CompletableFuture<Void> unused = ended.thenAcceptAsync(listener, Workers::run);
  }

  /** Lets go of the modules of this context, and tells those who want to know. */
  void end(String reason) {
    modules.clear();
    ended.complete(reason);
  }

  @Override
  public String toString() {
    return "context %s of %s (pid %d)".formatted(id(), processName(), pid());
  }
}
