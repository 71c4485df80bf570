package dev.remora;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The floor plan of {@code CONTRIBUTING.md}: who may import whom. */
@AnalyzeClasses(packages = "dev.remora", importOptions = ImportOption.DoNotIncludeTests.class)
final class FloorPlanTest {

  @ArchTest
  static final ArchRule importsGoDownwardsOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("log")
          .definedBy("dev.remora.log")
          .layer("exceptions")
          .definedBy("dev.remora")
          .layer("wire")
          .definedBy("dev.remora.wire")
          .layer("registry")
          .definedBy("dev.remora.registry")
          .layer("stub")
          .definedBy("dev.remora.stub")
          .layer("transport")
          .definedBy("dev.remora.transport")
          .layer("session")
          .definedBy("dev.remora.session")
          .layer("main")
          .definedBy("dev.remora.main")
          .layer("renderer")
          .definedBy("dev.remora.renderer")
          .whereLayer("log")
          .mayNotAccessAnyLayer()
          .whereLayer("renderer")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("main")
          .mayOnlyBeAccessedByLayers("renderer")
          .whereLayer("session")
          .mayOnlyBeAccessedByLayers("main", "renderer")
          .whereLayer("transport")
          .mayOnlyBeAccessedByLayers("session", "main", "renderer")
          .whereLayer("stub")
          .mayOnlyBeAccessedByLayers("session", "main", "renderer")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers("session", "main")
          .whereLayer("wire")
          .mayOnlyBeAccessedByLayers("stub", "transport", "session");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.remora.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsFoundByReflectionButGeneratedClasses =
      noClasses()
          .that()
          .doNotHaveSimpleName("GeneratedClasses")
          .and()
          .doNotHaveSimpleName("FirstCallClasses") // loads ours ahead, and uses nothing of them
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.lang.reflect.Member.class);

  @ArchTest
  static final ArchRule nothingIsSerializedByJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.Object(In|Out)putStream");

  @ArchTest
  static final ArchRule usersGetJacksonAndNothingElse =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "dev.remora..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify..",
              "com.google.errorprone.annotations..");

  /**
   * The compiler's own lint for this also wants exports that would break users without JSpecify.
   */
  @ArchTest
  static final ArchRule exportedTypesShowNoInternalOnes =
      classes()
          .that()
          .resideInAnyPackage("dev.remora", "dev.remora.main", "dev.remora.renderer")
          .and()
          .arePublic()
          .should(showOnlyExportedTypes());

  private static ArchCondition<JavaClass> showOnlyExportedTypes() {
    return new ArchCondition<>("show only exported types in public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> !method.getFullName().contains("openInProcessLink"))
            .flatMap(method -> method.getAllInvolvedRawTypes().stream())
            .filter(FloorPlanTest::isInternal)
            .forEach(
                shown ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " shows " + shown.getName())));
      }
    };
  }

  private static boolean isInternal(JavaClass type) {
    String name = type.getPackageName();
    return name.equals("dev.remora.log")
        || name.equals("dev.remora.wire")
        || name.equals("dev.remora.registry")
        || name.equals("dev.remora.session")
        || name.equals("dev.remora.transport");
  }
}
