package dev.remora.processor.write;

import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each a name of its own: {@code list}, {@code list2}, {@code list3}. */
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  UniqueNames(String... taken) {
    this(List.of(taken));
  }

  UniqueNames(Iterable<String> taken) {
    taken.forEach(this.taken::add);
  }

  /** For a stub's own methods, beside those of members. */
  static UniqueNames besideMembersOf(ModuleModel module) {
    return new UniqueNames(module.members().stream().map(MemberModel::name).toList());
  }

  /** The wanted name, or where it is taken the same with the lowest free number from 2 on. */
  String next(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }
}
