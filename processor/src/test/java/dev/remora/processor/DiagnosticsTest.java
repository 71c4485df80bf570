package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What users are told, and where: each text, its file and its line, which {@code // here} marks.
 */
class DiagnosticsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Thread x | java.lang.Thread is neither a value nor a @RemoteModule; pass one of these or"
            + " mark the method @RemoteIgnore",
        "List<Thread> x | java.lang.Thread is neither a value nor a @RemoteModule; pass one of"
            + " these or mark",
        "Object x | java.lang.Object is neither a value nor a @RemoteModule; declare the type that"
            + " it has or mark",
        "Class<String> x | java.lang.Class<java.lang.String> is neither a value nor a"
            + " @RemoteModule; declare String, the class's name or",
        "java.util.Scanner x | java.util.Scanner is neither a value nor a @RemoteModule; declare"
            + " Reader, InputStream or Iterator<String> or",
        "java.util.stream.IntStream x | java.util.stream.IntStream is neither a value nor a"
            + " @RemoteModule; declare int[] or Stream<Integer> or",
        "Iterator x | java.util.Iterator is a raw type; give type arguments, as in Iterator<E>, or",
        "Iterator<?> x | the wildcard ? stands for no one type; declare a type instead, or",
        "Iterator<Thread> x | java.lang.Thread is neither a value nor a @RemoteModule; pass one",
        "List x | java.util.List is a raw type; give type arguments, as in List<E>, or mark the"
            + " method @RemoteIgnore",
        "Map<String, List> x | java.util.List is a raw type; give type arguments, as in List<E>, or"
            + " mark",
        "List<? extends Number> x | the wildcard ? extends java.lang.Number stands for no one type;"
            + " declare Number instead, or",
        "List<?> x | the wildcard ? stands for no one type; declare a type instead, or",
        "ArrayList<String> x | java.util.ArrayList<java.lang.String> is one kind of collection, and"
            + " another may arrive; declare List<String> or",
        "TreeSet<String> x | java.util.TreeSet<java.lang.String> is one kind of collection, and"
            + " another may arrive; declare Set<String> or",
        "HashMap<String, Integer> x | java.util.HashMap<java.lang.String, java.lang.Integer> is one"
            + " kind of collection, and another may arrive; declare Map<String, Integer> or",
        "List<String>[] x | java.util.List<java.lang.String>[] is an array of a generic type, which"
            + " Java cannot create; declare List<List<String>> or",
        "IOException x | java.io.IOException is neither a value nor a @RemoteModule; declare"
            + " Exception, RuntimeException or Throwable or",
        "Bad x | java.lang.Thread (Bad.owner) is neither a value nor a @RemoteModule; pass one of"
            + " these or mark",
        "Deep x | java.lang.Thread (Deep.bad.owner) is neither a value nor a @RemoteModule; pass"
            + " one of these or mark",
        "Page<Thread> x | java.lang.Thread (Page.items) is neither a value nor a @RemoteModule;"
            + " pass one of these or mark",
        "Bean x | java.lang.Thread (Bean.owner) is neither a value nor a @RemoteModule; pass one of"
            + " these or mark",
        "NoBean x | test.NoBean is neither a value nor a @RemoteModule; annotate it with @RemoteModule"
            + " to pass it by reference, make it a record to pass it by value, or mark",
        "WithEditor x | test.Editor (WithEditor.editor) is the class of a @RemoteModule inside a"
            + " value, and a renderer has its stub, of another type; use an interface with"
            + " @RemoteModule there, or mark",
        "Page<Editor> x | test.Editor (Page.items) is the class of a @RemoteModule inside a value,"
            + " and a renderer has its stub, of another type; use an interface",
        "Shape x | test.Shape is abstract, and nothing says which class to make of it; annotate it"
            + " with Jackson's @JsonTypeInfo and @JsonSubTypes, make it a @RemoteModule, or mark",
      })
  void typeThatCannotCrossIsRefusedAtTheParameter(String parameter, String text) {
    Compilation compilation =
        withTypes()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  public void bar(
                      int before,
                      PARAMETER) {} // here
                }
                """
                    .replace("PARAMETER", parameter.strip()))
            .compile(List.of());

    assertOnly(compilation, "Subject", "[RemoteType] parameter 'x' of Subject.bar(int, ");
    assertOnly(compilation, "Subject", ") cannot cross processes: " + text.strip());
  }

  @Test
  void typeThatCannotCrossIsRefusedAtTheMethodThatReturnsIt() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule public class Subject {
                  public Thread bar() { return null; } // here
                }
                """)
            .compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteType] the result of Subject.bar() cannot cross processes: java.lang.Thread is"
            + " neither a value nor a @RemoteModule; pass one of these or mark the method"
            + " @RemoteIgnore");
  }

  @Test
  void typeThatCannotCrossIsRefusedAtTheField() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Subject {\n  public Thread owner; // here\n}")
            .compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteType] property 'owner' of Subject cannot cross processes: java.lang.Thread is"
            + " neither a value nor a @RemoteModule; pass one of these or mark the field"
            + " @RemoteIgnore");
  }

  @Test
  void typeThatCannotCrossIsRefusedAtTheConstructor() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule public class Subject {
                  @RemoteConstructor public Subject(Thread x) {} // here
                }
                """)
            .compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteType] parameter 'x' of constructor Subject(Thread) cannot cross processes:"
            + " java.lang.Thread is neither a value nor a @RemoteModule; pass one of these or"
            + " remove @RemoteConstructor");
  }

  @Test
  void inheritedMembersAreReportedAtTheModule() {
    Compilation compilation =
        new Sources()
            .inTest(
                "public class Base<T> { public void put(T x) {} public <X> void generic(X x) {} }")
            .inTest("@RemoteModule\npublic class Subject extends Base<Thread> {} // here\n")
            .compile();

    assertProblem(
        compilation,
        "Subject",
        "[RemoteType] parameter 'x' of Base.put(Thread) cannot cross processes: java.lang.Thread is"
            + " neither a value nor a @RemoteModule; pass one of these or override the method in"
            + " Subject with @RemoteIgnore");
    assertProblem(
        compilation,
        "Subject",
        "[RemoteGenericMethod] Base.generic(X) has type parameters of its own, and a stub must know"
            + " each type; declare the types or override the method in Subject with @RemoteIgnore");
    assertThat(problems(compilation)).hasSize(2);
  }

  @Test
  void typeThatGeneratedCodeCannotNameIsRefused() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  private record Secret(int x) {}
                  public void bar(Secret x) {} // here
                }
                """)
            .compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteType] parameter 'x' of Subject.bar(Secret) cannot cross processes: generated code"
            + " in package 'test' cannot name test.Subject.Secret; make it public or mark the"
            + " method @RemoteIgnore");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Consumer x | [RemoteType] | java.util.function.Consumer is a raw type; give type arguments,"
            + " as in Consumer<T>, or mark the method @RemoteIgnore",
        "Consumer<Thread> x | [RemoteType] | java.lang.Thread is neither a value nor a"
            + " @RemoteModule; pass one of these or mark",
        "Consumer<?> x | [RemoteType] | the wildcard ? stands for no one type; declare a type"
            + " instead, or",
        "Consumer<? extends Entry> x | [RemoteType] | the wildcard ? extends test.Entry stands for"
            + " no one type; declare Entry instead, or",
        "Supplier<? super Entry> x | [RemoteType] | the wildcard ? super test.Entry stands for no"
            + " one type; declare Entry instead, or",
        "Supplier<List<? extends Entry>> x | [RemoteType] | the wildcard ? extends test.Entry",
        "Supplier<String>[] x | [RemoteType] | is an array of a generic type",
        "Listener x | [RemoteType] | java.lang.Thread (Listener.changed.who) is neither a value nor"
            + " a @RemoteModule; pass one of these or mark",
        "List<Source> x | [RemoteType] | java.lang.Object (Source.get) is neither a value nor a"
            + " @RemoteModule; declare the type that it has or mark",
        "Telling x | [RemoteType] | java.lang.Thread (Telling.tell.to.changed.who) is neither",
        "java.awt.event.ActionListener x | [RemoteType] | java.awt.event.ActionEvent"
            + " (ActionListener.actionPerformed.arg1) is neither",
        "WithKeys x | [RemoteCallback] | the keys of java.util.Map<java.lang.Runnable,"
            + " java.lang.String> (WithKeys.map) are functions, and inside a value keys are text; make"
            + " them the values of the map, pass it as a parameter of its own, or mark",
        "Page<TreeMap<List<Runnable>, String>> x | [RemoteCallback] | the keys of"
            + " java.util.TreeMap<java.util.List<java.lang.Runnable>, java.lang.String> (Page.items)"
            + " are functions",
        "Shaped<Runnable> x | [RemoteCallback] | java.lang.Runnable is a functional interface inside"
            + " a value that Jackson's annotations describe, so nobody knows where in it; pass it as"
            + " a parameter of its own, or mark",
        "WithListener x | [RemoteType] | java.lang.Thread (WithListener.all.changed.who) is neither",
        "OfEditors x | [RemoteType] | test.Editor (OfEditors.opened) is the class of a @RemoteModule"
            + " inside a value, and a renderer has its stub, of another type; use an interface",
        "Page<Consumer<? super Editor>> x | [RemoteType] | test.Editor (Page.items) is the class of a",
        "other.Holding x | [RemoteType] | generated code in package 'test' cannot name other.Hidden"
            + " (Holding.hidden); make it public or mark",
        "other.Calling x | [RemoteType] | generated code in package 'test' cannot name"
            + " other.Callback (Calling.on); make it public or mark",
        "Mixed x | [RemoteCallback] | Page.items holds java.util.function.Consumer<java.lang.String>"
            + " and java.util.function.Consumer<test.Entry>, which nobody could tell apart there;"
            + " declare an interface of your own for one of them, or mark",
        "Supplier<List<Mixed>> x | [RemoteCallback] | Page.items holds",
        "Asking x | [RemoteCallback] | Page.items holds",
        "Generic x | [RemoteCallback] | the method of test.Generic has type parameters of its own,"
            + " and a proxy must know each type; give them to the interface, or mark",
        "Grow<String> x | [RemoteCallback] | leads to ever larger types; declare types that end, or"
            + " mark",
        "OfEditor x | [RemoteCallback] | test.Editor (OfEditor.opened) is the class of a"
            + " @RemoteModule that a functional interface names, and a renderer has its stub, of"
            + " another type; make it a type parameter of that interface, use an interface with"
            + " @RemoteModule there, or mark",
        "AlsoOfEditor x | [RemoteCallback] | test.Editor (AlsoOfEditor.accept) is the class of a",
        "WithPromise x | [RemotePromise] | java.util.concurrent.CompletableFuture<java.lang.String>"
            + " (WithPromise.text) is a promise inside a value, which is copied as it is; pass it as"
            + " a parameter or result of its own, or mark",
        "Future<String> x | [RemotePromise] | java.util.concurrent.Future<java.lang.String> is one"
            + " kind of future, and another would arrive; declare CompletableFuture or"
            + " CompletionStage, or mark",
        "ScheduledFuture<String> x | [RemotePromise] | is one kind of future",
        "WithStream x | [RemoteStream] | java.io.InputStream (WithStream.bytes) is a stream inside a"
            + " value, which is copied as it is; pass it as a parameter or result of its own, or",
        "Optional<WithStream> x | [RemoteStream] | (WithStream.bytes) is a stream inside a value",
        "WithLines x | [RemoteStream] | java.util.stream.Stream<java.lang.String> (WithLines.lines)"
            + " is a stream inside a value",
        "java.io.FileInputStream x | [RemoteStream] | java.io.FileInputStream is one kind of stream,"
            + " and another would arrive; declare InputStream, OutputStream, Reader or Writer, or",
        "java.io.PrintWriter x | [RemoteStream] | is one kind of stream",
        "CompletableFuture<?> x | [RemoteType] | the wildcard ? stands for no one type",
        "Failing x | [RemoteException] | its method declares test.Failing.Failure (Failing.run),"
            + " which the process of the caller cannot make; give it a constructor that generated"
            + " code may call with (String), (String, Throwable) or nothing, or mark",
        "@OneWay String x | [RemoteOneWay] | String is no functional interface whose method is"
            + " void, so nothing can be posted; remove the annotation",
        "@OneWay(false) Supplier<String> x | [RemoteOneWay] | Supplier<String> is no functional",
        "@OneWay List<Runnable> x | [RemoteOneWay] | List<Runnable> is no functional",
      })
  void functionOrPromiseThatCannotCrossIsRefusedAtTheParameter(
      String parameter, String code, String text) {
    Compilation compilation =
        withFunctions()
            .inTest(
                """
                import java.util.concurrent.*;
                import java.util.function.*;

                @RemoteModule
                public class Subject {
                  public void bar(
                      int before,
                      PARAMETER) {} // here
                }
                """
                    .replace("PARAMETER", parameter.strip()))
            .compile(List.of());

    assertOnly(compilation, "Subject", code.strip());
    assertOnly(compilation, "Subject", "parameter 'x' of Subject.bar(int, ");
    assertOnly(compilation, "Subject", text.strip());
  }

  @Test
  void functionThatIsNotKnownIsExplained() {
    Compilation compilation =
        new Sources()
            .inTest("public interface Listener { void changed(Missing<String> what); }")
            .inTest("public interface Telling { void tell(Listener listener) throws Gone; }")
            .inTest(
                "@RemoteModule\npublic class Subject { // here\n  public void x(Telling x) {}\n}")
            .compile();

    assertProblem(
        compilation,
        "Subject",
        "[RemoteUnresolved] SubjectStub and SubjectDispatcher are not generated, because");
    assertThat(problems(compilation)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int bar() { return 1; } | @OneWay on Subject.bar(): it returns int, and nobody waits for"
            + " an answer; make it void or remove the annotation",
        "Runnable bar() { return null; } | @OneWay on Subject.bar(): it returns Runnable, and",
        "void bar() throws IOException {} | @OneWay on Subject.bar(): it declares IOException, and"
            + " nobody waits for an answer; remove the exception or the annotation",
      })
  void oneWayMethodThatAnswersIsReportedAtTheAnnotation(String method, String text) {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  @OneWay // here
                  public METHOD
                }
                """
                    .replace("METHOD", method.strip()))
            .compile();

    assertOnly(compilation, "Subject", "[RemoteOneWay] " + text.strip());
  }

  @Test
  void oneWayInAFunctionalInterfaceIsReportedAtTheModule() {
    Compilation compilation =
        new Sources()
            .inTest("public interface Asking { @OneWay int ask(@OneWay String what); }")
            .inTest(
                "@RemoteModule\npublic class Subject { // here\n  public void x(Asking x) {}\n}")
            .compile();

    assertProblem(
        compilation,
        "Subject",
        "[RemoteOneWay] @OneWay on Asking.ask(String): it returns int, and nobody waits");
    assertProblem(
        compilation,
        "Subject",
        "[RemoteOneWay] @OneWay on parameter 'what' of Asking.ask(String): String is no functional"
            + " interface whose method is void");
  }

  @Test
  void oneWayInsideOfAValueIsReportedAtTheModule() {
    Compilation compilation =
        new Sources()
            .inTest("public record Inner(@OneWay List<Runnable> all) {}")
            .inTest(
                """
                public record Outer(@OneWay String name, @OneWay Runnable told, List<Inner> inner, Bean bean) {
                  @Override public String name() { return name; }
                }
                """)
            .inTest(
                """
                public class Bean {
                  @OneWay public Comparator<String> getOrder() { return null; }
                  public void setOrder(Comparator<String> order) {}
                }
                """)
            .inTest("@RemoteModule\npublic class Subject { // here\n  public void x(Outer x) {}\n}")
            .compile();

    assertProblem(
        compilation,
        "Subject",
        "[RemoteOneWay] @OneWay on component 'name' of Outer: String is no functional interface"
            + " whose method is void, so nothing can be posted; remove the annotation");
    assertProblem(
        compilation,
        "Subject",
        "[RemoteOneWay] @OneWay on component 'all' of Inner: List<Runnable> is no functional");
    assertProblem(
        compilation,
        "Subject",
        "[RemoteOneWay] @OneWay on component 'order' of Bean: Comparator<String> is no functional");
    assertThat(problems(compilation)).hasSize(3);
  }

  @Test
  void moduleInterfaceCannotNameTheClassOfAModuleInAFunction() {
    Compilation compilation =
        withTypes()
            .inTest(
                """
                @RemoteModule
                public interface Subject {
                  int bar(
                      java.util.function.Consumer<? super Editor> x); // here
                }
                """)
            .compile(List.of());

    assertOnly(compilation, "Subject", "[RemoteInterface] parameter 'x' of Subject.bar(Consumer<");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "public enum Subject { ONE } | [RemoteModuleKind] @RemoteModule Subject must be a class or"
            + " an interface, not an enum: modules cross by reference, and an enum crosses by"
            + " value; remove the annotation or make it a class",
        "public record Subject(int x) {} | [RemoteModuleKind] @RemoteModule Subject must be a class"
            + " or an interface, not a record",
        "public @interface Subject { int x(); } | [RemoteModuleKind] @RemoteModule Subject must be"
            + " a class or an interface, not an annotation",
        "public class Subject<T> { public int x() { return 1; } } | [RemoteModuleGeneric]"
            + " @RemoteModule Subject has type parameters, and a stub is generated for one type;"
            + " annotate a class that extends Subject with type arguments",
        "public class Subject<T> { public T x(T x, List<T> y) { return x; } } |"
            + " [RemoteModuleGeneric]",
        "public sealed interface Subject { int x(); record A(int x) implements Subject {} } |"
            + " [RemoteModuleSealed] @RemoteModule interface Subject is sealed, so its stub could"
            + " not implement it; remove 'sealed' or annotate its classes",
      })
  void moduleOfTheWrongShapeIsRefused(String module, String text) {
    Compilation compilation =
        new Sources().inTest("@RemoteModule\n" + module.strip() + " // here\n").compile();

    assertOnly(compilation, "Subject", text.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "private static class Subject | [RemoteModuleAccess] @RemoteModule Subject cannot be used"
            + " by generated code: it is private; make it public or package-private",
        "protected static class Subject | [RemoteModuleAccess] @RemoteModule Subject cannot be used"
            + " by generated code: it is protected",
        "public class Subject | [RemoteModuleInner] @RemoteModule Subject is an inner class, whose"
            + " objects need an outer one; make it static",
      })
  void nestedModuleOfTheWrongShapeIsRefused(String module, String text) {
    Compilation compilation =
        new Sources()
            .inTest(
                "public class Outer {\n@RemoteModule "
                    + module.strip()
                    + " { // here\n public int x() { return 1; } } }")
            .compile();

    assertOnly(compilation, "Outer", text.strip());
  }

  @Test
  void moduleInsideAPrivateClassIsRefused() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                public class Outer {
                  private static class Middle {
                    @RemoteModule public static class Subject { public int x() { return 1; } } // here
                  }
                }
                """)
            .compile();

    assertOnly(
        compilation, "Outer", "cannot be used by generated code: its enclosing Middle is private");
  }

  @Test
  void emptyModuleIsAWarning() {
    Compilation compilation =
        new Sources().inTest("@RemoteModule\npublic class Subject {} // here\n").compile(List.of());

    assertThat(compilation.errors()).isEmpty();
    assertProblem(
        compilation,
        "Subject",
        "[RemoteModuleEmpty] @RemoteModule Subject has no member: no public method or field, nor a"
            + " @RemoteConstructor; add one or remove the annotation");
  }

  @Test
  void constructorThatNobodyCanCallIsRefusedAtTheAnnotation() {
    Compilation ofAbstract =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public abstract class Subject {
                  @RemoteConstructor // here
                  public Subject() {}
                }
                """)
            .compile();
    Compilation ofPrivate =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  @RemoteConstructor // here
                  private Subject() {}
                }
                """)
            .compile();

    assertOnly(
        ofAbstract,
        "Subject",
        "[RemoteConstructor] @RemoteConstructor on constructor Subject(): the class is abstract, so"
            + " nobody can construct it; remove the annotation");
    assertOnly(
        ofPrivate,
        "Subject",
        "[RemoteConstructor] @RemoteConstructor on constructor Subject(): it is private, so the"
            + " dispatcher cannot call it; make it package-private or wider, or remove the"
            + " annotation");
  }

  @Test
  void genericMethodIsRefusedOnce() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  public <T extends Number & Comparable<T>> List<T> bar(T x, Map<String, T> y) { return List.of(); } // here
                }
                """)
            .compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteGenericMethod] Subject.bar(T, Map<String, T>) has type parameters of its own, and a"
            + " stub must know each type; declare the types or mark the method @RemoteIgnore");
  }

  @ParameterizedTest
  @CsvSource({
    "public static class Failure extends Exception { public Failure(int code) {} }",
    "public abstract static class Failure extends Exception { public Failure(String x) {} }",
    "public class Failure extends Exception { public Failure(String x) {} }",
    "public static class Failure extends RuntimeException { private Failure() {} }",
    "private static class Failure extends Exception { public Failure() {} }",
    "public static class Failure extends Exception { public Failure() throws Exception {} }",
  })
  void exceptionThatAStubCannotMakeIsRefused(String failure) {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  public int bar(int x) throws Failure { return 1; } // here
                  FAILURE
                }
                """
                    .replace("FAILURE", failure))
            .compile(List.of());

    assertOnly(
        compilation,
        "Subject",
        "[RemoteException] Subject.bar(int) declares test.Subject.Failure, which a renderer cannot"
            + " make; give it a constructor that generated code may call with (String), (String,"
            + " Throwable) or nothing, or mark the method @RemoteIgnore");
  }

  @Test
  void moduleInterfaceCannotNameTheClassOfAModule() {
    Compilation compilation =
        withTypes()
            .inTest(
                """
                @RemoteModule
                public interface Subject {
                  int bar(
                      List<Editor> x); // here
                }
                """)
            .compile(List.of());

    assertOnly(
        compilation,
        "Subject",
        "[RemoteInterface] parameter 'x' of Subject.bar(List<Editor>) names test.Editor, the class"
            + " of a @RemoteModule, so the stub SubjectStub could not implement Subject; use an"
            + " interface with @RemoteModule there");
  }

  @Test
  void moduleInterfaceCannotIgnoreWhatItsStubMustImplement() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public interface Subject {
                  int known();
                  @RemoteIgnore // here
                  Thread bar();
                  @RemoteIgnore default Thread fine() { return bar(); }
                }
                """)
            .compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteInterface] @RemoteIgnore on Subject.bar: the stub SubjectStub must implement it;"
            + " make it a default method, or remove the annotation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public int x; public int x() { return 1; } | property 'x' of Subject and Subject.x() would"
            + " both be 'x()' in SubjectStub; rename one of them or mark it @RemoteIgnore",
        "public int x; public void x(int y) {} | property 'x' of Subject and Subject.x(int) would"
            + " both be 'x(int)' in SubjectStub",
        "public static int construct(int x) { return x; } @RemoteConstructor Subject(int x) {} |"
            + " Subject.construct(int) and constructor Subject(int) would both be"
            + " 'construct(RemoteContext,int)'",
        "public static int require() { return 1; } | Subject.require() would be"
            + " 'require(RemoteContext)' in SubjectStub, which every stub has already; rename it or"
            + " mark it @RemoteIgnore",
        "public int hashCode; | property 'hashCode' of Subject would be 'hashCode()' in"
            + " SubjectStub, which every stub has already",
        "public long wait; | property 'wait' of Subject would be 'wait()' in SubjectStub, which"
            + " every stub has already",
      })
  void namesThatWouldClashInTheStubAreRefused(String members, String text) {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Subject {\n" + members.strip() + " // here\n}")
            .compile();

    assertOnly(compilation, "Subject", "[RemoteNameClash] " + text.strip());
  }

  @Test
  void nameThatWouldClashInTheAsynchronousStubIsRefused() {
    String members =
        """
        public class Subject {
          public int of(Subject other) { return 1; } // here
        }
        """;
    Compilation compilation =
        new Sources().inTest("@RemoteModule(async = true)\n" + members).compile();

    assertOnly(
        compilation,
        "Subject",
        "[RemoteNameClash] Subject.of(Subject) would be 'of(test.SubjectStub)' in SubjectAsyncStub,"
            + " which every stub has already; rename it or mark it @RemoteIgnore");
    new Sources().inTest("@RemoteModule\n" + members).compileCleanly();
  }

  @Test
  void typeThatNobodyWritesIsExplained() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject { // here
                  public Missing bar() { return null; }
                }
                """)
            .compile();

    assertProblem(
        compilation,
        "Subject",
        "[RemoteUnresolved] SubjectStub and SubjectDispatcher are not generated, because Missing is"
            + " no known type; check its import and the class path, and if a processor generates"
            + " it, that processor's errors");
  }

  @Test
  void allGeneratedClassesAreNamedThatAreMissing() {
    Compilation compilation =
        new Sources()
            .inTest(
                "@RemoteModule(async = true)\npublic class Subject { // here\n  public Missing"
                    + " missing;\n}")
            .compile();

    assertProblem(
        compilation,
        "Subject",
        "[RemoteUnresolved] SubjectStub, SubjectAsyncStub and SubjectDispatcher are not generated,"
            + " because Missing is");
  }

  @Test
  void classInTheWayOfAGeneratedOneIsExplained() {
    Compilation compilation =
        new Sources()
            .inTest("public class SubjectStub {}")
            .inTest("@RemoteModule\npublic class Subject { public int x() { return 1; } } // here")
            .compile(List.of());

    assertProblem(
        compilation,
        "Subject",
        "[RemoteFile] SubjectStub or SubjectDispatcher cannot be written: ");
    assertProblem(compilation, "Subject", "; rename the class that is in its way, or the module");
  }

  @Test
  void allErrorsOfAClassAreShownAtOnceAndNoneTwice() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  public Thread one;
                  public Thread two(Thread x, Map<Thread, Object> y) throws Failure { return x; }
                  public <T> void three() {}
                  public static List<?> four(ArrayList<String> x) { return x; }
                  static class Failure extends Exception { private Failure() {} }
                }
                """)
            .compile(List.of());

    assertThat(problems(compilation))
        .extracting(problem -> problem.getMessage(null).replaceAll("(?s)].*", "]"))
        .containsExactlyInAnyOrder(
            "[RemoteType]",
            "[RemoteType]",
            "[RemoteType]",
            "[RemoteType]",
            "[RemoteType]",
            "[RemoteException]",
            "[RemoteGenericMethod]",
            "[RemoteType]",
            "[RemoteType]");
  }

  @Test
  void errorsOfOneModuleDoNotHideThoseOfAnother() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class One { public Thread x() { return null; } }")
            .inTest("@RemoteModule public class Two { public Thread x() { return null; } }")
            .compile();

    assertThat(problems(compilation))
        .extracting(problem -> problem.getSource().getName())
        .containsExactly("test/One.java", "test/Two.java");
  }

  @Test
  void typesThatJacksonAnnotationsDescribeAreTrusted() {
    new Sources()
        .add("package com.fasterxml.jackson.annotation; public @interface JsonTypeInfo {}")
        .add("package com.fasterxml.jackson.annotation; public @interface JsonCreator {}")
        .add("package com.fasterxml.jackson.annotation; public @interface JsonIgnore {}")
        .inTest(
            """
            @com.fasterxml.jackson.annotation.JsonTypeInfo
            public sealed interface Shape { record Dot(int x) implements Shape {} }
            """)
        .inTest(
            """
            public final class Money {
              private Money() {}
              @com.fasterxml.jackson.annotation.JsonCreator public static Money of(long cents) { return new Money(); }
            }
            """)
        .inTest(
            """
            public record Partly(int x, Thread owner) {
              @com.fasterxml.jackson.annotation.JsonIgnore @Override public Thread owner() { return owner; }
            }
            """)
        .inTest(
            "@RemoteModule public class Subject { public Shape x(Money x, Partly y) { return new"
                + " Shape.Dot(1); } }")
        .compileCleanly();
  }

  private static Sources withTypes() {
    return new Sources()
        .inTest("public record Bad(int x, Thread owner) {}")
        .inTest("public record Deep(List<Bad> bad) {}")
        .inTest("public record Page<T>(List<T> items) {}")
        .inTest("public record WithEditor(Optional<Editor> editor) {}")
        .inTest("public interface Shape { int area(); int size(); }")
        .inTest("public class NoBean { public int getX() { return 1; } }")
        .inTest("public class Bean { public Thread owner; }")
        .inTest("@RemoteModule public class Editor { public int x() { return 1; } }");
  }

  private static Sources withFunctions() {
    return withTypes()
        .inTest("public record Entry(String name) {}")
        .inTest("public record WithKeys(Map<Runnable, String> map) {}")
        .inTest("public record WithListener(List<Listener> all) {}")
        .inTest("public record OfEditors(java.util.function.Consumer<Editor> opened) {}")
        .inTest("public interface Asking { void ask(Mixed mixed); }")
        .inTest(
            "public record Mixed(Page<java.util.function.Consumer<Entry>> a,"
                + " Page<java.util.function.Consumer<String>> b) {}")
        .add("package other; public record Holding(Hidden hidden) {} record Hidden(Runnable r) {}")
        .add(
            "package other; public record Calling(Callback on) {} interface Callback { void x(); }")
        .add("package com.fasterxml.jackson.annotation; public @interface JsonTypeInfo {}")
        .inTest("@com.fasterxml.jackson.annotation.JsonTypeInfo public record Shaped<T>(T item) {}")
        .inTest("public record WithPromise(java.util.concurrent.CompletableFuture<String> text) {}")
        .inTest("public record WithStream(java.io.InputStream bytes) {}")
        .inTest("public record WithLines(java.util.stream.Stream<String> lines) {}")
        .inTest("public interface Listener { void changed(int what, Thread who); }")
        .inTest("public interface Telling { int tell(Listener to); }")
        .inTest("public interface Source { Object get(); }")
        .inTest("public interface Generic { <T> T get(Class<T> type); }")
        .inTest("public interface Grow<T> { void next(Grow<List<T>> more); }")
        .inTest("public interface OfEditor { List<Editor> opened(); }")
        .inTest(
            "public interface AlsoOfEditor extends java.util.function.Consumer<Editor> { default"
                + " void more() {} }")
        .inTest(
            "public interface Failing { void run() throws Failure; class Failure extends Exception"
                + " { Failure(int x) {} } }");
  }

  private static void assertOnly(Compilation compilation, String file, String text) {
    assertProblem(compilation, file, text);
    assertThat(problems(compilation)).hasSize(1);
  }

  private static void assertProblem(Compilation compilation, String file, String text) {
    assertThat(problems(compilation))
        .anySatisfy(
            problem -> {
              assertThat(problem.getMessage(null)).contains(text);
              JavaFileObject source = problem.getSource();
              assertThat(source.getName()).endsWith("test/" + file + ".java");
              String line =
                  source
                      .getCharContent(true)
                      .toString()
                      .lines()
                      .toList()
                      .get((int) problem.getLineNumber() - 1);
              assertThat(line).endsWith("// here");
            });
  }

  /** Ours; javac's own come on top where a type is missing. */
  private static List<Diagnostic<? extends JavaFileObject>> problems(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getMessage(null).startsWith("[Remote"))
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .toList();
  }
}
