package dev.remora.processor.check;

import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.ParameterModel;

/** What a problem is about: the beginning of a sentence. */
final class Subjects {
  private Subjects() {}

  static String of(ExecutableModel executable, ParameterModel parameter) {
    return "parameter '" + parameter.name() + "' of " + executable.description();
  }

  static String ofResult(ExecutableModel executable) {
    return "the result of " + executable.description();
  }
}
