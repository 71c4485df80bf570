package dev.remora.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/** A declared exception, and how the process of the caller makes one. */
public record ExceptionModel(TypeMirror type, Kind kind, Making making) {

  /** Whether a caller has to reckon with it. */
  public enum Kind {
    CHECKED,
    UNCHECKED
  }

  /** The constructor that the stub uses. */
  public enum Making {
    /** {@code X(String)}. */
    FROM_MESSAGE,
    /** {@code X(String, Throwable)}. */
    FROM_MESSAGE_AND_CAUSE,
    /** {@code X()}. */
    FROM_NOTHING,
    /** It is unchecked and the runtime's business, as it would be undeclared. */
    LEFT_TO_RUNTIME,
    /** It has no constructor that generated code may call. */
    IMPOSSIBLE,
    /** It is not a known class, perhaps not yet. */
    UNRESOLVED
  }

  /** Whether the stub rethrows it. */
  public boolean isRethrown() {
    return switch (making) {
      case FROM_MESSAGE, FROM_MESSAGE_AND_CAUSE, FROM_NOTHING -> true;
      case LEFT_TO_RUNTIME, IMPOSSIBLE, UNRESOLVED -> false;
    };
  }

  /** The end of a signature: nothing, or {@code throws} and the types in a fixed order. */
  static String thrown(List<ExceptionModel> exceptions) {
    return exceptions.isEmpty()
        ? ""
        : exceptions.stream()
            .map(exception -> TypeName.get(exception.type()).toString())
            .sorted()
            .collect(Collectors.joining(", ", " throws ", ""));
  }
}
