package dev.remora.processor.check;

import dev.remora.processor.model.ModuleModel;
import java.util.stream.Stream;

/** One rule, or a few that belong together. */
@FunctionalInterface
interface Check {
  Stream<Problem> check(ModuleModel module);
}
