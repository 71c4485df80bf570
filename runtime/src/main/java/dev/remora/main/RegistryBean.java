package dev.remora.main;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Shows the reports of a registry to management consoles. */
record RegistryBean(Supplier<RegistryReport> registry) implements RegistryMXBean {

  @Override
  public int getContextCount() {
    return registry.get().contexts().size();
  }

  @Override
  public int getObjectCount() {
    return registry.get().objectCount();
  }

  @Override
  public int getCallbackCount() {
    return registry.get().callbackCount();
  }

  @Override
  public Map<String, Integer> getObjectsByModule() {
    Map<String, Integer> counts = new TreeMap<>();
    for (RegistryReport.Context context : registry.get().contexts()) {
      context
          .objects()
          .forEach((module, objects) -> counts.merge(module, objects.count(), Integer::sum));
    }
    return counts;
  }

  @Override
  public String report() {
    return registry.get().toString();
  }
}
