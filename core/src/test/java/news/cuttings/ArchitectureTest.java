package news.cuttings;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between the packages. */
class ArchitectureTest {
  private static final String TOP = "news.cuttings";

  /** The package at the top, without those below it. */
  private static final String FRONT = "";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(TOP);

  @Test
  void storyKnowsNobody() {
    knowsOnly("story");
  }

  @Test
  void formatsKnowStoriesOnly() {
    knowsOnly("formats", "story");
  }

  /** Whatever families there are: each knows what readers share, and no other. */
  @Test
  void aFamilyOfFormatsKnowsNoOther() {
    List<String> families =
        CLASSES.stream()
            .map(type -> type.getPackageName())
            .filter(name -> name.startsWith(TOP + ".formats."))
            .map(name -> name.substring(TOP.length() + 1))
            .filter(name -> !name.equals("formats.io"))
            .distinct()
            .toList();
    assertThat(families).contains("formats.edition", "formats.record");
    families.forEach(family -> knowsOnly(family, "formats.io", "story"));
  }

  @Test
  void whatReadersShareKnowsNoReader() {
    knowsOnly("formats.io", "story");
  }

  @Test
  void peopleKnowStoriesOnly() {
    knowsOnly("people", "story");
  }

  @Test
  void whatWeighsWordsKnowsNone() {
    knowsOnly("ranking", "story");
  }

  @Test
  void theIndexKnowsStoriesPeopleAndWeights() {
    knowsOnly("index", "story", "people", "ranking");
  }

  @Test
  void theLanguageKnowsLettersAndTheNamesOfTheSchema() {
    knowsOnly("query.syntax", "story", "index");
  }

  @Test
  void queriesAndAnswersKnowStoriesAndTheLanguage() {
    onlyThese(TOP + ".query", List.of(of("query"), of("story")));
  }

  @Test
  void searchKnowsAllButFormatsAndPeople() {
    knowsOnly("search", "story", "index", "query", "ranking");
    knowsOnly("search.count", "index", "query");
    knowsOnly("search.like", "story", "index", "query", "ranking", "search");
    noClasses()
        .that()
        .resideInAPackage(TOP + ".search")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(of("search.like"))
        .check(CLASSES);
  }

  @Test
  void theClusterIsAnotherDoorToTheSame() {
    knowsOnly("cluster", "story", "people", "index", "query", "ranking", "search", FRONT);
  }

  @Test
  void nobodyKnowsTheCluster() {
    noClasses()
        .that()
        .resideOutsideOfPackage(of("cluster"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(of("cluster"))
        .check(CLASSES);
  }

  @Test
  void onlyTheClusterOpensConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackage(of("cluster"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "javax.net..")
                .or(assignableTo(java.net.Socket.class))
                .or(assignableTo(java.net.ServerSocket.class))
                .or(assignableTo(java.net.URLConnection.class))
                .or(assignableTo(java.nio.channels.NetworkChannel.class)))
        .check(CLASSES);
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching(TOP + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(TOP + ".formats.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(TOP + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void storiesAndFormatsDoWithoutLucene() {
    noClasses()
        .that()
        .resideInAnyPackage(of("story"), of("formats"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..", "org.tartarus..")
        .check(CLASSES);
  }

  @Test
  void noTypeOfLuceneInWhatUsersSee() {
    List<String> seen = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      boolean front = type.getPackageName().equals(TOP);
      boolean user = front || resideInAnyPackage(of("story"), TOP + ".query").test(type);
      if (user && isSeen(type)) {
        type.getCodeUnits().stream()
            .filter(unit -> isSeen(unit.getModifiers()))
            .filter(ArchitectureTest::namesLucene)
            .forEach(unit -> seen.add(unit.getFullName()));
        type.getFields().stream()
            .filter(field -> isSeen(field.getModifiers()))
            .filter(ArchitectureTest::namesLucene)
            .forEach(field -> seen.add(field.getFullName()));
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void absenceIsDeclaredInEveryPackage() {
    List<String> bare =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .filter(of -> !of.isAnnotatedWith(NullMarked.class))
            .map(of -> of.getName())
            .distinct()
            .toList();
    assertThat(bare).isEmpty();
  }

  private static void knowsOnly(String name, String... others) {
    List<String> allowed = new ArrayList<>(List.of(of(name)));
    for (String other : others) {
      allowed.add(of(other));
    }
    onlyThese(of(name), allowed);
  }

  private static void onlyThese(String packages, List<String> allowed) {
    classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed.toArray(String[]::new))
                .or(resideInAPackage(TOP + "..").negate()))
        .check(CLASSES);
  }

  private static String of(String name) {
    return name.equals(FRONT) ? TOP : TOP + "." + name + "..";
  }

  private static boolean isSeen(JavaClass type) {
    return isSeen(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
  }

  private static boolean isSeen(java.util.Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean namesLucene(JavaCodeUnit unit) {
    return isLucene(unit.getReturnType().toErasure())
        || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isLucene)
        || unit.getThrowsClause().getTypes().stream().anyMatch(ArchitectureTest::isLucene);
  }

  private static boolean namesLucene(JavaField field) {
    return isLucene(field.getRawType());
  }

  private static boolean isLucene(JavaClass type) {
    return type.getPackageName().startsWith("org.apache.lucene");
  }
}
