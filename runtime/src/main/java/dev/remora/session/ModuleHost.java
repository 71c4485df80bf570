package dev.remora.session;

import dev.remora.stub.Dispatcher;
import org.jspecify.annotations.Nullable;

/**
 * What a main process decides for its sessions: what a module's name stands for, and in which
 * context. Any thread.
 */
public interface ModuleHost {

  /**
   * A context is about to open; nothing has been required yet.
   *
   * @param context the context
   * @throws RuntimeException to refuse it; {@link #closed} is not called then
   */
  void opened(ServedContext context);

  /**
   * What a module's name stands for in a context, after all filters.
   *
   * @param context the context that requires it
   * @param module the module's name
   * @return the module
   * @throws dev.remora.NoSuchModuleException if none of that name is exported
   * @throws dev.remora.AccessBlockedException if a filter blocks it
   */
  Required require(ServedContext context, String module);

  /**
   * A context has ended and holds nothing any more; may be told more than once.
   *
   * @param context the context
   * @param reason why
   */
  void closed(ServedContext context, String reason);

  /**
   * What a require gives.
   *
   * @param dispatcher the module's dispatcher
   * @param object the exported object, or null if only the class is exported
   * @param classExported whether constructors and statics may be reached
   */
  record Required(Dispatcher<?> dispatcher, @Nullable Object object, boolean classExported) {}
}
