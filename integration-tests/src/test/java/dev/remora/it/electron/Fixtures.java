package dev.remora.it.electron;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import org.jspecify.annotations.Nullable;

/** Modules like those of the original's {@code test/fixtures}. */
public final class Fixtures {

  private Fixtures() {}

  /** {@code id.js}. */
  @RemoteModule
  public static final class Id {
    /** A property of a name that protocols like to use. */
    public final int id = 1127;

    Id() {}
  }

  /** {@code property.js}. */
  @RemoteModule
  public static final class Property {
    /** Null stands for both null and undefined. */
    public @Nullable Integer property = 1127;

    Property() {}
  }

  /** {@code call.js}. */
  @RemoteModule
  public static final class Call {
    /** Set by the constructor. */
    public final String test;

    /** For renderers. */
    @RemoteConstructor
    public Call() {
      test = "test";
    }
  }

  /** {@code export-function-with-properties.js}: modules inside of modules. */
  @RemoteModule
  public static final class Toolbox {
    /** A module as a property. */
    public final Tool hammer = new Tool("hammer");

    Toolbox() {}
  }

  /** A tool with a part. */
  @RemoteModule
  public static final class Tool {
    private final String name;

    Tool(String name) {
      this.name = name;
    }

    /** A part of the tool. */
    public Tool part(String part) {
      return new Tool(name + "'s " + part);
    }

    /** The name. */
    public String name() {
      return name;
    }

    @Override
    public String toString() {
      return "hello from " + name;
    }
  }

  /** {@code class.js} and {@code static.js}. */
  @RemoteModule
  public static final class Foo {
    /** A constant of the class. */
    public static final String bar = "baz";

    /** For renderers. */
    @RemoteConstructor
    public Foo() {}

    /** Of the class. */
    public static int foo() {
      return 3;
    }

    /** Of an object. */
    public int baz() {
      return 123;
    }
  }

  /** {@code class.js}: the base. */
  @RemoteModule
  public static class Base {
    /** Cannot be changed. */
    public final String readonly = "readonly";

    /** Can be changed. */
    public String value = "old";

    Base() {}

    /** What it is. */
    public String method() {
      return "method";
    }
  }

  /** {@code class.js}: derived. */
  @RemoteModule
  public static final class Derived extends Base {
    Derived() {}

    /** Its own. */
    public String own() {
      return "own of " + method();
    }
  }

  /** {@code setter-getter.js}: holds an object. */
  @RemoteModule
  public static final class Assembly {
    private final Part original = new Part(1);

    /** May be set to the original. */
    public @Nullable Part part;

    Assembly() {}

    /** The original. */
    public Part original() {
      return original;
    }

    /** Whether the property holds the original itself. */
    public boolean holdsOriginal() {
      return part == original;
    }
  }

  /** An interface of which there are objects without a class of a name. */
  @RemoteModule
  public interface Greeter {
    /** Greets. */
    String greet(String name);
  }

  /** {@code no-prototype.js}. */
  @RemoteModule
  public static final class Nameless {
    private final Greeter anonymous =
        new Greeter() {
          @Override
          public String greet(String name) {
            return "anonymous greets " + name;
          }
        };

    Nameless() {}

    /** An object of an anonymous class. */
    public Greeter anonymous() {
      return anonymous;
    }

    /** A lambda. */
    public Greeter lambda() {
      return name -> "lambda greets " + name;
    }

    /** The length of the name of the class of what comes home. */
    public int classNameLength(Greeter greeter) {
      return greeter.getClass().getSimpleName().length();
    }
  }

  /** {@code buffers.js}: is constructed from a buffer. */
  @RemoteModule
  public static final class Tape {
    private final byte[] content;

    /** For renderers. */
    @RemoteConstructor
    public Tape(byte[] content) {
      this.content = content.clone();
    }

    /** How much is on it. */
    public int length() {
      return content.length;
    }

    /** What is on it. */
    public byte[] content() {
      return content.clone();
    }
  }
}
