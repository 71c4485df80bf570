package dev.remora.processor.check;

import javax.tools.Diagnostic.Kind;

/**
 * Every text that users can get from the processor: subject, rule, way out.
 *
 * <p>Codes are stable; {@code docs/diagnostics.md} lists them, and each has a test.
 */
public enum Diagnostic {
  MODULE_KIND(
      "RemoteModuleKind",
      "@RemoteModule %s must be a class or an interface, not %s: modules cross by reference, and %s"
          + " crosses by value; remove the annotation or make it a class"),
  MODULE_ACCESS(
      "RemoteModuleAccess",
      "@RemoteModule %s cannot be used by generated code: %s is %s; make it public or"
          + " package-private"),
  MODULE_INNER(
      "RemoteModuleInner",
      "@RemoteModule %s is an inner class, whose objects need an outer one; make it static"),
  MODULE_GENERIC(
      "RemoteModuleGeneric",
      "@RemoteModule %s has type parameters, and a stub is generated for one type; annotate a class"
          + " that extends %s with type arguments"),
  MODULE_SEALED(
      "RemoteModuleSealed",
      "@RemoteModule interface %s is sealed, so its stub could not implement it; remove 'sealed' or"
          + " annotate its classes"),
  MODULE_NAME(
      "RemoteModuleName",
      "@RemoteModule %s has too long a name: file systems take 255 bytes, and %s alone would have %s;"
          + " give it a shorter one"),
  SUBTYPE_UNRELATED(
      "RemoteSubtype",
      "@RemoteModule %s lists %s as a subtype, which neither extends nor implements it; remove it"
          + " from the list"),
  SUBTYPE_NO_MODULE(
      "RemoteSubtype",
      "@RemoteModule %s lists %s as a subtype, which has no stub; annotate it with @RemoteModule or"
          + " remove it from the list"),
  SUBTYPE_OTHER_STUB(
      "RemoteSubtype",
      "@RemoteModule %s lists %s as a subtype, whose stub does not implement the interface, because"
          + " it has stubs in signatures; use interfaces with @RemoteModule there, or remove it"
          + " from the list"),
  MODULE_EMPTY(
      "RemoteModuleEmpty",
      "@RemoteModule %s has no member: no public method or field, nor a @RemoteConstructor; add one"
          + " or remove the annotation",
      Kind.WARNING),
  MODULE_USES(
      "RemoteModuleUses",
      "@RemoteModule %s uses %s, which has no @RemoteInterfaces and so lists nothing; name a type"
          + " with that annotation, or remove it"),
  LIST_KIND(
      "RemoteInterfaces",
      "@RemoteInterfaces lists %s, which is no interface, so no stub could be one; list interfaces,"
          + " and annotate a class of your own with @RemoteModule"),
  LIST_GENERIC(
      "RemoteInterfaces",
      "@RemoteInterfaces lists %s, which has type parameters, and a stub is generated for one type;"
          + " declare an interface that extends it with type arguments, and annotate that with"
          + " @RemoteModule"),
  LIST_SEALED(
      "RemoteInterfaces",
      "@RemoteInterfaces lists %s, which is sealed, so no stub could implement it; remove it from"
          + " the list"),
  LIST_ACCESS(
      "RemoteInterfaces",
      "@RemoteInterfaces lists %s, which generated code in package '%s' cannot name; make it public,"
          + " or remove it from the list"),
  LIST_CLASH(
      "RemoteInterfaces",
      "@RemoteInterfaces lists %s and %s, whose stubs would both be %s; remove one of them, or list"
          + " it in another package"),
  LIST_MODULE(
      "RemoteInterfaces",
      "@RemoteInterfaces lists %s, which is a @RemoteModule and has a stub already; remove it from"
          + " the list"),
  ONE_WAY_RESULT(
      "RemoteOneWay",
      "@OneWay on %s: it returns %s, and nobody waits for an answer; make it void or remove the"
          + " annotation"),
  ONE_WAY_EXCEPTION(
      "RemoteOneWay",
      "@OneWay on %s: it declares %s, and nobody waits for an answer; remove the exception or the"
          + " annotation"),
  ONE_WAY_PARAMETER(
      "RemoteOneWay",
      "@OneWay on %s: %s is no functional interface whose method is void, so nothing can be"
          + " posted; remove the annotation"),
  CONSTRUCTOR_OF_ABSTRACT(
      "RemoteConstructor",
      "@RemoteConstructor on %s: the class is abstract, so nobody can construct it; remove the"
          + " annotation"),
  CONSTRUCTOR_PRIVATE(
      "RemoteConstructor",
      "@RemoteConstructor on %s: it is private, so the dispatcher cannot call it; make it"
          + " package-private or wider, or remove the annotation"),
  GENERIC_METHOD(
      "RemoteGenericMethod",
      "%s has type parameters of its own, and a stub must know each type; declare the types or %s"),
  TYPE(
      "RemoteType",
      "%s cannot cross processes: %s is neither a value nor a @RemoteModule; pass one of these or"
          + " %s"),
  TYPE_OF_PROJECT(
      "RemoteType",
      "%s cannot cross processes: %s is neither a value nor a @RemoteModule; annotate it with"
          + " @RemoteModule to pass it by reference, make it a record to pass it by value, or %s"),
  MODULE_SUBTYPE(
      "RemoteType",
      "%s cannot cross processes: %s has no stub, but is a kind of the @RemoteModule %s; declare that,"
          + " annotate it with @RemoteModule, or %s"),
  TYPE_KNOWN_BETTER(
      "RemoteType",
      "%s cannot cross processes: %s is neither a value nor a @RemoteModule; declare %s or %s"),
  RAW_TYPE(
      "RemoteType", "%s cannot cross processes: %s is a raw type; give type arguments, %s, or %s"),
  WILDCARD(
      "RemoteType",
      "%s cannot cross processes: the wildcard %s stands for no one type; declare %s instead, or"
          + " %s"),
  COLLECTION_CLASS(
      "RemoteType",
      "%s cannot cross processes: %s is one kind of collection, and another may arrive; declare %s"
          + " or %s"),
  GENERIC_ARRAY(
      "RemoteType",
      "%s cannot cross processes: %s is an array of a generic type, which Java cannot create;"
          + " declare %s or %s"),
  MODULE_IN_VALUE(
      "RemoteType",
      "%s cannot cross processes: %s is the class of a @RemoteModule inside a value, and a renderer"
          + " has its stub, of another type; use an interface with @RemoteModule there, or %s"),
  LISTED_IN_VALUE(
      "RemoteType",
      "%s cannot cross processes: %s is a listed interface inside a value, which is copied as it"
          + " is; pass it as a parameter or result of its own, or %s"),
  INACCESSIBLE(
      "RemoteType",
      "%s cannot cross processes: generated code in package '%s' cannot name %s; make it public or"
          + " %s"),
  ABSTRACT_VALUE(
      "RemoteType",
      "%s cannot cross processes: %s is abstract, and nothing says which class to make of it;"
          + " annotate it with Jackson's @JsonTypeInfo and @JsonSubTypes, make it a @RemoteModule,"
          + " or %s"),
  FUNCTION_AS_KEY(
      "RemoteCallback",
      "%s cannot cross processes: the keys of %s are functions, and inside a value keys are text;"
          + " make them the values of the map, pass it as a parameter of its own, or %s"),
  FUNCTION_IN_SHAPED_VALUE(
      "RemoteCallback",
      "%s cannot cross processes: %s is a functional interface inside a value that Jackson's"
          + " annotations describe, so nobody knows where in it; pass it as a parameter of its own,"
          + " or %s"),
  FUNCTIONS_ALIKE(
      "RemoteCallback",
      "%s cannot cross processes: %s holds %s and %s, which nobody could tell apart there; declare"
          + " an interface of your own for one of them, or %s"),
  GENERIC_FUNCTION(
      "RemoteCallback",
      "%s cannot cross processes: the method of %s has type parameters of its own, and a proxy must"
          + " know each type; give them to the interface, or %s"),
  ENDLESS_FUNCTION(
      "RemoteCallback",
      "%s cannot cross processes: the method of %s leads to ever larger types; declare types that"
          + " end, or %s"),
  MODULE_IN_FUNCTION(
      "RemoteCallback",
      "%s cannot cross processes: %s is the class of a @RemoteModule that a functional interface"
          + " names, and a renderer has its stub, of another type; make it a type parameter of that"
          + " interface, use an interface with @RemoteModule there, or %s"),
  PROMISE_IN_VALUE(
      "RemotePromise",
      "%s cannot cross processes: %s is a promise inside a value, which is copied as it is; pass it"
          + " as a parameter or result of its own, or %s"),
  FUTURE_CLASS(
      "RemotePromise",
      "%s cannot cross processes: %s is one kind of future, and another would arrive; declare"
          + " CompletableFuture or CompletionStage, or %s"),
  STREAM_IN_VALUE(
      "RemoteStream",
      "%s cannot cross processes: %s is a stream inside a value, which is copied as it is; pass it"
          + " as a parameter or result of its own, or %s"),
  STREAM_CLASS(
      "RemoteStream",
      "%s cannot cross processes: %s is one kind of stream, and another would arrive; declare"
          + " InputStream, OutputStream, Reader or Writer, or %s"),
  EXCEPTION(
      "RemoteException",
      "%s declares %s, which a renderer cannot make; give it a constructor that generated code may"
          + " call with (String), (String, Throwable) or nothing, or %s"),
  FUNCTION_EXCEPTION(
      "RemoteException",
      "%s cannot cross processes: its method declares %s, which the process of the caller cannot"
          + " make; give it a constructor that generated code may call with (String), (String,"
          + " Throwable) or nothing, or %s"),
  INTERFACE_SIGNATURE(
      "RemoteInterface",
      "%s names %s, the class of a @RemoteModule, so the stub %s could not implement %s; use an"
          + " interface with @RemoteModule there"),
  INTERFACE_IGNORE(
      "RemoteInterface",
      "@RemoteIgnore on %s: the stub %s must implement it; make it a default method, or remove the"
          + " annotation"),
  INHERITED_IGNORED(
      "RemoteInheritance",
      "%s is a method of %s, from which %s inherits it, but @RemoteIgnore takes it out of %s; ignore"
          + " it in %s too, or in neither"),
  INHERITED_CONSTRUCTOR(
      "RemoteInheritance",
      "%s declares %s, and %s does not, whose method it would hide in %s; declare it in both, or give"
          + " one of them other parameters"),
  NAME_CLASH(
      "RemoteNameClash",
      "%s and %s would both be '%s' in %s; rename one of them or mark it @RemoteIgnore"),
  NAME_RESERVED(
      "RemoteNameClash",
      "%s would be '%s' in %s, which every stub has already; rename it or mark it @RemoteIgnore"),
  INJECT_OPTION(
      "RemoteInject",
      "the option -Aremora.inject=%s says nothing that is known; write jakarta or javax, or leave it"
          + " out"),
  INJECT_CLASS(
      "RemoteInject",
      "the option -Aremora.inject=%s needs %s, which is not to be seen from here; add the library"
          + " that has it to the dependencies, and its module to module-info, or leave the option"
          + " out"),
  UNRESOLVED(
      "RemoteUnresolved",
      "%s are not generated, because %s is no known type; check its import and the class path, and"
          + " if a processor generates it, that processor's errors"),
  FILE(
      "RemoteFile", "%s cannot be written: %s; rename the class that is in its way, or the module"),
  BUG(
      "RemoteBug",
      "the Remora processor failed on %s, which is a bug of ours; please report it with this"
          + " text:\n"
          + "%s");

  private final String code;
  private final String text;
  private final Kind kind;

  Diagnostic(String code, String text) {
    this(code, text, Kind.ERROR);
  }

  Diagnostic(String code, String text, Kind kind) {
    this.code = code;
    this.text = text;
    this.kind = kind;
  }

  /** The tag in front of the text, without brackets. */
  public String code() {
    return code;
  }

  /** The text, with a {@code %s} for each part that varies. */
  public String text() {
    return text;
  }

  public Kind kind() {
    return kind;
  }

  /** The whole message. */
  public String format(Object... parts) {
    return "[" + code + "] " + text.formatted(parts);
  }
}
