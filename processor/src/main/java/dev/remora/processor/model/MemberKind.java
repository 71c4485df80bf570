package dev.remora.processor.model;

/** What a member is; the same names as the runtime's {@code Member.Kind}. */
public enum MemberKind {
  METHOD(""),
  PROPERTY("property "),
  READ_ONLY_PROPERTY("read-only property "),
  CONSTRUCTOR("constructor "),
  STATIC_METHOD("static "),
  STATIC_PROPERTY("static property "),
  STATIC_READ_ONLY_PROPERTY("static read-only property ");

  private final String prefix;

  MemberKind(String prefix) {
    this.prefix = prefix;
  }

  /** Whether the member is reached through the class and not through an object. */
  public boolean isOfClass() {
    return switch (this) {
      case METHOD, PROPERTY, READ_ONLY_PROPERTY -> false;
      case CONSTRUCTOR, STATIC_METHOD, STATIC_PROPERTY, STATIC_READ_ONLY_PROPERTY -> true;
    };
  }

  /** Whether the member is a property that can be written. */
  public boolean isWritable() {
    return this == PROPERTY || this == STATIC_PROPERTY;
  }

  /**
   * What a signature of this kind begins with, so that a change of kind changes the fingerprint.
   */
  String prefix() {
    return prefix;
  }
}
