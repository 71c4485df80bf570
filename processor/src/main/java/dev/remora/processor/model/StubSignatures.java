package dev.remora.processor.model;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods of a stub as javac tells them apart: by name and erased parameter types. Those of an
 * asynchronous stub differ in their results only.
 */
public final class StubSignatures {
  /** What the methods of constructors and statics take first. */
  public static final String CONTEXT = "RemoteContext";

  private StubSignatures() {}

  /** The methods of one member: a property may have two. */
  public static Stream<String> of(MemberModel member) {
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
    return Stream.concat(context, parameters.stream().map(StubSignatures::erased))
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private static String erased(Passing passing) {
    if (passing instanceof Passing.OrNull orNull) {
      return erased(orNull.passing());
    }
    if (passing instanceof Passing.Array array) {
      return erased(array.component()) + "[]";
    }
    if (passing instanceof Passing.OfModule module
        && module.kind() == Passing.OfModule.Kind.CLASS) {
      return module.names().stub().canonicalName();
    }
    TypeName type = TypeName.get(passing.type());
    return type instanceof ParameterizedTypeName generic
        ? generic.rawType().toString()
        : type.toString();
  }
}
