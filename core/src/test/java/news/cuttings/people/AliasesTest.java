package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
  private static final String RULES =
      """
      \uFEFF# The desk's own rules.
      Muhammad Ali = Cassius Clay; Cassius Marcellus Clay

      Pelé = Edson Arantes do Nascimento
      nobody = Aston Villa; Hurricane Ernesto
      """;

  private static Person found(String name, String... spellings) {
    return new Person(name, List.of(spellings), Person.From.RECOGNISED, 0.9);
  }

  private static List<Person> filed(Person... people) throws BadAliasException {
    return Aliases.parse(RULES, "rules").apply(List.of(people));
  }

  @Test
  void renames() throws BadAliasException {
    assertThat(filed(found("Cássius CLAY", "Cássius CLAY", "Clay")))
        .containsExactly(
            new Person("Muhammad Ali", List.of("Cássius CLAY", "Clay"), Person.From.ALIAS, 0.9));
  }

  @Test
  void mergesWhereAStoryHasSeveral() throws BadAliasException {
    assertThat(
            filed(
                found("Muhammad Ali", "Ali"),
                found("Joe Frazier", "Frazier"),
                found("Cassius Clay", "Clay")))
        .containsExactly(
            new Person("Muhammad Ali", List.of("Ali", "Clay"), Person.From.ALIAS, 0.9),
            found("Joe Frazier", "Frazier"));
  }

  @Test
  void dropsWhatIsNobodyEvenWhereGiven() throws BadAliasException {
    assertThat(filed(found("Aston Villa"), Person.given("aston villa"), found("Emery")))
        .containsExactly(found("Emery"));
  }

  @Test
  void whomTheSourceStatesStaysStated() throws BadAliasException {
    assertThat(filed(Person.given("Edson Arantes do Nascimento"), found("Pelé", "Pelé")))
        .containsExactly(
            new Person(
                "Pelé", List.of("Edson Arantes do Nascimento", "Pelé"), Person.From.GIVEN, 1));
  }

  @Test
  void aNameThatNoRuleChangesStaysAsItWas() throws BadAliasException {
    assertThat(filed(found("Pelé", "Pelé"))).containsExactly(found("Pelé", "Pelé"));
  }

  @Test
  void rulesAreReadFromAFileAndAppliedByPeople(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("aliases"), RULES);
    Recogniser clay = text -> List.of(new Mention(0, 12, 0.9), new Mention(21, 25, 0.8));
    People people = People.with(clay).aliases(Aliases.read(file));
    Story story = Story.builder().body("Cassius Clay won and Clay left.").build();
    List<Story> named = people.name(List.of(story));
    assertThat(named.getFirst().people())
        .containsExactly(
            new Person("Muhammad Ali", List.of("Cassius Clay", "Clay"), Person.From.ALIAS, 0.9));
    assertThat(people.name(named)).isEqualTo(named);
    assertThat(
            People.given()
                .aliases(Aliases.read(file))
                .name(
                    List.of(
                        story.toBuilder().people(List.of(Person.given("Cassius Clay"))).build()))
                .getFirst()
                .people())
        .extracting(Person::name)
        .containsExactly("Muhammad Ali");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Pelé | rules, line 2: there is no '='
          = Edson | rules, line 2: there is no name before the '='
          Pelé = | rules, line 2: a name is missing
          Pelé = Edson;; Arantes | rules, line 2: a name is missing
          Pelé = Clay | rules, line 2: 'Clay' is Pelé here and Muhammad Ali in line 1
          nobody = clay | rules, line 2: 'clay' is nobody here and Muhammad Ali in line 1
          Clay = Cassius | rules, line 2: 'Clay' is Clay here and Muhammad Ali in line 1
          """)
  void aBadLineIsNamed(String line, String message) {
    assertThatThrownBy(() -> Aliases.parse("Muhammad Ali = Clay\n" + line, "rules"))
        .isInstanceOf(BadAliasException.class)
        .hasMessageStartingWith(message);
  }
}
