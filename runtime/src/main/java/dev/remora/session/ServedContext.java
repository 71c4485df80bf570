package dev.remora.session;

import dev.remora.AccessBlockedException;
import dev.remora.BadArgumentsException;
import dev.remora.MissingObjectException;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.References;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One context as the main process sees it: the objects that it holds, and the classes that it may
 * construct. Any thread.
 */
public final class ServedContext implements References {
  private final String contextId;
  private final Hello hello;
  private final OwnedObjects<Dispatcher<?>> objects;

  /** The dispatchers of the classes whose export this context has required. */
  private final Set<Dispatcher<?>> classes = ConcurrentHashMap.newKeySet();

  ServedContext(String contextId, Hello hello, AtomicLong ids, int maxObjects) {
    this.contextId = contextId;
    this.hello = hello;
    this.objects = new OwnedObjects<>(ids, maxObjects);
  }

  /**
   * The context's id.
   *
   * @return the id, unique in this main process
   */
  public String contextId() {
    return contextId;
  }

  /**
   * How the renderer introduced itself.
   *
   * @return its hello
   */
  public Hello hello() {
    return hello;
  }

  /**
   * What the context holds, by module.
   *
   * @return a new map from module name to number of objects
   */
  public Map<String, Integer> objectsByModule() {
    return objects.countsByType();
  }

  /** Gives what a require stands for, and returns its id: an object, or the class itself. */
  long give(ModuleHost.Required required) {
    if (required.classExported()) {
      classes.add(required.dispatcher());
    }
    Object object = required.object();
    return objects.give(object == null ? required.dispatcher() : object, required.dispatcher());
  }

  @Override
  public <T> long give(Dispatcher<T> dispatcher, T object) {
    return objects.give(object, dispatcher);
  }

  @Override
  public void takeBack(long id) {
    objects.takeBack(id);
  }

  @Override
  public <T> T find(Dispatcher<T> dispatcher, long id) {
    OwnedObjects.Held<Dispatcher<?>> held = objects.find(id);
    if (held == null) {
      throw new MissingObjectException(
          "Cannot pass missing remote object " + objects.describeMissing(id));
    }
    if (held.sentAs() != dispatcher || isClass(held)) {
      throw new BadArgumentsException(
          "remote object %d is of module %s, not of %s".formatted(id, held.sentAs(), dispatcher));
    }
    return dispatcher.type().cast(held.object());
  }

  /** Finds the target of a call; {@code action} says in the error what was to be done with it. */
  OwnedObjects.Held<Dispatcher<?>> target(long id, String action) {
    OwnedObjects.Held<Dispatcher<?>> held = objects.find(id);
    if (held == null) {
      throw new MissingObjectException(
          "Cannot %s on missing remote object %s".formatted(action, objects.describeMissing(id)));
    }
    return held;
  }

  /** The object behind a target, for members that need one. */
  static <T> T object(Dispatcher<T> dispatcher, OwnedObjects.Held<Dispatcher<?>> held) {
    if (isClass(held)) {
      throw new AccessBlockedException(
          "module '%s' is exported as a class only: construct an object of it first"
              .formatted(dispatcher));
    }
    return dispatcher.type().cast(held.object());
  }

  /** Checks that constructors and statics of a module may be reached from this context. */
  void checkClassAccess(Dispatcher<?> dispatcher, String member) {
    if (!classes.contains(dispatcher)) {
      throw new AccessBlockedException(
          ("'%s' belongs to the class of module '%s', which is not exported to this context: the main process must call"
                  + " export(%s.class), and the renderer require the module")
              .formatted(member, dispatcher, dispatcher.type().getSimpleName()));
    }
  }

  void release(long id, long count) {
    objects.release(id, count, "released by this context");
  }

  void releaseAll() {
    objects.releaseAll();
    classes.clear();
  }

  private static boolean isClass(OwnedObjects.Held<Dispatcher<?>> held) {
    return held.object() == held.sentAs();
  }
}
