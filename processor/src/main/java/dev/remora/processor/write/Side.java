package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.FamilyNames;
import dev.remora.processor.model.Passing;

/** The process that a file is for: where the two differ is in what they call a module's type. */
interface Side {

  /** The generated class. */
  ClassName generated();

  /** The type as signatures and variables of this side name it. */
  TypeName type(Passing passing);

  /** What knows this side of a list of foreign interfaces. */
  ClassName family(FamilyNames names);

  /** The codec of a module. */
  CodeBlock moduleCodec(Passing.OfModule module);

  /** The main process, which has the module's own types. */
  record Main(ClassName dispatcher) implements Side {
    @Override
    public ClassName generated() {
      return dispatcher;
    }

    @Override
    public TypeName type(Passing passing) {
      return TypeName.get(passing.type());
    }

    @Override
    public ClassName family(FamilyNames names) {
      return names.dispatchers();
    }

    @Override
    public CodeBlock moduleCodec(Passing.OfModule module) {
      ClassName other = module.names().dispatcher();
      CodeBlock instance =
          other.equals(dispatcher) ? CodeBlock.of("INSTANCE") : CodeBlock.of("$T.INSTANCE", other);
      return CodeBlock.of(
          "$T.object($T.class, () -> $L)", RuntimeNames.CODECS, module.names().module(), instance);
    }
  }

  /** A renderer, which has stubs. */
  record Renderer(ClassName generated) implements Side {
    @Override
    public TypeName type(Passing passing) {
      return passing.accept(StubTypes.INSTANCE);
    }

    @Override
    public ClassName family(FamilyNames names) {
      return names.stubs();
    }

    @Override
    public CodeBlock moduleCodec(Passing.OfModule module) {
      ClassName other = module.names().stub();
      CodeBlock type =
          other.equals(generated) ? CodeBlock.of("TYPE") : CodeBlock.of("$T.TYPE", other);
      return switch (module.kind()) {
        case CLASS -> CodeBlock.of("$T.stub($T.class, () -> $L)", RuntimeNames.CODECS, other, type);
        case INTERFACE ->
            CodeBlock.of(
                "$T.stubAs($T.class, () -> $L)",
                RuntimeNames.CODECS,
                module.names().module(),
                type);
      };
    }
  }
}
