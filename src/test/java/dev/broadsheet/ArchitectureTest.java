package dev.broadsheet;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.List;

/** The rules that keep the packages the flow. */
@AnalyzeClasses(packages = "dev.broadsheet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** A package may use those before it. */
  private static final List<String> FLOW =
      List.of(
          "article",
          "read",
          "clean",
          "language",
          "segment",
          "topics",
          "summary",
          "pipeline",
          "evaluate",
          "report",
          "benchmark",
          "spark",
          "spark.tables",
          "cli");

  @ArchTest
  static final ArchRule sparkStaysInItsShell =
      noClasses()
          .that()
          .resideOutsideOfPackages("..broadsheet.spark..", "..broadsheet.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule openNlpStaysInLanguageAndSegment =
      noClasses()
          .that()
          .resideOutsideOfPackages("..broadsheet.language..", "..broadsheet.segment..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("opennlp..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.broadsheet.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule stepsKnowOnlyEarlierSteps =
      classes().that().resideInAPackage("dev.broadsheet.*..").should(knowOnlyEarlierSteps());

  @ArchTest
  static final ArchRule processingNeverExits =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.broadsheet.Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  /** The shell reaches file systems; what looks into data reaches nothing. */
  @ArchTest
  static final ArchRule stepsOpenNoConnection =
      noClasses()
          .that()
          .resideOutsideOfPackages("..broadsheet.spark..", "..broadsheet.cli..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.net.http..")
                  .or(resideInAPackage("java.nio.channels.."))
                  .or(assignableTo(java.net.Socket.class))
                  .or(assignableTo(java.net.ServerSocket.class))
                  .or(assignableTo(java.net.DatagramSocket.class))
                  .or(assignableTo(java.net.URLConnection.class)))
          .orShould()
          .callMethod(java.net.URL.class, "openStream")
          .orShould()
          .callMethod(org.jsoup.Jsoup.class, "connect", String.class);

  @ArchTest
  static final ArchRule dataNamesNoClasses =
      noClasses()
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(ClassLoader.class, "loadClass", String.class)
          .orShould()
          .callConstructor(ObjectInputStream.class, InputStream.class)
          .orShould()
          .callMethodWhere(target(nameMatching(".*DefaultTyping.*")))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo");

  @ArchTest
  static void thePipelineIsAmongTheClassesLookedAt(JavaClasses classes) {
    assertTrue(classes.contain("dev.broadsheet.pipeline.ArticlePipeline"));
  }

  private static ArchCondition<JavaClass> knowOnlyEarlierSteps() {
    return new ArchCondition<>("know only earlier steps of the flow") {
      @Override
      public void check(JavaClass owner, ConditionEvents events) {
        owner.getDirectDependenciesFromSelf().stream()
            .filter(use -> step(use.getTargetClass()) > step(owner))
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }

  private static int step(JavaClass type) {
    String name = type.getPackageName() + ".";
    for (int i = FLOW.size() - 1; i >= 0; i--) { // so that a package below another is itself
      if (name.startsWith("dev.broadsheet." + FLOW.get(i) + ".")) {
        return i;
      }
    }
    return -1;
  }
}
