package dev.remora.processor.model;

import javax.lang.model.element.TypeElement;

/** A type that is listed as, or permitted as, a subtype of a module. */
public record SubtypeModel(TypeElement origin, ModuleNames names, Fit fit) {

  /** Whether its objects can arrive as its own stub. */
  public enum Fit {
    FITS,
    /** It does not extend or implement the module. */
    NO_SUBTYPE,
    /** It has no annotation, so there is no stub. */
    NO_MODULE,
    /** Its stub does not implement the module interface, because signatures differ there. */
    OTHER_STUB
  }
}
