package dev.remora.processor.discover;

import com.palantir.javapoet.ClassName;
import dev.remora.processor.model.Passing;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads where null may stand; annotations of any library count, by their simple names. */
final class NullnessReader {
  private static final Set<String> NULLABLE = Set.of("Nullable");
  private static final Set<String> NON_NULL = Set.of("NonNull", "NotNull", "Nonnull");
  private static final ClassName JSPECIFY = ClassName.get("org.jspecify.annotations", "Nullable");

  private final DefaultNullness generated;

  /**
   * For the files of one module.
   *
   * @param generated what a type without annotation means in them
   */
  NullnessReader(DefaultNullness generated) {
    this.generated = generated;
  }

  /** Adds that null may stand there, if it may. */
  Passing orNull(TypeUse use, Passing passing) {
    Optional<ClassName> written = find(use.typeAnnotations(), NULLABLE);
    if (written.isPresent()) {
      return new Passing.OrNull(passing, written);
    }
    return isNullableUnwritten(use) && !isVoid(passing)
        ? new Passing.OrNull(passing, spelling())
        : passing;
  }

  /** {@code Void}, which is nothing but null. */
  private static boolean isVoid(Passing passing) {
    return passing instanceof Passing.Scalar scalar && scalar.constant().equals("VOID");
  }

  private static boolean isNullableUnwritten(TypeUse use) {
    if (find(use.annotations().stream(), NULLABLE).isPresent()) {
      return true;
    }
    boolean nonNull =
        find(Stream.concat(use.typeAnnotations(), use.annotations().stream()), NON_NULL)
            .isPresent();
    return !nonNull && use.nullness() == DefaultNullness.NULLABLE;
  }

  /** What a signature of marked code must say where the module's own signature says nothing. */
  private Optional<ClassName> spelling() {
    return generated == DefaultNullness.NON_NULL ? Optional.of(JSPECIFY) : Optional.empty();
  }

  private static Optional<ClassName> find(
      Stream<? extends AnnotationMirror> annotations, Set<String> simpleNames) {
    return annotations
        .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
        .filter(type -> simpleNames.contains(type.getSimpleName().toString()))
        .map(ClassName::get)
        .findFirst();
  }
}
