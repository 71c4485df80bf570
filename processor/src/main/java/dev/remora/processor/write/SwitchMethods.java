package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The dispatcher's switches over member names, one per command.
 *
 * <p>A long switch goes on in a method of its own: HotSpot does not compile methods over 8,000
 * bytes, and a case takes about 34.
 */
enum SwitchMethods {
  MEMBER_CALL("memberCall"),
  MEMBER_GET("memberGet"),
  MEMBER_SET("memberSet"),
  MEMBER_CONSTRUCTOR("memberConstructor"),
  STATIC_CALL("staticCall"),
  STATIC_GET("staticGet"),
  STATIC_SET("staticSet");

  private static final int CASES = 200;

  private final String method;

  SwitchMethods(String method) {
    this.method = method;
  }

  /**
   * The method that the runtime calls, and those in which it goes on; none if there is nothing to
   * switch to.
   *
   * @param module the type of {@code self}
   * @param cases what there is
   * @param names gives further methods their names
   */
  List<MethodSpec> write(ClassName module, List<Case> cases, UniqueNames names) {
    List<MethodSpec> methods = new ArrayList<>();
    String next = method;
    for (int from = 0; from < cases.size(); from += CASES) {
      int to = Math.min(from + CASES, cases.size());
      MethodSpec.Builder builder = from == 0 ? overriding() : MethodSpec.methodBuilder(next);
      if (from > 0) {
        builder.addModifiers(Modifier.PRIVATE);
      }
      next = to == cases.size() ? "" : names.next(method);
      methods.add(withSwitch(builder, module, cases.subList(from, to), next));
    }
    return methods;
  }

  private MethodSpec.Builder overriding() {
    return MethodSpec.methodBuilder(method)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  private MethodSpec withSwitch(
      MethodSpec.Builder builder, ClassName module, List<Case> cases, String next) {
    parameters().forEach(parameter -> builder.addParameter(parameter.spec(module)));
    if (runsUserCode()) {
      builder.addException(Throwable.class);
    }
    builder.beginControlFlow("switch (member)");
    cases.forEach(
        one ->
            builder.addStatement(
                "case $S -> $L($L)", one.member(), one.method(), arguments(Parameter.MEMBER)));
    if (next.isEmpty()) {
      builder.addStatement("default -> throw noSuchMember(member)");
    } else {
      builder.addStatement("default -> $L($L)", next, arguments());
    }
    return builder.endControlFlow().build();
  }

  private List<Parameter> parameters() {
    return switch (this) {
      case MEMBER_CALL ->
          List.of(Parameter.SELF, Parameter.MEMBER, Parameter.ARGS, Parameter.REPLY);
      case MEMBER_GET -> List.of(Parameter.SELF, Parameter.MEMBER, Parameter.REPLY);
      case MEMBER_SET -> List.of(Parameter.SELF, Parameter.MEMBER, Parameter.ARGS);
      case MEMBER_CONSTRUCTOR, STATIC_CALL ->
          List.of(Parameter.MEMBER, Parameter.ARGS, Parameter.REPLY);
      case STATIC_GET -> List.of(Parameter.MEMBER, Parameter.REPLY);
      case STATIC_SET -> List.of(Parameter.MEMBER, Parameter.ARGS);
    };
  }

  private boolean runsUserCode() {
    return switch (this) {
      case MEMBER_CALL, MEMBER_CONSTRUCTOR, STATIC_CALL -> true;
      case MEMBER_GET, MEMBER_SET, STATIC_GET, STATIC_SET -> false;
    };
  }

  private String arguments(Parameter... without) {
    return parameters().stream()
        .filter(parameter -> !Arrays.asList(without).contains(parameter))
        .map(Parameter::variable)
        .collect(Collectors.joining(", "));
  }

  /**
   * One case.
   *
   * @param member the member's name on the wire
   * @param method the private method that runs it
   */
  record Case(String member, String method) {}

  private enum Parameter {
    SELF,
    MEMBER,
    ARGS,
    REPLY;

    String variable() {
      return name().toLowerCase(Locale.ROOT);
    }

    ParameterSpec spec(ClassName module) {
      ClassName type =
          switch (this) {
            case SELF -> module;
            case MEMBER -> ClassName.get(String.class);
            case ARGS -> RuntimeNames.META_READER;
            case REPLY -> RuntimeNames.REPLY;
          };
      return ParameterSpec.builder(type, variable()).build();
    }
  }
}
