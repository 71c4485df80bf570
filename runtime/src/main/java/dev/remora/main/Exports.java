package dev.remora.main;

import dev.remora.AccessBlockedException;
import dev.remora.NoSuchModuleException;
import dev.remora.session.ModuleHost.Required;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.Exported;
import dev.remora.stub.GeneratedClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a main process exports, by module name; fixed when it starts. */
final class Exports {
  private final Map<String, Module> byName;

  private Exports(Map<String, Module> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** A module: an object, or one for each context, or the class, or both. */
  private record Module(
      Dispatcher<?> dispatcher,
      @Nullable Function<RendererContext, ?> object,
      boolean classExported) {

    Module and(Module other) {
      if (object != null && other.object != null) {
        throw new IllegalArgumentException(
            "module '%s' is exported twice; give one of the objects another name with @RemoteModule(name = …)"
                .formatted(dispatcher));
      }
      return new Module(
          dispatcher, object == null ? other.object : object, classExported || other.classExported);
    }
  }

  static final class Builder {
    private final Map<String, Module> byName = new HashMap<>();

    <T> void add(Dispatcher<T> dispatcher, Function<RendererContext, ? extends T> object) {
      add(new Module(dispatcher, object, false));
    }

    void addClass(Dispatcher<?> dispatcher) {
      add(new Module(dispatcher, null, true));
    }

    private void add(Module module) {
      byName.merge(module.dispatcher().module(), module, Module::and);
    }

    Exports build() {
      return new Exports(byName);
    }
  }

  /** Binds an object to the dispatcher of its module type. */
  static Exported<?> exported(Object object) {
    return exported(GeneratedClasses.moduleOf(object.getClass()), object);
  }

  private static <T> Exported<T> exported(Class<T> module, Object object) {
    return new Exported<>(GeneratedClasses.dispatcherOf(module), module.cast(object));
  }

  /** What a name stands for in a context, after the filters. */
  Required require(RendererContext context, String name, List<RequireFilter> filters) {
    RequireRequest request = new RequireRequest(context, name);
    List<RequireFilter> all = new ArrayList<>(filters);
    all.addAll(context.filters());
    for (RequireFilter filter : all) {
      RequireDecision decision = decide(filter, request);
      if (decision instanceof RequireDecision.Block block) {
        throw new AccessBlockedException(
            "module '%s' is blocked: %s".formatted(name, block.reason()));
      }
      if (decision instanceof RequireDecision.Replace replace) {
        return new Required(replace.exported().dispatcher(), replace.exported().object(), false);
      }
    }
    return exportOf(context, name);
  }

  private static RequireDecision decide(RequireFilter filter, RequireRequest request) {
    try {
      return filter.onRequire(request);
    } catch (Exception e) {
      throw new AccessBlockedException(
          "module '%s' is blocked: its filter failed with %s".formatted(request.module(), e), e);
    }
  }

  private Required exportOf(RendererContext context, String name) {
    Module module = byName.get(name);
    if (module == null) {
      // The names of other modules are none of a renderer's business: filters may hide them.
      throw new NoSuchModuleException(
          "no module '%s' is exported; the main process must call export(…) with an object or class of that name"
              .formatted(name));
    }
    Object object = module.object() == null ? null : context.moduleObject(name, module.object());
    return new Required(module.dispatcher(), object, module.classExported());
  }
}
