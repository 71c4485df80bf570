package dev.remora.examples.main;

import dev.remora.annotation.RemoteIgnore;
import dev.remora.annotation.RemoteModule;
import dev.remora.examples.api.Visitor;
import dev.remora.main.RendererContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A renderer's own desk: no other renderer sees what lies on it. */
@RemoteModule
public final class Desk {
  private final RendererContext context;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();

  Desk(RendererContext context) {
    this.context = context;
  }

  /** Whose desk it is. */
  public Visitor visitor() {
    calls.incrementAndGet();
    return new Visitor(context.processName(), context.pid());
  }

  /** Leaves a note; the main process prints it when the renderer has gone. */
  public void note(String text) {
    calls.incrementAndGet();
    notes.add(text);
  }

  /** What the renderer holds in the main process's registry: objects by module. */
  public Map<String, Integer> holds() {
    calls.incrementAndGet();
    return context.objects();
  }

  /** How often this desk was called, with this call. */
  public int calls() {
    return calls.incrementAndGet();
  }

  /** The notes, for the main process alone. */
  @RemoteIgnore
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    return "desk of %s (pid %d): %d calls"
        .formatted(context.processName(), context.pid(), calls.get());
  }
}
