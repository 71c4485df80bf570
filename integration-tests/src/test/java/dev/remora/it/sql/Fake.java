package dev.remora.it.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A database that answers what the tests ask: each interface of {@code java.sql} by an object that
 * has some of its methods, under the same names and with the same parameters.
 */
final class Fake implements InvocationHandler {
  private final Object methods;

  private Fake(Object methods) {
    this.methods = methods;
  }

  static Connection connection() {
    FakeConnection methods = new FakeConnection();
    Connection connection = of(Connection.class, methods);
    methods.self = connection;
    return connection;
  }

  /** An implementation of an interface. */
  static <T> T of(Class<T> type, Object methods) {
    return type.cast(
        Proxy.newProxyInstance(
            Fake.class.getClassLoader(), new Class<?>[] {type}, new Fake(methods)));
  }

  static boolean isFake(Object object) {
    return Proxy.isProxyClass(object.getClass())
        && Proxy.getInvocationHandler(object) instanceof Fake;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> args != null && proxy == args[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "fake " + methods.getClass().getSimpleName();
      };
    }
    try {
      return methods
          .getClass()
          .getMethod(method.getName(), method.getParameterTypes())
          .invoke(methods, args);
    } catch (NoSuchMethodException e) {
      throw new SQLFeatureNotSupportedException(
          "no " + method.getName() + Arrays.toString(method.getParameterTypes()),
          "0A000",
          50100,
          e);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
