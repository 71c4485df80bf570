package dev.remora.processor.model;

/** Why a type cannot cross. */
public enum Refusal {
  /** It is neither a value nor a module. */
  UNKNOWN,
  /** A functional interface: the place where callbacks will be. */
  CALLBACK,
  /** A future: the place where promises will be. */
  PROMISE,
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
  /** Generated code could not name it. */
  INACCESSIBLE,
  /** A subclass of the exceptions that can be values. */
  EXCEPTION_CLASS,
  /** An abstract type of values without a mark that says which subtype crosses. */
  ABSTRACT_VALUE
}
