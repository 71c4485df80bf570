package dev.remora.processor;

import dev.remora.processor.check.Diagnostic;
import dev.remora.processor.check.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Tells javac of problems.
 *
 * @param messager who prints them
 * @param isStrict whether warnings are errors
 */
record Messages(Messager messager, boolean isStrict) {
  /** The option that makes errors of warnings. */
  static final String STRICT = "remora.strict";

  static Messages of(ProcessingEnvironment environment) {
    return new Messages(environment.getMessager(), environment.getOptions().containsKey(STRICT));
  }

  void print(Problem problem) {
    Kind kind = isStrict ? Kind.ERROR : problem.diagnostic().kind();
    Element element = problem.element();
    // javac takes null for "no annotation" in effect, but does not say so.
    problem
        .annotation()
        .ifPresentOrElse(
            annotation -> messager.printMessage(kind, problem.text(), element, annotation),
            () -> messager.printMessage(kind, problem.text(), element));
  }

  /** A failure of ours, which must not look like one of javac. */
  void printBug(Element element, Throwable bug) {
    StringWriter stack = new StringWriter();
    bug.printStackTrace(new PrintWriter(stack));
    print(Problem.at(element, Diagnostic.BUG, element, stack.toString()));
  }
}
