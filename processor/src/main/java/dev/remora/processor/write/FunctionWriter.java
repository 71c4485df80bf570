package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.FUNCTION_TYPE;
import static dev.remora.processor.write.RuntimeNames.REMOTE_FUNCTION;
import static dev.remora.processor.write.RuntimeNames.REMOTE_REFERENCE;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.FunctionModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;

/**
 * Writes one nested class per functional interface: the proxy for functions of the other process,
 * which also runs those of this one.
 */
final class FunctionWriter {
  private final ModuleModel module;
  private final CodecConstants codecs;
  private final Modifier[] modifiers;
  private final ValueCode values;

  /**
   * For one class.
   *
   * @param module whose functional interfaces they are
   * @param codecs those of the class
   * @param modifiers what the nested classes are, beside static and final
   */
  FunctionWriter(ModuleModel module, CodecConstants codecs, Modifier... modifiers) {
    this.module = module;
    this.codecs = codecs;
    this.modifiers = modifiers;
    this.values = new ValueCode(codecs);
  }

  /** All that the codecs so far refer to, and what those lead to, by name. */
  List<TypeSpec> write() {
    Map<String, TypeSpec> byName = new TreeMap<>();
    List<Passing.Function> asked = codecs.functions().asked();
    for (int i = 0; i < asked.size(); i++) {
      String name = codecs.functions().nameOf(asked.get(i));
      byName.put(name, write(name, modelOf(asked.get(i))));
      asked = codecs.functions().asked();
    }
    return List.copyOf(byName.values());
  }

  private FunctionModel modelOf(Passing.Function function) {
    return module
        .function(function)
        .orElseThrow(() -> new IllegalArgumentException("not read: " + function));
  }

  private TypeSpec write(String name, FunctionModel function) {
    TypeName implemented = implemented(function);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addAnnotation(RuntimeNames.GENERATED)
            .addModifiers(modifiers)
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("A {@code $L} that lives in the other process.", simple(implemented))
            .superclass(REMOTE_FUNCTION)
            .addSuperinterface(implemented)
            .addField(functionType(name, function))
            .addMethod(constructor())
            .addMethod(proxy(function))
            .addMethod(run(function));
    if (!function.warnings().isEmpty()) {
      type.addAnnotation(unavoidable(function.warnings()));
    }
    return type.build();
  }

  /** The interface with the types of this side, without wildcards, so that a class can have it. */
  private TypeName implemented(FunctionModel function) {
    ClassName raw = rawType(function);
    List<Passing> arguments = function.passing().parts();
    return arguments.isEmpty()
        ? raw
        : ParameterizedTypeName.get(
            raw, arguments.stream().map(codecs.side()::type).toArray(TypeName[]::new));
  }

  private static ClassName rawType(FunctionModel function) {
    TypeName type = TypeName.get(((DeclaredType) function.passing().type()));
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
  }

  private static String simple(TypeName type) {
    return type.toString().replaceAll("@[\\w.]+ |(?:\\w+\\.)+(?=\\w)", "");
  }

  private static AnnotationSpec unavoidable(List<String> warnings) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
    warnings.forEach(warning -> annotation.addMember("value", "$S", warning));
    return annotation.build();
  }

  private FieldSpec functionType(String name, FunctionModel function) {
    TypeName type =
        ParameterizedTypeName.get(FUNCTION_TYPE, codecs.side().type(function.passing()));
    return FieldSpec.builder(type, "TYPE", Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "\n$>$>new $T<>(\n$>$>$T.class,\n$L,\n$T.$L,\n$L::new,\n$L::run)$<$<$<$<",
            FUNCTION_TYPE,
            rawType(function),
            function.isVoid(),
            FUNCTION_TYPE.nestedClass("Delivery"),
            function.passing().delivery(),
            name,
            name)
        .build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(REMOTE_REFERENCE, "reference")
        .addStatement("super(reference)")
        .build();
  }

  /** Calls a function of the other process. */
  private MethodSpec proxy(FunctionModel function) {
    CodeBlock start = CodeBlock.of("$T.functionCall(this)", RuntimeNames.REMOTE_CALL);
    RoundTrip roundTrip = new RoundTrip(values, parameterNames(function), start);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(function.name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .varargs(function.method().isVarArgs())
            .returns(type(function.result()));
    function
        .parameters()
        .forEach(parameter -> method.addParameter(type(parameter.passing()), parameter.name()));
    function.exceptions().forEach(exception -> method.addException(TypeName.get(exception.type())));
    return method
        .addCode(
            roundTrip.returning(
                function.result(),
                function.parameters(),
                RethrowWriter.rethrown(function.exceptions())))
        .build();
  }

  /** Runs a function of this process. */
  private MethodSpec run(FunctionModel function) {
    UniqueNames names = parameterNames(function);
    String called = names.next("function");
    ServingBody body = new ServingBody("run", values, names);
    body.method.addParameter(type(function.passing()), called);
    body.addArguments();
    body.addReply();
    function.parameters().forEach(body::read);
    body.end();
    function
        .exceptions()
        .forEach(exception -> body.method.addException(TypeName.get(exception.type())));
    body.reply(
        function.result(),
        CodeBlock.of(
            "$L.$L($L)", called, function.name(), ServingBody.list(function.parameters())));
    return body.method.build();
  }

  private TypeName type(Passing passing) {
    return codecs.side().type(passing);
  }

  private static UniqueNames parameterNames(FunctionModel function) {
    return new UniqueNames(function.parameters().stream().map(ParameterModel::name).toList());
  }
}
