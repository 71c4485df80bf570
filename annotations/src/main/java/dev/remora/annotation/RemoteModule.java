package dev.remora.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class or interface of the main process whose objects renderers use through a generated
 * stub.
 *
 * <p>For {@code FileService} the processor writes {@code FileServiceStub} (renderer side) and
 * {@code FileServiceDispatcher} (main side) into the same package. Every public instance method,
 * public field, public static method and every constructor that carries {@link RemoteConstructor}
 * becomes a member, unless {@link RemoteIgnore} takes it out. Values of the type cross by
 * reference: a method that returns an {@code Editor} gives the renderer an {@code EditorStub}.
 *
 * <p>The annotation opens nothing by itself: the main process decides which objects and classes it
 * exports.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RemoteModule {

  /**
   * The name under which the module is required; the fully qualified name of the type when empty.
   *
   * @return the module's name, or the empty string
   */
  String name() default "";

  /**
   * Whether an asynchronous stub, whose methods return {@code CompletableFuture}, is generated as
   * well.
   *
   * <p>Declared exceptions fail the future, a member's own promise is the future, and members with
   * {@link OneWay} stay void. {@code FileServiceAsyncStub.of(stub)} makes one of a stub.
   *
   * @return true for an additional {@code …AsyncStub}
   */
  boolean async() default false;

  /**
   * The lists of foreign interfaces that this module's signatures mention: types with {@link
   * RemoteInterfaces}. A list on the module itself or on its package counts without being named.
   *
   * @return types with {@code @RemoteInterfaces}; of two lists that have an interface, the first
   *     one counts
   */
  Class<?>[] uses() default {};

  /**
   * The subclasses, or for an interface the implementations, that are modules themselves and travel
   * as what they are: where a signature names this module, an object of one of them arrives as its
   * own stub. Permitted subclasses of a sealed class count without being listed.
   *
   * <p>A subtype that is not listed travels as this module, and nothing else of it can be reached.
   *
   * @return types with {@link RemoteModule} that extend or implement this one
   */
  Class<?>[] subtypes() default {};
}
