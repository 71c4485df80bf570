package dev.remora.it.callbacks;

import dev.remora.annotation.RemoteModule;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/** Connects renderers with each other. */
@RemoteModule(name = "switchboard")
public class Switchboard {
  private final Map<String, IntUnaryOperator> byName = new ConcurrentHashMap<>();

  public void answer(String name, IntUnaryOperator handler) {
    byName.put(name, handler);
  }

  public int call(String name, int x) {
    return Objects.requireNonNull(byName.get(name), name).applyAsInt(x);
  }
}
