package dev.remora.processor.model;

import com.google.auto.common.MoreElements;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** A member of a module. */
public sealed interface MemberModel permits ExecutableModel, PropertyModel {
  /** By name, then by signature: the order in which everything is generated. */
  Comparator<MemberModel> ORDER =
      Comparator.comparing(MemberModel::name).thenComparing(MemberModel::signature);

  Element origin();

  /** The class or interface that declares it, which need not be the module. */
  default TypeElement owner() {
    return MoreElements.asType(origin().getEnclosingElement());
  }

  MemberKind kind();

  /** The Java name; a constructor has its class's simple name. */
  String name();

  /** The name by which the other process asks for it. */
  String wireName();

  /** Everything about it that both processes must agree on. */
  String signature();

  /** How error texts name it. */
  String description();

  Optional<Deprecation> deprecation();

  /** Its documentation comment, as written. */
  Optional<String> documentation();

  /** How all types in its signature cross. */
  Stream<Passing> passings();
}
