package dev.remora.processor.check;

import dev.remora.processor.model.ModuleModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;

/** What is wrong with a module: none twice, in the order of the checks. */
public record Problems(List<Problem> all) {
  private static final Check SHAPE = new ModuleCheck();
  private static final List<Check> CHECKS =
      List.of(
          SHAPE,
          new ConstructorCheck(),
          new OneWayCheck(),
          new TypeCheck(),
          new ExceptionCheck(),
          new InterfaceCheck(),
          new SubtypeCheck(),
          new InheritanceCheck(),
          new NameCheck());

  public Problems {
    all = List.copyOf(all);
  }

  /** Runs every check, whatever the others find. */
  public static Problems of(ModuleModel module) {
    // The members of an enum or a record were not meant to be called.
    Stream<Check> checks = ModuleCheck.isOfRightKind(module) ? CHECKS.stream() : Stream.of(SHAPE);
    return of(checks.flatMap(check -> check.check(module)));
  }

  private static Problems of(Stream<Problem> problems) {
    Set<Problem> distinct = new LinkedHashSet<>();
    problems.forEach(distinct::add);
    return new Problems(List.copyOf(distinct));
  }

  /** Whether files may be written. */
  public boolean haveErrors() {
    return all.stream().anyMatch(problem -> problem.diagnostic().kind() == Kind.ERROR);
  }
}
