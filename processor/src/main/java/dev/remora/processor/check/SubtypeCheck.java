package dev.remora.processor.check;

import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.SubtypeModel;
import java.util.stream.Stream;

/** Subtypes that are listed, and whose objects could not arrive as what they are. */
final class SubtypeCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return module.lineage().subtypes().stream().flatMap(subtype -> check(module, subtype));
  }

  private static Stream<Problem> check(ModuleModel module, SubtypeModel subtype) {
    return switch (subtype.fit()) {
      case FITS -> Stream.empty();
      case NO_SUBTYPE -> problem(module, subtype, Diagnostic.SUBTYPE_UNRELATED);
      case NO_MODULE -> problem(module, subtype, Diagnostic.SUBTYPE_NO_MODULE);
      case OTHER_STUB -> problem(module, subtype, Diagnostic.SUBTYPE_OTHER_STUB);
    };
  }

  private static Stream<Problem> problem(
      ModuleModel module, SubtypeModel subtype, Diagnostic diagnostic) {
    return Stream.of(
        Problem.at(
            module.origin(),
            RemoteModule.class,
            diagnostic,
            module.origin().getSimpleName(),
            subtype.origin().getSimpleName()));
  }
}
