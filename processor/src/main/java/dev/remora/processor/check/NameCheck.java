package dev.remora.processor.check;

import com.palantir.javapoet.ClassName;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.model.StubForms;
import dev.remora.processor.model.StubSignatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Members that would be the same method of the stub, or one that every stub has. */
final class NameCheck implements Check {
  private static final Set<String> RESERVED =
      Set.of(
          "clone()",
          "equals(java.lang.Object)",
          "finalize()",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "require(" + StubSignatures.CONTEXT + ")",
          "toString()",
          "wait()",
          "wait(long)",
          "wait(long,int)");

  @Override
  public Stream<Problem> check(ModuleModel module) {
    Map<String, MemberModel> taken = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    // Fields come last, so that of a field and a method the field is reported.
    module.members().stream()
        .sorted(Comparator.comparing(member -> member instanceof PropertyModel))
        .forEach(
            member ->
                StubSignatures.of(member)
                    .flatMap(signature -> problem(module, taken, member, signature))
                    .limit(1)
                    .forEach(problems::add));
    return problems.stream();
  }

  private static Stream<Problem> problem(
      ModuleModel module, Map<String, MemberModel> taken, MemberModel member, String signature) {
    ClassName stub = module.names().stub();
    if (RESERVED.contains(signature)) {
      return reserved(module, member, signature, stub);
    }
    if (module.stubs() == StubForms.WITH_ASYNCHRONOUS
        && signature.equals("of(" + stub.canonicalName() + ")")) {
      return reserved(module, member, signature, module.names().asyncStub());
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
                stub.simpleName()));
  }

  private static Stream<Problem> reserved(
      ModuleModel module, MemberModel member, String signature, ClassName stub) {
    return Stream.of(
        Problem.at(
            Places.of(module, member, member.origin()),
            Diagnostic.NAME_RESERVED,
            member.description(),
            signature,
            stub.simpleName()));
  }
}
