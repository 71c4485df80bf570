package dev.remora.processor.check;

import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members that would be the same method of the stub, or one that every stub has. */
final class NameCheck implements Check {
  private static final String CONTEXT = "RemoteContext";

  private static final Set<String> RESERVED =
      Set.of(
          "clone()",
          "equals(java.lang.Object)",
          "finalize()",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "require(" + CONTEXT + ")",
          "toString()",
          "wait()",
          "wait(long)",
          "wait(long,int)");

  @Override
  public Stream<Problem> check(ModuleModel module) {
    Map<String, MemberModel> taken = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    String stub = module.names().stub().simpleName();
    // Fields come last, so that of a field and a method the field is reported.
    module.members().stream()
        .sorted(Comparator.comparing(member -> member instanceof PropertyModel))
        .forEach(
            member ->
                signatures(member)
                    .flatMap(signature -> problem(module, taken, member, signature, stub))
                    .limit(1)
                    .forEach(problems::add));
    return problems.stream();
  }

  private static Stream<Problem> problem(
      ModuleModel module,
      Map<String, MemberModel> taken,
      MemberModel member,
      String signature,
      String stub) {
    if (RESERVED.contains(signature)) {
      return Stream.of(
          Problem.at(
              Places.of(module, member, member.origin()),
              Diagnostic.NAME_RESERVED,
              member.description(),
              signature,
              stub));
    }
    MemberModel other = taken.putIfAbsent(signature, member);
    return other == null || other == member
        ? Stream.empty()
        : Stream.of(
            Problem.at(
                Places.of(module, member, member.origin()),
                Diagnostic.NAME_CLASH,
                member.description(),
                other.description(),
                signature,
                stub));
  }

  /** The stub's methods of a member, with erased parameter types. */
  private static Stream<String> signatures(MemberModel member) {
    if (member instanceof ExecutableModel executable) {
      String name = member.kind() == MemberKind.CONSTRUCTOR ? "construct" : executable.name();
      return Stream.of(
          signature(
              name,
              member,
              executable.parameters().stream().map(ParameterModel::passing).toList()));
    }
    PropertyModel property = (PropertyModel) member;
    Stream<String> getter = Stream.of(signature(member.name(), member, List.of()));
    return member.kind().isWritable()
        ? Stream.concat(
            getter, Stream.of(signature(member.name(), member, List.of(property.passing()))))
        : getter;
  }

  private static String signature(String name, MemberModel member, List<Passing> parameters) {
    Stream<String> context = member.kind().isOfClass() ? Stream.of(CONTEXT) : Stream.empty();
    return Stream.concat(context, parameters.stream().map(ErasedStubType::of))
        .collect(Collectors.joining(",", name + "(", ")"));
  }
}
