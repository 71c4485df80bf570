package dev.remora.main;

import dev.remora.HandshakeException;
import dev.remora.LimitExceededException;
import dev.remora.Limits;
import dev.remora.session.ModuleHost;
import dev.remora.session.ServedContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The contexts that are open, and what they may require. {@link #opened} adds, {@link #closed}
 * removes. Any thread.
 */
final class Contexts implements ModuleHost {
  private final Exports exports;
  private final List<RequireFilter> filters;
  private final Consumer<RendererContext> onContext;
  private final Limits limits;
  private final ChildProcesses children;
  private final Map<ServedContext, RendererContext> open = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  Contexts(
      Exports exports,
      List<RequireFilter> filters,
      Consumer<RendererContext> onContext,
      Limits limits,
      ChildProcesses children) {
    this.exports = exports;
    this.filters = filters;
    this.onContext = onContext;
    this.limits = limits;
    this.children = children;
  }

  @Override
  public void opened(ServedContext served) {
    if (count.incrementAndGet() > limits.maxContexts()) {
      count.decrementAndGet();
      throw new LimitExceededException(
          "the main process serves %d contexts already (Limits.maxContexts)"
              .formatted(limits.maxContexts()));
    }
    RendererContext context = new RendererContext(served);
    served.setOwner(context);
    try {
      onContext.accept(context);
    } catch (RuntimeException e) {
      count.decrementAndGet();
      throw e;
    }
    if (!children.connected(context)) {
      count.decrementAndGet();
      throw new HandshakeException("the child process of this token has ended");
    }
    open.put(served, context);
  }

  @Override
  public void closed(ServedContext served, String reason) {
    RendererContext context = open.remove(served);
    if (context != null) {
      count.decrementAndGet();
      context.end(reason);
      children.disconnected(context);
    }
  }

  @Override
  public Required require(ServedContext served, String module) {
    RendererContext context = open.get(served);
    if (context == null) {
      throw new IllegalStateException(served.contextId() + " has ended");
    }
    return exports.require(context, module, filters);
  }

  RegistryReport report() {
    return new RegistryReport(
        open.values().stream().map(RendererContext::report).sorted().toList());
  }
}
