package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final People PEOPLE = People.standard();

  /** Takes what stands in square brackets for a name. */
  private static final People MARKED =
      People.with(text -> {
        List<Mention> mentions = new ArrayList<>();
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
          mentions.add(new Mention(open + 1, text.indexOf(']', open), 0.8));
        }
        return mentions;
      });

  private static Story story(String body, Person... people) {
    return Story.builder().body(body).people(List.of(people)).build();
  }

  private static List<List<String>> marked(String... bodies) {
    return names(MARKED.name(Arrays.stream(bodies).map(body -> story(body)).toList()));
  }

  private static List<List<String>> names(List<Story> stories) {
    return stories.stream()
        .map(story -> story.people().stream().map(Person::name).toList())
        .toList();
  }

  private static List<Person> people(People people, Story story) {
    return people.name(List.of(story)).getFirst().people();
  }

  @Test
  void everyFormGoesToTheFullest() {
    Story story = story("[Klopp] and [J. Klopp]: [Jürgen Klopp]. [KLOPP]!");
    assertThat(people(MARKED, story))
        .containsExactly(
            new Person(
                "Jürgen Klopp",
                List.of("Klopp", "J. Klopp", "Jürgen Klopp", "KLOPP"),
                Person.From.RECOGNISED,
                0.8));
  }

  @Test
  void whoIsWrittenSurnameFirstIsShownTheUsualWay() {
    assertThat(people(MARKED, story("[Durham, Charles] and [OBRADOR Andrés]. [Obrador] left.")))
        .extracting(Person::name, Person::spellings)
        .containsExactly(
            tuple("Charles Durham", List.of("Durham, Charles")),
            tuple("Andrés Obrador", List.of("OBRADOR Andrés", "Obrador")));
  }

  @Test
  void aSurnameThatFitsSeveralStaysAlone() {
    assertThat(marked("[Gomes]: [Gil Gomes] and [Angel Gomes].").getFirst())
        .containsExactly("Gomes", "Gil Gomes", "Angel Gomes");
  }

  @Test
  void capitalsGiveWayToThePlainForm() {
    assertThat(marked("[JÜRGEN KLOPP] [Jürgen Klopp]").getFirst()).containsExactly("Jürgen Klopp");
  }

  @Test
  void aStorysOwnPeopleComeFirst() {
    assertThat(marked("[Ruud] won. [Casper Ruud]", "[Ruud van Nistelrooy]"))
        .containsExactly(List.of("Casper Ruud"), List.of("Ruud van Nistelrooy"));
  }

  @Test
  void thePageCompletesWhatFitsOne() {
    assertThat(marked("[Guardiola]", "[Pep Guardiola]", "[Gomes]", "[Gil Gomes]", "[Angel Gomes]"))
        .containsExactly(
            List.of("Pep Guardiola"),
            List.of("Pep Guardiola"),
            List.of("Gomes"),
            List.of("Gil Gomes"),
            List.of("Angel Gomes"));
  }

  @Test
  void aGivenNameAloneIsNotCompletedByThePage() {
    assertThat(marked("[Ruud]", "[Ruud van Nistelrooy]"))
        .containsExactly(List.of("Ruud"), List.of("Ruud van Nistelrooy"));
  }

  @Test
  void thePageJoinsTwoWhoAreOne() {
    assertThat(marked("[Juan López] and [López Obrador]", "[Juan López Obrador]"))
        .containsExactly(List.of("Juan López Obrador"), List.of("Juan López Obrador"));
  }

  @Test
  void givenPeopleAreKeptAndTakeInTheText() {
    Story story = story("[Baker] met [George Shultz].", Person.given("James Baker"));
    assertThat(people(MARKED, story))
        .containsExactly(
            new Person("James Baker", List.of("Baker"), Person.From.GIVEN, 1),
            new Person("George Shultz", List.of("George Shultz"), Person.From.RECOGNISED, 0.8));
  }

  @Test
  void aGivenNameStaysWhereTheTextHasAFullerOne() {
    Story story = story("[James A. Baker] and [Baker].", Person.given("James Baker"));
    assertThat(people(MARKED, story))
        .containsExactly(
            new Person("James Baker", List.of("James A. Baker", "Baker"), Person.From.GIVEN, 1));
  }

  @Test
  void givenPeopleAreNeverPutTogether() {
    Story story = story("[James A. Baker]", Person.given("James Baker"), Person.given("Baker"));
    assertThat(names(MARKED.name(List.of(story))).getFirst())
        .containsExactly("James Baker", "Baker");
  }

  @Test
  void aCodeTakesItsNameFromTheText() {
    Person code = new Person("james-baker", List.of(), Person.From.TAGGED, 1);
    assertThat(people(MARKED, story("[Baker], or [James Baker].", code)))
        .containsExactly(
            new Person("James Baker", List.of("Baker", "James Baker"), Person.From.TAGGED, 1));
    assertThat(people(MARKED, story("[James A. Baker] spoke.", code)))
        .containsExactly(
            new Person("James A. Baker", List.of("James A. Baker"), Person.From.TAGGED, 1));
    assertThat(people(MARKED, story("[Baker] spoke.", code)))
        .containsExactly(new Person("james-baker", List.of("Baker"), Person.From.TAGGED, 1));
    assertThat(people(MARKED, story("Nobody spoke.", code))).containsExactly(code);
  }

  @Test
  void givenReadsNoTextAndOffKeepsNobody() {
    Person given = Person.given("James Baker");
    Person found = new Person("Klopp", List.of("Klopp"), Person.From.RECOGNISED, 0.6);
    Story story = story("The referee David Coote left.", given, found);
    assertThat(people(People.given(), story)).containsExactly(given);
    assertThat(people(People.off(), story)).isEmpty();
  }

  @Test
  void filingAnExportAnewChangesNothing() throws BadStoryException {
    List<Story> page =
        MARKED.name(
            List.of(
                story("[Guardiola] and [Baker]", Person.given("james-baker")),
                story("[Pep Guardiola], [James Baker]")));
    for (Story named : page) {
      Story read = StoryJson.read(StoryJson.write(named));
      assertThat(MARKED.name(List.of(read))).containsExactly(named);
    }
  }

  @Test
  void aRecognisedPersonWhomTheTextDoesNotNameIsDropped() {
    Person stale = new Person("Aston Villa", List.of("Aston Villa"), Person.From.RECOGNISED, 0.6);
    assertThat(people(MARKED, story("Nobody.", stale))).isEmpty();
  }

  @Test
  void anAliasKeepsItsNameWhereItsSpellingIsMet() {
    Person alias = new Person("Pelé", List.of("Edson"), Person.From.ALIAS, 1);
    assertThat(people(MARKED, story("[Edson] scored.", alias))).containsExactly(alias);
  }

  @Test
  void manyThreadsShareOne() throws Exception {
    Story story = story("The referee David Coote insulted Jürgen Klopp. Coote left.");
    List<Story> expected = PEOPLE.name(List.of(story));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Story>>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(threads.submit(() -> PEOPLE.name(List.of(story))));
      }
      for (Future<List<Story>> one : all) {
        assertThat(one.get()).isEqualTo(expected);
      }
    }
  }

  @Property(tries = 300)
  void anyStoriesAndPeopleAreNamed(
      @ForAll @Size(min = 1, max = 3) List<@StringLength(min = 1, max = 30) String> bodies,
      @ForAll @StringLength(min = 1, max = 20) String name) {
    List<Story> page = new ArrayList<>();
    for (String body : bodies) {
      Story.Builder story = Story.builder().headline("David Coote and Jürgen Klopp").body(body);
      if (!name.isBlank()) {
        story.people(List.of(Person.given("x" + name)));
      }
      page.add(story.build());
    }
    List<Story> named = PEOPLE.name(page);
    assertThat(named).extracting(Story::id).isEqualTo(page.stream().map(Story::id).toList());
    assertThat(PEOPLE.name(named)).isEqualTo(named);
  }

  @Test
  void manyNamesInOneStoryTakeLinearTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("[John X").append(i).append(" Smith] [Smith] [X").append(i).append("]\n");
    }
    assertThat(people(MARKED, story(text.toString()))).hasSizeGreaterThan(60_000);
  }
}
