package dev.remora.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists interfaces that somebody else wrote, such as those of {@code java.sql}, whose objects
 * renderers use through generated stubs.
 *
 * <pre>{@code
 * @RemoteInterfaces({Connection.class, Statement.class, PreparedStatement.class, ResultSet.class})
 * interface SqlRemotes {}
 * }</pre>
 *
 * <p>For each interface the processor writes a stub that implements it, {@code ConnectionStub}, and
 * a dispatcher for any implementation, {@code ConnectionDispatcher}, into the package of what is
 * annotated. Instance methods are members; static methods and constants are not: callers have them
 * from the interface itself. The main process exports an object with {@code
 * export(ConnectionDispatcher.of(connection))}.
 *
 * <p>Within the list the interfaces refer to one another by reference, and an object travels as the
 * most specific listed interface that it implements. Elsewhere they cross by reference in the
 * modules that say so: in {@code @RemoteModule(uses = SqlRemotes.class)}, and where the annotation
 * stands on the module's own package or on the module itself.
 *
 * <p>Where a listed interface says {@code Object}, {@code Class<T>} or {@code T}, a closed set of
 * values and the listed interfaces cross: {@code docs/protocol.md#dynamic-values}.
 */
@Documented
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface RemoteInterfaces {

  /**
   * The interfaces; none has type parameters, and their simple names differ.
   *
   * @return the interfaces, in the order in which an object that implements several of them is
   *     tried where neither is more specific
   */
  Class<?>[] value();

  /**
   * What becomes of members whose types cannot cross.
   *
   * @return an error at compile time unless said otherwise
   */
  UnsupportedMembers unsupported() default UnsupportedMembers.REFUSE;
}
