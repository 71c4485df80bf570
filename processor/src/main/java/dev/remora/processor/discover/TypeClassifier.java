package dev.remora.processor.discover;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.Lineage;
import dev.remora.processor.model.ModuleNames;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.Passing.ByClass;
import dev.remora.processor.model.Passing.Container.Shape;
import dev.remora.processor.model.Passing.Promise;
import dev.remora.processor.model.Passing.Streamed;
import dev.remora.processor.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Decides how a type crosses, for the signatures of one module. */
final class TypeClassifier {
  private final TypeFacts facts;
  private final NullnessReader nullness;
  private final Families families;
  private final ValueClassifier values;
  private final FunctionReader functions;
  private final ReadTypes known = new ReadTypes();
  private final String packageName;

  /**
   * For one module.
   *
   * @param facts answers questions about types
   * @param nullness reads where null may stand
   * @param exceptions reads what the methods of functional interfaces declare
   * @param families knows the foreign interfaces that signatures can mention
   * @param packageName the package of the generated code, which must be able to name the types
   */
  TypeClassifier(
      TypeFacts facts,
      NullnessReader nullness,
      ExceptionReader exceptions,
      Families families,
      String packageName) {
    this.facts = facts;
    this.nullness = nullness;
    this.families = families;
    this.packageName = packageName;
    this.values = new ValueClassifier(facts, this, known);
    this.functions = new FunctionReader(facts, this, exceptions, known);
  }

  /** How the values of a type cross that a signature uses. */
  Passing classify(TypeUse use) {
    return classify(use, Place.SIGNATURE);
  }

  Passing classify(TypeUse use, Place place) {
    Passing passing = use.type().accept(new ByKind(place), use);
    return canBeNull(passing) ? nullness.orNull(use, passing) : passing;
  }

  /** How a parameter of a method crosses: a class may tell what the method returns. */
  Passing parameter(ExecutableElement method, TypeUse use) {
    return families
        .parameter(method, use.type())
        .map(passing -> nullness.orNull(use, passing))
        .orElseGet(() -> classify(use));
  }

  /** How the result of a method crosses. */
  Passing result(ExecutableElement method, TypeUse use) {
    return families
        .result(method)
        .map(passing -> nullness.orNull(use, passing))
        .orElseGet(() -> classify(use));
  }

  /** The functional interfaces and values that signatures lead to. */
  ReadTypes reachableFrom(Stream<Passing> signatures) {
    return known.reachableFrom(signatures);
  }

  PlainRecords plainRecords() {
    return new PlainRecords(facts, packageName);
  }

  /** Whether generated code can name the type. */
  boolean isAccessible(TypeElement element) {
    return facts.isAccessible(element, packageName);
  }

  private static boolean canBeNull(Passing passing) {
    return !(passing instanceof Passing.Nothing
        || passing instanceof Passing.Primitive
        || isProblem(passing));
  }

  /** Whether it cannot be generated, or not yet. */
  static boolean isProblem(Passing passing) {
    return passing instanceof Passing.Refused || passing instanceof Passing.Unresolved;
  }

  static Passing refused(TypeMirror type, Refusal reason) {
    return new Passing.Refused(type, type, reason, List.of());
  }

  /** Where a type stands. */
  enum Place {
    /** In the signature of a member, where codecs of ours are at work. */
    SIGNATURE,
    /** Inside a value, where Jackson databind is. */
    VALUE
  }

  private final class ByKind extends SimpleTypeVisitor14<Passing, TypeUse> {
    private final Place place;

    ByKind(Place place) {
      this.place = place;
    }

    @Override
    public Passing visitNoType(NoType type, TypeUse use) {
      return new Passing.Nothing(type);
    }

    @Override
    public Passing visitPrimitive(PrimitiveType type, TypeUse use) {
      return new Passing.Primitive(type);
    }

    @Override
    public Passing visitArray(ArrayType type, TypeUse use) {
      TypeMirror component = type.getComponentType();
      if (component.getKind() == TypeKind.BYTE) {
        return new Passing.Scalar(type, "BYTES");
      }
      if (component.getKind().isPrimitive()) {
        return new ByClass(type, ByClass.Factory.PRIMITIVES);
      }
      if (place == Place.SIGNATURE && facts.isParameterized(component)) {
        return refused(type, Refusal.GENERIC_ARRAY);
      }
      return new Passing.Array(type, classify(use.component(), place));
    }

    @Override
    public Passing visitDeclared(DeclaredType type, TypeUse use) {
      Optional<Passing> ofFamily = families.find(type);
      if (ofFamily.isPresent()) {
        return place == Place.VALUE ? refused(type, Refusal.LISTED_IN_VALUE) : ofFamily.get();
      }
      TypeElement element = MoreTypes.asTypeElement(type);
      String name = element.getQualifiedName().toString();
      if (KnownTypes.SCALARS.containsKey(name)) {
        return new Passing.Scalar(type, KnownTypes.SCALARS.get(name));
      }
      if (KnownTypes.TEXTS.contains(name)) {
        return new ByClass(type, ByClass.Factory.TEXT);
      }
      if (KnownTypes.THROWABLES.contains(name)) {
        return new ByClass(type, ByClass.Factory.THROWABLE);
      }
      if (facts.isRaw(type)) {
        return refused(type, Refusal.RAW);
      }
      Shape shape = KnownTypes.CONTAINERS.get(name);
      return shape == null ? other(element, type, use) : container(shape, type, use);
    }

