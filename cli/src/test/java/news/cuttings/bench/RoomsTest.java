package news.cuttings.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the harness. */
class RoomsTest {
  private static final String TOP = "news.cuttings.bench";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("news.cuttings");

  @Test
  void resultsAreOfNoEngineInParticular() {
    knowsOnly("results");
  }

  @Test
  void storiesAndQuestionsAreTheSameForAllEngines() {
    knowsOnly("corpora", "results");
  }

  @Test
  void anEngineDoesNotKnowHowItIsMeasured() {
    knowsOnly("engines", "corpora", "results");
  }

  @Test
  void timeAndQualityAreMeasuredApart() {
    knowsOnly("timing", "engines", "corpora", "results");
    knowsOnly("quality", "engines", "corpora", "results");
  }

  @Test
  void aReportDoesNotMeasure() {
    knowsOnly("report", "timing", "quality", "corpora", "results");
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching(TOP + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theHarnessKnowsNoCommandLine() {
    noClasses()
        .that()
        .resideInAPackage(TOP + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("news.cuttings.cli..")
        .check(CLASSES);
  }

  private static void knowsOnly(String room, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(room), Stream.of(others))
            .map(name -> TOP + "." + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(TOP + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideInAPackage(TOP + "..").negate()))
        .check(CLASSES);
  }
}
