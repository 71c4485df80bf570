package dev.remora.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Passing;

/** The calls that read and write one value: {@code reply.writeInt(…)}, {@code args.read(PATH)}. */
record ValueCode(CodecConstants codecs) {

  /** Writes the value of an expression. */
  CodeBlock write(CodeBlock writer, Passing passing, CodeBlock value) {
    return hasOwnMethods(passing)
        ? CodeBlock.of("$L.write$L($L)", writer, suffix(passing), value)
        : CodeBlock.of(
            "$L.write$L($L, $L)",
            writer,
            suffix(passing),
            codecs.codec(withoutNull(passing)),
            value);
  }

  /** Reads a value, or that there is none. */
  CodeBlock read(CodeBlock reader, Passing passing) {
    return hasOwnMethods(passing)
        ? CodeBlock.of("$L.read$L()", reader, suffix(passing))
        : CodeBlock.of(
            "$L.read$L($L)", reader, suffix(passing), codecs.codec(withoutNull(passing)));
  }

  private static boolean hasOwnMethods(Passing passing) {
    return passing instanceof Passing.Primitive
        || passing instanceof Passing.Nothing
        || isString(withoutNull(passing));
  }

  /** The end of the names of the methods that read and write it. */
  static String suffix(Passing passing) {
    if (passing instanceof Passing.Primitive || passing instanceof Passing.Nothing) {
      String name = TypeName.get(passing.type()).toString();
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
    String nullable = passing instanceof Passing.OrNull ? "Nullable" : "";
    return isString(withoutNull(passing)) ? nullable + "String" : nullable;
  }

  static boolean isString(Passing passing) {
    return passing instanceof Passing.Scalar scalar && scalar.constant().equals("STRING");
  }

  /** What it is if it is not null. */
  static Passing withoutNull(Passing passing) {
    return passing instanceof Passing.OrNull orNull ? orNull.passing() : passing;
  }
}
