package dev.remora.processor.check;

import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import javax.lang.model.element.Element;

/** Where to show problems, and how to get around them. */
final class Places {
  private Places() {}

  /**
   * The element itself, or the module if the element is inherited: the user compiles the module.
   */
  static Element of(ModuleModel module, MemberModel member, Element part) {
    return isInherited(module, member) ? module.annotated() : part;
  }

  /** How to keep a member out: the end of a sentence. */
  static String wayOut(ModuleModel module, MemberModel member) {
    if (module.isListed()) {
      return "say unsupported = UnsupportedMembers.THROW in @RemoteInterfaces";
    }
    boolean inherited = isInherited(module, member);
    return switch (member.kind()) {
      case CONSTRUCTOR -> "remove @RemoteConstructor";
      case METHOD ->
          inherited
              ? "override the method in " + module.origin().getSimpleName() + " with @RemoteIgnore"
              : "mark the method @RemoteIgnore";
      case STATIC_METHOD -> "mark the method @RemoteIgnore";
      case PROPERTY, READ_ONLY_PROPERTY, STATIC_PROPERTY, STATIC_READ_ONLY_PROPERTY ->
          "mark the field @RemoteIgnore";
    };
  }

  private static boolean isInherited(ModuleModel module, MemberModel member) {
    return module.isListed() || !member.owner().equals(module.origin());
  }
}
