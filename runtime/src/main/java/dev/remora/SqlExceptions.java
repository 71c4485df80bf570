package dev.remora;

import java.io.Serializable;
import java.sql.BatchUpdateException;
import java.sql.ClientInfoStatus;
import java.sql.DataTruncation;
import java.sql.SQLClientInfoException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of {@code java.sql}: what they know beside their message, and how to make them of
 * that again. Loaded only where the module {@code java.sql} is.
 */
final class SqlExceptions {
  /** A batch may fail as often as it has statements; their chain is cut here. */
  private static final int MAX_NEXT = 64;

  private static final String STATE = "sqlState";
  private static final String CODE = "vendorCode";
  private static final String NEXT = "next";
  private static final String COUNTS = "updateCounts";
  private static final String FAILED = "failedProperties";
  private static final String INDEX = "index";
  private static final String PARAMETER = "parameter";
  private static final String READ = "read";
  private static final String DATA_SIZE = "dataSize";
  private static final String TRANSFER_SIZE = "transferSize";

  private static final Map<String, Constructor> BY_NAME = table();

  private SqlExceptions() {}

  /** Makes an exception of one class of the JDK. */
  @FunctionalInterface
  private interface Constructor {
    SQLException create(RemoteInvocationException image);
  }

  /** Makes an exception that has the three constructor arguments that most of them have. */
  @FunctionalInterface
  private interface Plain {
    SQLException create(@Nullable String message, @Nullable String state, int code);
  }

  /** What an exception knows beside its message, by name; empty for those of other kinds. */
  static Map<String, Object> propertiesOf(Throwable thrown) {
    if (!(thrown instanceof SQLException exception)) {
      return Map.of();
    }
    Map<String, Object> properties = new TreeMap<>();
    put(properties, STATE, exception.getSQLState());
    properties.put(CODE, exception.getErrorCode());
    List<Throwable> next = nextOf(exception);
    if (!next.isEmpty()) {
      properties.put(NEXT, next);
    }
    if (exception instanceof BatchUpdateException batch) {
      put(properties, COUNTS, batch.getLargeUpdateCounts());
    } else if (exception instanceof SQLClientInfoException info) {
      put(properties, FAILED, namesOf(info.getFailedProperties()));
    } else if (exception instanceof DataTruncation truncation) {
      properties.put(INDEX, truncation.getIndex());
      properties.put(PARAMETER, truncation.getParameter());
      properties.put(READ, truncation.getRead());
      properties.put(DATA_SIZE, truncation.getDataSize());
      properties.put(TRANSFER_SIZE, truncation.getTransferSize());
    }
    return properties;
  }

  private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.put(name, value);
    }
  }

  /** The exceptions behind the first, whose own chains are these. */
  private static List<Throwable> nextOf(SQLException first) {
    List<Throwable> next = new ArrayList<>();
    for (SQLException e = first.getNextException();
        e != null && e != first && next.size() < MAX_NEXT;
        e = e.getNextException()) {
      next.add(e);
    }
    return next;
  }

  private static @Nullable Map<String, String> namesOf(
      @Nullable Map<String, ClientInfoStatus> failed) {
    if (failed == null) {
      return null;
    }
    Map<String, String> names = new TreeMap<>();
    failed.forEach((name, status) -> names.put(name, status.name()));
    return names;
  }

  /** The exception of the JDK that the remote one is, or is a subclass of; null if it is none. */
  static @Nullable Exception create(RemoteInvocationException image) {
    SQLException first = one(image);
    if (first != null && image.remoteProperty(NEXT) instanceof List<?> next) {
      for (Object behind : next) {
        if (behind instanceof RemoteInvocationException nextImage) {
          SQLException known = one(nextImage);
          first.setNextException(
              known == null ? new SQLException(nextImage.getMessage(), nextImage) : known);
        }
      }
    }
    return first;
  }

  private static @Nullable SQLException one(RemoteInvocationException image) {
    for (String type : image.remoteTypes()) {
      Constructor constructor = BY_NAME.get(type);
      if (constructor != null) {
        return image.dressed(constructor.create(image));
      }
    }
    return null;
  }

  private static Map<String, Constructor> table() {
    Map<String, Constructor> table = new HashMap<>();
    plain(table, SQLException.class, SQLException::new);
    plain(table, SQLWarning.class, SQLWarning::new);
    plain(table, SQLDataException.class, SQLDataException::new);
    plain(table, SQLFeatureNotSupportedException.class, SQLFeatureNotSupportedException::new);
    plain(
        table,
        SQLIntegrityConstraintViolationException.class,
        SQLIntegrityConstraintViolationException::new);
    plain(
        table,
        SQLInvalidAuthorizationSpecException.class,
        SQLInvalidAuthorizationSpecException::new);
    plain(table, SQLNonTransientException.class, SQLNonTransientException::new);
    plain(table, SQLNonTransientConnectionException.class, SQLNonTransientConnectionException::new);
    plain(table, SQLRecoverableException.class, SQLRecoverableException::new);
    plain(table, SQLSyntaxErrorException.class, SQLSyntaxErrorException::new);
    plain(table, SQLTimeoutException.class, SQLTimeoutException::new);
    plain(table, SQLTransactionRollbackException.class, SQLTransactionRollbackException::new);
    plain(table, SQLTransientException.class, SQLTransientException::new);
    plain(table, SQLTransientConnectionException.class, SQLTransientConnectionException::new);
    table.put(BatchUpdateException.class.getName(), SqlExceptions::batch);
    table.put(SQLClientInfoException.class.getName(), SqlExceptions::clientInfo);
    table.put(DataTruncation.class.getName(), SqlExceptions::truncation);
    return Map.copyOf(table);
  }

  private static void plain(
      Map<String, Constructor> table, Class<? extends SQLException> type, Plain constructor) {
    table.put(
        type.getName(),
        image -> constructor.create(image.remoteMessage(), text(image, STATE), code(image)));
  }

  /** Its constructors take the cause, and would fix it to be none. */
  private static SQLException batch(RemoteInvocationException image) {
    Serializable counts = image.remoteProperty(COUNTS);
    return new BatchUpdateException(
        image.remoteMessage(),
        text(image, STATE),
        code(image),
        counts instanceof long[] known ? known : null,
        image.getCause());
  }

  private static SQLException clientInfo(RemoteInvocationException image) {
    Map<String, ClientInfoStatus> failed = new HashMap<>();
    if (image.remoteProperty(FAILED) instanceof Map<?, ?> names) {
      for (ClientInfoStatus status : ClientInfoStatus.values()) {
        names.forEach(
            (name, value) -> {
              if (status.name().equals(value)) {
                failed.put(String.valueOf(name), status);
              }
            });
      }
    }
    return new SQLClientInfoException(
        image.remoteMessage(), text(image, STATE), code(image), failed);
  }

  private static SQLException truncation(RemoteInvocationException image) {
    return new DataTruncation(
        number(image, INDEX),
        isTrue(image, PARAMETER),
        isTrue(image, READ),
        number(image, DATA_SIZE),
        number(image, TRANSFER_SIZE),
        image.getCause());
  }

  private static int code(RemoteInvocationException image) {
    return number(image, CODE);
  }

  private static @Nullable String text(RemoteInvocationException image, String name) {
    return image.remoteProperty(name) instanceof String text ? text : null;
  }

  private static int number(RemoteInvocationException image, String name) {
    return image.remoteProperty(name) instanceof Long number ? number.intValue() : 0;
  }

  private static boolean isTrue(RemoteInvocationException image, String name) {
    return image.remoteProperty(name) instanceof Boolean known && known;
  }
}
