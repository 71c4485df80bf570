package dev.remora.stub;

import dev.remora.MissingGeneratedClassException;
import dev.remora.annotation.RemoteModule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds generated classes by the name that the processor gave them, once per class; never by a name
 * that a peer sent.
 *
 * <p>{@code com.example.Outer.Inner} has {@code com.example.Outer_InnerDispatcher} and {@code
 * com.example.Outer_InnerStub}.
 */
public final class GeneratedClasses {
  private static final ClassValue<Dispatcher<?>> DISPATCHERS =
      new ClassValue<>() {
        @Override
        protected Dispatcher<?> computeValue(Class<?> module) {
          return constant(module, "Dispatcher", "INSTANCE", Dispatcher.class);
        }
      };

  private static final ClassValue<StubType<?>> STUB_TYPES =
      new ClassValue<>() {
        @Override
        protected StubType<?> computeValue(Class<?> module) {
          return constant(module, "Stub", "TYPE", StubType.class);
        }
      };

  private static final ClassValue<List<Class<?>>> MODULE_INTERFACES =
      new ClassValue<>() {
        @Override
        protected List<Class<?>> computeValue(Class<?> type) {
          Set<Class<?>> found = new LinkedHashSet<>();
          for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            collect(c, found);
          }
          return List.copyOf(found);
        }
      };

  private GeneratedClasses() {}

  /**
   * The dispatcher of a module.
   *
   * @param <T> the module
   * @param module its class or interface
   * @return its dispatcher
   * @throws MissingGeneratedClassException if the processor has not run on the module, or its
   *     output is not here
   */
  @SuppressWarnings("unchecked") // the dispatcher generated for a class dispatches to that class
  public static <T> Dispatcher<T> dispatcherOf(Class<T> module) {
    return (Dispatcher<T>) DISPATCHERS.get(module);
  }

  /**
   * The module type that an object is exported as: the nearest superclass with {@link
   * RemoteModule}, else its one module interface.
   *
   * @param type the object's class
   * @return the class or interface with the annotation
   * @throws IllegalArgumentException if there is none, or more than one interface
   */
  public static Class<?> moduleOf(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.isAnnotationPresent(RemoteModule.class)) {
        return c;
      }
    }
    List<Class<?>> interfaces = moduleInterfacesOf(type);
    if (interfaces.size() == 1) {
      return interfaces.get(0);
    }
    throw new IllegalArgumentException(
        interfaces.isEmpty()
            ? "%s is not a @RemoteModule, nor is a superclass or interface of it: annotate it"
                .formatted(type.getName())
            : "%s implements several module interfaces, %s: say which, export(Files.class, object)"
                .formatted(type.getName(), interfaces));
  }

  static StubType<?> stubTypeOf(Class<?> module) {
    return STUB_TYPES.get(module);
  }

  static List<Class<?>> moduleInterfacesOf(Class<?> type) {
    return MODULE_INTERFACES.get(type);
  }

  static boolean isModule(Class<?> type) {
    return type.isAnnotationPresent(RemoteModule.class) || !moduleInterfacesOf(type).isEmpty();
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (type.isInterface() && type.isAnnotationPresent(RemoteModule.class)) {
      found.add(type);
      return;
    }
    for (Class<?> parent : type.getInterfaces()) {
      collect(parent, found);
    }
  }

  private static <C> C constant(Class<?> module, String suffix, String field, Class<C> type) {
    String name = generatedName(module) + suffix;
    try {
      return type.cast(
          Class.forName(name, true, module.getClassLoader()).getField(field).get(null));
    } catch (ClassNotFoundException e) {
      throw new MissingGeneratedClassException(
          ("%s is missing: the annotation processor has not run on %s, or its output is not on this class path. In Maven, add"
                  + " dev.remora:remora-processor to the annotationProcessorPaths of maven-compiler-plugin (from JDK 23 on"
                  + " processors on the class path do not run by themselves)")
              .formatted(name, module.getName()),
          e);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new MissingGeneratedClassException(
          "%s cannot be used: make %s public, or pass %s.of(object) to export; in a named module, open or export the package to"
                  .formatted(name, module.getName(), name)
              + " dev.remora",
          e);
    }
  }

  private static String generatedName(Class<?> module) {
    List<String> names = new ArrayList<>();
    for (Class<?> c = module; c != null; c = c.getDeclaringClass()) {
      names.add(0, c.getSimpleName());
    }
    String packageName = module.getPackageName();
    return (packageName.isEmpty() ? "" : packageName + ".") + String.join("_", names);
  }
}
