package dev.remora.processor.model;

/** Why a type cannot cross. */
public enum Refusal {
  /** It is neither a value nor a module. */
  UNKNOWN,
  /** A class that is no module and no value, and has a module above it. */
  SUBTYPE_OF_MODULE,
  /** A map inside a value, whose keys are functions. */
  FUNCTION_AS_KEY,
  /** A functional interface as type argument of a value that Jackson annotations describe. */
  FUNCTION_IN_SHAPED_VALUE,
  /** A functional interface whose method has type parameters of its own. */
  GENERIC_FUNCTION,
  /** A functional interface whose method leads to ever larger types. */
  ENDLESS_FUNCTION,
  /** An exception that the method of a functional interface declares, and nobody can make. */
  FUNCTION_EXCEPTION,
  /** The class of a module, named by a functional interface itself: stubs have another type. */
  MODULE_CLASS_IN_FUNCTION,
  /** A promise inside a value. */
  PROMISE_IN_VALUE,
  /** A future that is none of the types of promises. */
  FUTURE_CLASS,
  /** A stream inside a value. */
  STREAM_IN_VALUE,
  /** A stream that is none of the types of streams. */
  STREAM_CLASS,
  /** A generic type without type arguments. */
  RAW,
  /** A wildcard. */
  WILDCARD,
  /** A type variable; what declares it is reported instead. */
  TYPE_VARIABLE,
  /** A collection that is not one of the interfaces that can be declared. */
  COLLECTION_CLASS,
  /** An array whose elements are of a parameterized type. */
  GENERIC_ARRAY,
  /** The class of a module, inside a value: stubs have another type than the component. */
  MODULE_CLASS_IN_VALUE,
  /** A foreign interface, inside a value: databind does not know its stubs. */
  LISTED_IN_VALUE,
  /** Generated code could not name it. */
  INACCESSIBLE,
  /** A subclass of the exceptions that can be values. */
  EXCEPTION_CLASS,
  /** An abstract type of values without a mark that says which subtype crosses. */
  ABSTRACT_VALUE
}
