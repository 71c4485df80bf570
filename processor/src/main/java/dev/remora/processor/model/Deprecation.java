package dev.remora.processor.model;

import javax.lang.model.element.AnnotationMirror;

/** That something is deprecated, which its generated counterpart then is as well. */
public record Deprecation(AnnotationMirror annotation, Term term) {

  /** How long it stays. */
  public enum Term {
    /** Plain {@code @Deprecated}: javac is silent about uses within deprecated code. */
    OPEN,
    /** {@code forRemoval = true}: javac warns of uses anywhere. */
    FOR_REMOVAL
  }
}