    private Passing container(Shape shape, DeclaredType type, TypeUse use) {
      List<Passing> parts = parts(use);
      if (shape == Shape.MAP && isFunctionAsKey(parts)) {
        return refused(type, Refusal.FUNCTION_AS_KEY);
      }
      return new Passing.Container(
          type, shape, shape == Shape.OPTIONAL ? List.of(withoutNull(parts.get(0))) : parts);
    }

    /** Databind writes keys as text; where codecs of ours are at work, a key may be anything. */
    private boolean isFunctionAsKey(List<Passing> parts) {
      return place == Place.VALUE
          && !parts.isEmpty()
          && parts.get(0).held().anyMatch(Passing.Function.class::isInstance);
    }

    private List<Passing> parts(TypeUse use) {
      return use.arguments().stream().map(part -> classify(part, place)).toList();
    }

    private Passing other(TypeElement element, DeclaredType type, TypeUse use) {
      if (place == Place.SIGNATURE && !isAccessible(element)) {
        return refused(type, Refusal.INACCESSIBLE);
      }
      if (MoreElements.isAnnotationPresent(element, RemoteModule.class)) {
        return module(element, type);
      }
      if (element.getKind() == ElementKind.ENUM) {
        return new ByClass(type, ByClass.Factory.ENUMERATION);
      }
      if (place == Place.VALUE && facts.isJdkCollection(element)) {
        return collection(type, use);
      }
      if (JacksonAnnotations.shape(element)) {
        return values.read(type, use);
      }
      Optional<ExecutableElement> function = facts.functionOf(element);
      if (function.isPresent()) {
        Passing passing = functions.read(type, function.get(), use);
        return place == Place.VALUE ? inValue(passing, element) : passing;
      }
      Promise.Form form = KnownTypes.PROMISES.get(element.getQualifiedName().toString());
      if (form != null) {
        return place == Place.VALUE
            ? refused(type, Refusal.PROMISE_IN_VALUE)
            : new Promise(type, form, parts(use).get(0));
      }
      Streamed.Flow flow = KnownTypes.STREAMS.get(element.getQualifiedName().toString());
      if (flow != null) {
        return place == Place.VALUE
            ? refused(type, Refusal.STREAM_IN_VALUE)
            : new Streamed(type, flow, parts(use));
      }
      return refusalOf(type)
          .map(refusal -> refused(type, refusal))
          .orElseGet(() -> values.read(type, use));
    }

    private Passing collection(DeclaredType type, TypeUse use) {
      Passing collection = values.collection(type, use);
      return facts.isSubtype(type, "java.util.Map") && isFunctionAsKey(collection.parts())
          ? refused(type, Refusal.FUNCTION_AS_KEY)
          : collection;
    }

    /**
     * A function inside of a value: the value has one type in both processes, and so has the
     * function.
     */
    private Passing inValue(Passing function, TypeElement element) {
      if (!isAccessible(element)) {
        return refused(function.type(), Refusal.INACCESSIBLE);
      }
      return function
          .all()
          .filter(part -> part.parts().isEmpty() && part.isChangedByStub())
          .findFirst()
          .<Passing>map(
              part ->
                  new Passing.Refused(
                      function.type(), part.type(), Refusal.MODULE_CLASS_IN_VALUE, List.of()))
          .orElse(function);
    }

    private Passing module(TypeElement element, DeclaredType type) {
      if (element.getKind().isInterface()) {
        return new Passing.OfModule(type, Passing.OfModule.Kind.INTERFACE, ModuleNames.of(element));
      }
      return place == Place.VALUE
          ? refused(type, Refusal.MODULE_CLASS_IN_VALUE)
          : new Passing.OfModule(type, Passing.OfModule.Kind.CLASS, ModuleNames.of(element));
    }

    private Optional<Refusal> refusalOf(DeclaredType type) {
      TypeElement element = MoreTypes.asTypeElement(type);
      if (element.getKind() == ElementKind.CLASS && Lineage.moduleAbove(element).isPresent()) {
        return Optional.of(Refusal.SUBTYPE_OF_MODULE);
      }
      if (facts.isStream(type)) {
        return Optional.of(Refusal.STREAM_CLASS);
      }
      if (facts.isFuture(type)) {
        return Optional.of(Refusal.FUTURE_CLASS);
      }
      if (facts.isCollection(type)) {
        return Optional.of(Refusal.COLLECTION_CLASS);
      }
      return facts.isThrowable(type) ? Optional.of(Refusal.EXCEPTION_CLASS) : Optional.empty();
    }

    @Override
    public Passing visitError(ErrorType type, TypeUse use) {
      return new Passing.Unresolved(type);
    }

    @Override
    public Passing visitTypeVariable(TypeVariable type, TypeUse use) {
      return refused(type, Refusal.TYPE_VARIABLE);
    }

    @Override
    public Passing visitWildcard(WildcardType type, TypeUse use) {
      return refused(type, Refusal.WILDCARD);
    }

    @Override
    public Passing visitIntersection(IntersectionType type, TypeUse use) {
      return refused(type, Refusal.UNKNOWN);
    }

    @Override
    protected Passing defaultAction(TypeMirror type, TypeUse use) {
      throw new IllegalStateException("a signature cannot hold " + TypeName.get(type));
    }

    private static Passing withoutNull(Passing passing) {
      return passing instanceof Passing.OrNull orNull ? orNull.passing() : passing;
    }
  }
}
