package dev.remora.stub;

/**
 * A member of a module as dispatchers list it.
 *
 * @param kind what it is
 * @param name its name on the wire: the Java name, or for overloads the name with erased parameter
 *     types
 * @param signature the whole signature, which the fingerprint covers
 */
public record Member(Kind kind, String name, String signature) {

  /** What a member is, and so which commands reach it. */
  public enum Kind {
    /** An instance method: {@code MEMBER_CALL}. */
    METHOD,
    /** A property that can be read and written: {@code MEMBER_GET}, {@code MEMBER_SET}. */
    PROPERTY,
    /** A property that can be read only: {@code MEMBER_GET}. */
    READ_ONLY_PROPERTY,
    /** A constructor: {@code MEMBER_CONSTRUCTOR}. */
    CONSTRUCTOR,
    /** A static method: {@code MEMBER_CALL} on the class. */
    STATIC_METHOD,
    /** A static property that can be read and written. */
    STATIC_PROPERTY,
    /** A static property that can be read only. */
    STATIC_READ_ONLY_PROPERTY;

    /**
     * Whether the member belongs to the class, so that it can be reached only where the class
     * itself is exported.
     *
     * @return true for constructors and statics
     */
    public boolean isOfClass() {
      return switch (this) {
        case METHOD, PROPERTY, READ_ONLY_PROPERTY -> false;
        case CONSTRUCTOR, STATIC_METHOD, STATIC_PROPERTY, STATIC_READ_ONLY_PROPERTY -> true;
      };
    }
  }
}
