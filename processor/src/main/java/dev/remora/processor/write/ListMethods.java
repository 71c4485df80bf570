package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Private methods that return a list; a long one is put together from parts, since no method may
 * exceed 64 KB.
 */
final class ListMethods {
  private static final int PART = 500;

  private ListMethods() {}

  /**
   * Writes the method, and those of its parts.
   *
   * @param name the method's name
   * @param element the type of the elements
   * @param elements an expression for each
   * @param names gives the parts names
   * @return the method first
   */
  static List<MethodSpec> write(
      String name, TypeName element, List<CodeBlock> elements, UniqueNames names) {
    if (elements.size() <= PART) {
      return List.of(method(name, element, listOf(elements)));
    }
    List<MethodSpec> parts = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += PART) {
      List<CodeBlock> part = elements.subList(from, Math.min(from + PART, elements.size()));
      parts.add(method(names.next(name), element, listOf(part)));
    }
    CodeBlock calls =
        parts.stream().map(part -> CodeBlock.of("$N()", part)).collect(CodeBlock.joining(",$W"));
    CodeBlock joined =
        CodeBlock.of("$T.of($L).flatMap($T::stream).toList()", Stream.class, calls, List.class);
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(method(name, element, joined));
    methods.addAll(parts);
    return methods;
  }

  private static MethodSpec method(String name, TypeName element, CodeBlock result) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), element))
        .addStatement("return $L", result)
        .build();
  }

  private static CodeBlock listOf(List<CodeBlock> elements) {
    return elements.isEmpty()
        ? CodeBlock.of("$T.of()", List.class)
        : CodeBlock.of(
            "$T.of(\n$L)", List.class, elements.stream().collect(CodeBlock.joining(",\n")));
  }
}
