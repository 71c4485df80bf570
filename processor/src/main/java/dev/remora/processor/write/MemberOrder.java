package dev.remora.processor.write;

import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which stubs have their methods: constructors, other members of the class, the rest.
 */
final class MemberOrder {
  private MemberOrder() {}

  /** The members; each group keeps the module's order. */
  static List<MemberModel> of(ModuleModel module) {
    return module.members().stream().sorted(Comparator.comparingInt(MemberOrder::groupOf)).toList();
  }

  private static int groupOf(MemberModel member) {
    if (member.kind() == MemberKind.CONSTRUCTOR) {
      return 0;
    }
    return member.kind().isOfClass() ? 1 : 2;
  }
}
