package dev.remora.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** How a type of a signature crosses; {@link #type()} is the type as the main process sees it. */
public sealed interface Passing {

  TypeMirror type();

  <R> R accept(Cases<R> cases);

  /** The passings of its type arguments or components. */
  default List<Passing> parts() {
    return List.of();
  }

  /** This and all its parts. */
  default Stream<Passing> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Passing::all));
  }

  /**
   * This and what it holds by itself: not what a function takes, nor what a record or bean among
   * its parts holds in components of its own.
   */
  default Stream<Passing> held() {
    boolean holdsItself =
        this instanceof Function
            || (this instanceof Value value && value.contents() == Value.Contents.STRUCTURE);
    return holdsItself
        ? Stream.of(this)
        : Stream.concat(Stream.of(this), parts().stream().flatMap(Passing::held));
  }

  /** Whether the stub's type is another one, because a module's class is in it. */
  default boolean isChangedByStub() {
    return all()
        .anyMatch(part -> part instanceof OfModule module && module.kind() == OfModule.Kind.CLASS);
  }

  /** The type as signatures that both processes must agree on have it, delivery included. */
  default String signature() {
    String deliveries =
        all()
            .filter(Function.class::isInstance)
            .map(part -> ((Function) part).delivery().prefix())
            .distinct()
            .collect(Collectors.joining());
    return deliveries + TypeText.qualified(type());
  }

  /** {@code void}. */
  record Nothing(TypeMirror type) implements Passing {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.nothing(this);
    }
  }

  /** A primitive: readers and writers have a method of its name. */
  record Primitive(TypeMirror type) implements Passing {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.primitive(this);
    }
  }

  /** A type for which {@code Codecs} has a constant. */
  record Scalar(TypeMirror type, String constant) implements Passing {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.scalar(this);
    }
  }

  /** A type whose codec {@code Codecs} makes from its class alone. */
  record ByClass(TypeMirror type, Factory factory) implements Passing {

    /** The method of {@code Codecs}. */
    public enum Factory {
      TEXT,
      ENUMERATION,
      PRIMITIVES,
      THROWABLE
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.byClass(this);
    }
  }

  /** An array of references. */
  record Array(TypeMirror type, Passing component) implements Passing {
    @Override
    public List<Passing> parts() {
      return List.of(component);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.array(this);
    }
  }

  /** A collection, a map or an {@code Optional}, by the interface that the signature names. */
  record Container(TypeMirror type, Shape shape, List<Passing> parts) implements Passing {
    public Container {
      parts = List.copyOf(parts);
    }

    /** Each is a method of {@code Codecs}. */
    public enum Shape {
      LIST,
      SET,
      COLLECTION,
      ITERABLE,
      MAP,
      OPTIONAL
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.container(this);
    }
  }

  /**
   * A record, a bean, or what else Jackson carries by value; its parts are its type arguments.
   *
   * @param key the same for all uses that hold the same
   */
  record Value(TypeMirror type, Contents contents, String key, List<Passing> parts)
      implements Passing {
    public Value {
      parts = List.copyOf(parts);
    }

    /** What is known of what it holds. */
    public enum Contents {
      /** A record or bean: its components. */
      STRUCTURE,
      /** A collection of the JDK inside of a value: it holds its type arguments. */
      COLLECTION,
      /** What Jackson annotations describe: nothing. */
      SHAPED
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.value(this);
    }
  }

  /** A module, by reference. */
  record OfModule(TypeMirror type, Kind kind, ModuleNames names) implements Passing {

    /** What a stub's signature says in its place. */
    public enum Kind {
      /** The stub's class. */
      CLASS,
      /** The interface itself, which the stub implements. */
      INTERFACE
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.ofModule(this);
    }
  }

  /**
   * A functional interface, by reference; its parts are its type arguments.
   *
   * @param type as written, which may have wildcards
   * @param key the same for all uses that can share a proxy class
   * @param delivery whether a caller of the function waits
   */
  record Function(TypeMirror type, String key, Delivery delivery, List<Passing> parts)
      implements Passing {
    public Function {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.function(this);
    }
  }

  /** A future that the other process completes. */
  record Promise(TypeMirror type, Form form, Passing value) implements Passing {

    /** Each is a method of {@code Codecs}. */
    public enum Form {
      /** {@code CompletableFuture}. */
      PROMISE,
      /** {@code CompletionStage}. */
      STAGE
    }

    @Override
    public List<Passing> parts() {
      return List.of(value);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.promise(this);
    }
  }

  /** A stream of bytes, characters or elements, by reference; its parts are its type arguments. */
  record Streamed(TypeMirror type, Flow flow, List<Passing> parts) implements Passing {
    public Streamed {
      parts = List.copyOf(parts);
    }

    /** Each is a constant of {@code StreamCodecs}, or a method where it has elements. */
    public enum Flow {
      INPUT_STREAM,
      OUTPUT_STREAM,
      READER,
      WRITER,
      ITERATOR,
      STREAM
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.streamed(this);
    }
  }

  /**
   * What a foreign interface says, or what it is itself: a method of the runtime's {@code
   * InterfaceFamily} knows how it crosses.
   *
   * @param argument the parameter that gives the class of a {@link Role#RESULT}; else empty
   */
  record OfFamily(TypeMirror type, FamilyNames family, Role role, String argument)
      implements Passing {

    /** Each is a method of {@code InterfaceFamily}. */
    public enum Role {
      /** A listed interface, by reference. */
      REFERENCE,
      /** {@code Object}: a dynamic value. */
      ANYTHING,
      /** {@code Class<?>}, or the {@code Class<T>} that tells what a result is. */
      CLASSES,
      /** The {@code T} of such a result. */
      RESULT
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.ofFamily(this);
    }
  }

  /**
   * What else it is, or null.
   *
   * @param annotation the annotation that the stub's signature needs to say so, if any
   */
  record OrNull(Passing passing, Optional<ClassName> annotation) implements Passing {
    @Override
    public TypeMirror type() {
      return passing.type();
    }

    @Override
    public List<Passing> parts() {
      return List.of(passing);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.orNull(this);
    }
  }

  /**
   * It cannot cross.
   *
   * @param culprit the type that cannot: the whole, or a part of a value
   * @param path where in a value it was found: the value's name and its components' names; empty in
   *     a signature itself
   */
  record Refused(TypeMirror type, TypeMirror culprit, Refusal reason, List<String> path)
      implements Passing {
    public Refused {
      path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** It is not a known type, perhaps not yet. */
  record Unresolved(TypeMirror type) implements Passing {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.unresolved(this);
    }
  }

  /** One method per way to cross, so that none can be forgotten. */
  interface Cases<R> {
    R nothing(Nothing nothing);

    R primitive(Primitive primitive);

    R scalar(Scalar scalar);

    R byClass(ByClass byClass);

    R array(Array array);

    R container(Container container);

    R value(Value value);

    R ofModule(OfModule module);

    R function(Function function);

    R promise(Promise promise);

    R streamed(Streamed streamed);

    R ofFamily(OfFamily ofFamily);

    R orNull(OrNull orNull);

    R refused(Refused refused);

    R unresolved(Unresolved unresolved);
  }
}
