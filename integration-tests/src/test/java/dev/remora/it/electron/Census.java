package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import dev.remora.main.RendererContext;
import java.util.Map;

/** What the main process holds for the context that asks. */
@RemoteModule
public final class Census {
  private final RendererContext context;

  Census(RendererContext context) {
    this.context = context;
  }

  /** The number of objects by module. */
  public Map<String, Integer> held() {
    return context.objects();
  }
}
