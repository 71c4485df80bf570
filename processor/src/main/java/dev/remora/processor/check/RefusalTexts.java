package dev.remora.processor.check;

import com.google.auto.common.MoreElements;
import dev.remora.processor.model.Lineage;
import dev.remora.processor.model.Passing.Refused;
import dev.remora.processor.model.TypeText;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Explains why a type cannot cross.
 *
 * @param place where to show it
 * @param subject what has the type
 * @param wayOut how to keep the member out
 * @param packageName the package of the generated code
 */
record RefusalTexts(Element place, String subject, String wayOut, String packageName) {
  private static final Map<String, String> BETTER =
      Map.ofEntries(
          Map.entry("java.io.Serializable", "the type that it has"),
          Map.entry("java.lang.CharSequence", "String"),
          Map.entry("java.lang.Class", "String, the class's name"),
          Map.entry("java.lang.Number", "Long, Double or BigDecimal"),
          Map.entry("java.lang.Object", "the type that it has"),
          Map.entry("java.lang.StringBuffer", "String"),
          Map.entry("java.lang.StringBuilder", "String"),
          Map.entry("java.net.URL", "URI"),
          Map.entry("java.util.BitSet", "byte[]"),
          Map.entry("java.util.Enumeration", "List<E> or Iterator<E>"),
          Map.entry("java.util.GregorianCalendar", "ZonedDateTime"),
          Map.entry("java.util.ListIterator", "List<E> or Iterator<E>"),
          Map.entry("java.util.PrimitiveIterator.OfDouble", "Iterator<Double>"),
          Map.entry("java.util.PrimitiveIterator.OfInt", "Iterator<Integer>"),
          Map.entry("java.util.PrimitiveIterator.OfLong", "Iterator<Long>"),
          Map.entry("java.util.Scanner", "Reader, InputStream or Iterator<String>"),
          Map.entry("java.util.Spliterator", "Iterator<E> or Stream<E>"),
          Map.entry("java.util.TimeZone", "ZoneId"),
          Map.entry("java.util.concurrent.atomic.AtomicBoolean", "boolean"),
          Map.entry("java.util.concurrent.atomic.AtomicInteger", "int"),
          Map.entry("java.util.concurrent.atomic.AtomicLong", "long"),
          Map.entry("java.util.stream.DoubleStream", "double[] or Stream<Double>"),
          Map.entry("java.util.stream.IntStream", "int[] or Stream<Integer>"),
          Map.entry("java.util.stream.LongStream", "long[] or Stream<Long>"));

  /** The problem, or nothing where the declaration of a type variable is reported instead. */
  Optional<Problem> explain(Refused refused) {
    TypeMirror type = refused.culprit();
    return switch (refused.reason()) {
      case TYPE_VARIABLE -> Optional.empty();
      case UNKNOWN -> unknown(refused);
      case SUBTYPE_OF_MODULE ->
          problem(
              Diagnostic.MODULE_SUBTYPE,
              subject,
              named(refused),
              moduleAbove((DeclaredType) type),
              wayOut);
      case FUNCTION_AS_KEY -> problem(Diagnostic.FUNCTION_AS_KEY, subject, named(refused), wayOut);
      case FUNCTION_IN_SHAPED_VALUE ->
          problem(Diagnostic.FUNCTION_IN_SHAPED_VALUE, subject, named(refused), wayOut);
      case GENERIC_FUNCTION ->
          problem(Diagnostic.GENERIC_FUNCTION, subject, named(refused), wayOut);
      case ENDLESS_FUNCTION ->
          problem(Diagnostic.ENDLESS_FUNCTION, subject, named(refused), wayOut);
      case FUNCTION_EXCEPTION ->
          problem(Diagnostic.FUNCTION_EXCEPTION, subject, named(refused), wayOut);
      case MODULE_CLASS_IN_FUNCTION ->
          problem(Diagnostic.MODULE_IN_FUNCTION, subject, named(refused), wayOut);
      case PROMISE_IN_VALUE ->
          problem(Diagnostic.PROMISE_IN_VALUE, subject, named(refused), wayOut);
      case FUTURE_CLASS -> problem(Diagnostic.FUTURE_CLASS, subject, named(refused), wayOut);
      case STREAM_IN_VALUE -> problem(Diagnostic.STREAM_IN_VALUE, subject, named(refused), wayOut);
      case STREAM_CLASS -> problem(Diagnostic.STREAM_CLASS, subject, named(refused), wayOut);
      case RAW ->
          problem(Diagnostic.RAW_TYPE, subject, named(refused), "as in " + generic(type), wayOut);
      case WILDCARD -> problem(Diagnostic.WILDCARD, subject, named(refused), bound(type), wayOut);
      case COLLECTION_CLASS ->
          problem(Diagnostic.COLLECTION_CLASS, subject, named(refused), collection(type), wayOut);
      case GENERIC_ARRAY -> {
        String list = "List<" + TypeText.simple(((ArrayType) type).getComponentType()) + ">";
        yield problem(Diagnostic.GENERIC_ARRAY, subject, named(refused), list, wayOut);
      }
      case MODULE_CLASS_IN_VALUE ->
          problem(Diagnostic.MODULE_IN_VALUE, subject, named(refused), wayOut);
      case LISTED_IN_VALUE -> problem(Diagnostic.LISTED_IN_VALUE, subject, named(refused), wayOut);
      case INACCESSIBLE ->
          problem(Diagnostic.INACCESSIBLE, subject, packageName, named(refused), wayOut);
      case EXCEPTION_CLASS ->
          problem(
              Diagnostic.TYPE_KNOWN_BETTER,
              subject,
              named(refused),
              "Exception, RuntimeException or Throwable",
              wayOut);
      case ABSTRACT_VALUE -> problem(Diagnostic.ABSTRACT_VALUE, subject, named(refused), wayOut);
    };
  }

