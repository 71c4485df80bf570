package dev.remora.processor.check;

import dev.remora.annotation.RemoteInterfaces;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.UnsupportedMember;
import java.util.ArrayList;
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
          new NameCheck(),
          new UsesCheck());

  public Problems {
    all = List.copyOf(all);
  }

  /** What is wrong with a list of foreign interfaces itself. */
  public static Problems of(InterfaceList list) {
    return new Problems(ListCheck.check(list));
  }

  /**
   * A foreign interface without the members that cannot cross: its stub's methods throw what is
   * wrong with them.
   */
  public static ModuleModel withoutUnsupported(ModuleModel module) {
    List<MemberModel> supported = new ArrayList<>();
    List<UnsupportedMember> unsupported = new ArrayList<>();
    for (MemberModel member : module.members()) {
      of(module.with(List.of(member), List.of())).all().stream()
          .findFirst()
          .ifPresentOrElse(
              problem ->
                  unsupported.add(
                      new UnsupportedMember((ExecutableModel) member, problem.reason())),
              () -> supported.add(member));
    }
    return module.with(supported, unsupported);
  }

  /** Runs every check, whatever the others find. */
  public static Problems of(ModuleModel module) {
    if (module.isListed()) {
      return of(
          CHECKS.stream()
              .filter(check -> check != SHAPE)
              .flatMap(check -> check.check(module))
              .map(problem -> problem.at(RemoteInterfaces.class)));
    }
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
