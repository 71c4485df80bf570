package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.NoSuchModuleException;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.RemoteStub;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 43 to 54: what a require gives. */
final class ElectronRequireIT {

  @ParameterizedTest
  @EnumSource
  void case43SameObjectForTheSameModule(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      PrintNameStub first = PrintNameStub.require(reached.remote);
      assertThat(PrintNameStub.require(reached.remote)).isSameAs(first);
      assertThat(reached.held(PrintNameStub.TYPE)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case44AnObjectMayHaveAPropertyCalledId(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      assertThat(Fixtures_IdStub.require(reached.remote).id()).isEqualTo(1127);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case45ObjectsOfClassesWithoutANameAreUsedAndComeHome(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Fixtures_NamelessStub nameless = Fixtures_NamelessStub.require(reached.remote);
      Fixtures.Greeter anonymous = nameless.anonymous();
      assertThat(anonymous.greet("you")).isEqualTo("anonymous greets you");
      assertThat(nameless.lambda().greet("you")).isEqualTo("lambda greets you");
      assertThat(nameless.anonymous()).isSameAs(anonymous);
      assertThat(nameless.classNameLength(anonymous)).isZero();
      assertThat(Fixtures_GreeterStub.require(reached.remote).greet("you")).isEqualTo("hello you");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case47ModulesInsideOfModulesAreReached(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Fixtures_ToolboxStub toolbox = Fixtures_ToolboxStub.require(reached.remote);
      assertThat(toolbox.hammer().name()).isEqualTo("hammer");
      assertThat(toolbox.hammer().part("handle").part("grain").name())
          .isEqualTo("hammer's handle's grain");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case48StaticMembersAndConstructorsOfAClass(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      assertThat(Fixtures_FooStub.foo(reached.remote)).isEqualTo(3);
      assertThat(Fixtures_FooStub.bar(reached.remote)).isEqualTo("baz");
      Fixtures_FooStub foo = Fixtures_FooStub.construct(reached.remote);
      assertThat(foo.baz()).isEqualTo(123);
      assertThat(Fixtures_FooStub.construct(reached.remote)).isNotSameAs(foo);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case52EveryModuleThatIsExportedIsReachedByItsName(Route route) throws IOException {
    List<Function<RemoteContext, RemoteStub>> all =
        List.of(
            BusyStub::require,
            CensusStub::require,
            Fixtures_AssemblyStub::require,
            Fixtures_BaseStub::require,
            Fixtures_DerivedStub::require,
            Fixtures_GreeterStub::require,
            Fixtures_IdStub::require,
            ForestStub::require,
            Offered_WindowStub::require,
            ThrowerStub::require);
    try (Reached reached = route.reach()) {
      List<RemoteStub> stubs = all.stream().map(require -> require.apply(reached.remote)).toList();
      assertThat(stubs).doesNotHaveDuplicates();
      assertThatThrownBy(() -> Offered_LibraryStub.require(reached.remote))
          .isInstanceOf(NoSuchModuleException.class)
          .hasMessageContaining("no module 'module' is exported");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case53ToStringIsLocalAndNamesTheObject(Route route) throws IOException {
    Fixtures_ToolStub tool;
    try (Reached reached = route.reach()) {
      tool = Fixtures_ToolboxStub.require(reached.remote).hammer();
      assertThat(tool.name()).isEqualTo("hammer");
    }
    // The connection is closed: a call would fail.
    assertThat(tool.toString())
        .matches("stub of dev\\.remora\\.it\\.electron\\.Fixtures\\.Tool#\\d+");
  }

  @ParameterizedTest
  @EnumSource(names = "IN_PROCESS")
  void case54TheStubHasAllMembersOfItsModule(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      PrintNameStub stub = PrintNameStub.require(reached.remote);
      assertThat(members(stub.getClass())).isEqualTo(members(PrintName.class)).isNotEmpty();
    }
  }

  private static List<String> members(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !method.getName().equals("withTimeout")) // what every stub has besides
        .map(ElectronRequireIT::signature)
        .sorted()
        .toList();
  }

  private static String signature(Method method) {
    return method.getGenericReturnType()
        + " "
        + method.getName()
        + Arrays.toString(method.getGenericParameterTypes());
  }
}