  /** The problem of two functions in one place. */
  Problem explain(FunctionsAlike alike) {
    return Problem.at(
        place,
        Diagnostic.FUNCTIONS_ALIKE,
        subject,
        alike.component(),
        alike.one(),
        alike.other(),
        wayOut);
  }

  private Optional<Problem> unknown(Refused refused) {
    String better =
        refused.culprit() instanceof DeclaredType declared
            ? BETTER.get(((TypeElement) declared.asElement()).getQualifiedName().toString())
            : null;
    if (better == null) {
      Diagnostic diagnostic =
          isOfProject(refused.culprit()) ? Diagnostic.TYPE_OF_PROJECT : Diagnostic.TYPE;
      return problem(diagnostic, subject, named(refused), wayOut);
    }
    return problem(Diagnostic.TYPE_KNOWN_BETTER, subject, named(refused), better, wayOut);
  }

  /** Whether its author can probably annotate it: its package begins as that of the module. */
  private boolean isOfProject(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    String other = MoreElements.getPackage(declared.asElement()).getQualifiedName().toString();
    return root(other).equals(root(packageName));
  }

  /** The first two names of a package: {@code com.example}. */
  private static String root(String packageName) {
    int first = packageName.indexOf('.');
    int second = packageName.indexOf('.', first + 1);
    return second < 0 ? packageName : packageName.substring(0, second);
  }

  private static String moduleAbove(DeclaredType type) {
    return Lineage.moduleAbove((TypeElement) type.asElement())
        .map(module -> module.getSimpleName().toString())
        .orElseThrow();
  }

  private Optional<Problem> problem(Diagnostic diagnostic, Object... parts) {
    return Optional.of(Problem.at(place, diagnostic, parts));
  }

  /** The type, and where it is if the signature does not name it. */
  private static String named(Refused refused) {
    String name = TypeText.qualified(refused.culprit());
    return refused.path().isEmpty() ? name : name + " (" + String.join(".", refused.path()) + ")";
  }

  /** The type with the type parameters that its declaration has. */
  private static String generic(TypeMirror raw) {
    return TypeText.simple(((DeclaredType) raw).asElement().asType());
  }

  private static String bound(TypeMirror wildcard) {
    WildcardType type = (WildcardType) wildcard;
    TypeMirror bound =
        type.getExtendsBound() == null ? type.getSuperBound() : type.getExtendsBound();
    return bound == null ? "a type" : TypeText.simple(bound);
  }

  /** The interface to declare, with the same type arguments where their number says which it is. */
  private static String collection(TypeMirror type) {
    var arguments = ((DeclaredType) type).getTypeArguments();
    return switch (arguments.size()) {
      case 1 -> {
        String element = TypeText.simple(arguments.get(0));
        yield TypeText.simple(type).contains("Set<")
            ? "Set<" + element + ">"
            : "List<" + element + ">";
      }
      case 2 ->
          "Map<"
              + TypeText.simple(arguments.get(0))
              + ", "
              + TypeText.simple(arguments.get(1))
              + ">";
      default -> "List<E>, Set<E> or Map<K, V>";
    };
  }
}
