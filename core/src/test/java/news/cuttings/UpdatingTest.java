package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.cuttings.people.Mention;
import news.cuttings.people.People;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a later copy of a story says, and what it leaves unsaid. */
@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class UpdatingTest {
  private static final String FIRST =
      "{\"id\":\"a\",\"body\":\"Police named Ann Lee.\",\"people\":[\"Ann"
          + " Lee\"],\"date\":\"2024-01-01\"}";
  private static final String RECOGNISED = "Bob Day";

  private static Story read(String json) {
    try {
      return StoryJson.read(json);
    } catch (BadStoryException e) {
      throw new AssertionError(json, e);
    }
  }

  /** Recognises one name. */
  private static People people() {
    return People.with(text -> {
      int at = text.indexOf(RECOGNISED);
      return at < 0 ? List.of() : List.of(new Mention(at, at + RECOGNISED.length(), 1));
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "                            | Ann Lee | 2024-01-01",
        ",\"people\":[],\"date\":null   | -       | -",
        ",\"people\":null             | -       | 2024-01-01",
        ",\"people\":[]               | -       | 2024-01-01",
        ",\"date\":null               | Ann Lee | -",
        ",\"people\":\"\",\"date\":\"\"     | Ann Lee | 2024-01-01",
        ",\"date\":\"sometime\"         | Ann Lee | 2024-01-01",
        ",\"people\":[\"Cy Dunn\"]      | Cy Dunn | 2024-01-01",
        ",\"date\":\"2024-02-02\"       | Ann Lee | 2024-02-02",
      })
  void aKeyThatIsThereClearsAndOneThatIsNotKeeps(String keys, String name, String date)
      throws IOException {
    String more = keys == null ? "" : keys;
    for (boolean isCommitted : new boolean[] {true, false}) {
      try (StoryIndex index = Filed.empty(people())) {
        index.add(read(FIRST));
        if (isCommitted) {
          index.commit();
        }
        index.add(read("{\"id\":\"a\",\"body\":\"Correction.\"" + more + "}"));
        index.commit();
        Story story = index.story("a").orElseThrow();
        assertThat(story.body()).isEqualTo("Correction.");
        assertThat(story.people())
            .extracting(Person::name)
            .isEqualTo(name == null ? List.of() : List.of(name));
        assertThat(story.date())
            .isEqualTo(date == null ? Optional.empty() : Optional.of(LocalDate.parse(date)));
      }
    }
  }

  @Test
  void theBuilderSaysItToo() throws IOException {
    try (StoryIndex index = Filed.empty(people())) {
      index.add(read(FIRST));
      index.add(Story.builder().id("a").body("x").people(List.of()).date(null).build());
      index.commit();
      assertThat(index.story("a").orElseThrow().people()).hasSize(1);
      index.add(index.story("a").orElseThrow().toBuilder().noDate().build());
      index.commit();
      Story dateless = index.story("a").orElseThrow();
      assertThat(dateless.date()).isEmpty();
      assertThat(dateless.people()).hasSize(1);
      index.add(Story.builder().id("a").body("x").noPeople().build());
      index.commit();
      assertThat(index.story("a").orElseThrow().people()).isEmpty();
    }
  }

  @Test
  void whatIsReadSaysWhatItSaid() {
    String start = "{\"id\":\"a\",\"headline\":null,\"body\":\"x\",";
    String bob =
        "{\"name\":\"Bob Day\",\"from\":\"recognised\",\"spellings\":[],\"confidence\":1.0}";
    for (String rest :
        List.of(
            "\"people\":[],\"date\":null,\"source\":null}",
            "\"people\":[],\"date\":null,\"source\":null,\"unsaid\":[\"date\",\"people\"]}",
            "\"people\":[],\"date\":null,\"source\":null,\"unsaid\":[\"date\"]}",
            "\"people\":[],\"date\":\"2024-01-01\",\"source\":null,\"unsaid\":[\"people\"]}",
            "\"people\":[" + bob + "],\"date\":null,\"source\":null}",
            "\"people\":[" + bob + "],\"date\":null,\"source\":null,\"unsaid\":[\"people\"]}",
            "\"people\":[\"Ann Lee\"],\"date\":null,\"source\":null}")) {
      assertThat(StoryJson.write(read(start + rest))).isEqualTo(start + rest);
    }
    assertThat(StoryJson.write(read(start + "\"source\":null}")))
        .isEqualTo(
            start
                + "\"people\":[],\"date\":null,\"source\":null,\"unsaid\":[\"date\",\"people\"]}");
    assertThat(read("{\"body\":\"x\",\"unsaid\":[\"much\"],\"id\":\"a\"}").further())
        .containsEntry("unsaid", "[\"much\"]");
  }

  private static List<Story> export(StoryIndex index) throws IOException {
    List<Story> stories = new ArrayList<>();
    index.export(stories::add);
    return stories;
  }

  private static List<String> lines(StoryIndex index) throws IOException {
    return export(index).stream().map(StoryJson::write).toList();
  }

  /** An export wins, into an empty index and into one that has other copies. */
  @Test
  void whatWasExportedIsFiledAsItWas(RandomStories random) throws IOException {
    Random seeded = random.random();
    for (int i = 0; i < Filed.tries(10); i++) {
      try (StoryIndex from = Filed.empty(people());
          StoryIndex empty = Filed.empty(people());
          StoryIndex filled = Filed.empty(people())) {
        for (int n = 0; n < 20; n++) {
          from.add(copy(n, seeded));
          from.add(copy(n, seeded));
          filled.add(copy(n, seeded));
        }
        from.commit();
        filled.commit();
        List<String> lines = lines(from);
        for (StoryIndex to : List.of(empty, filled)) {
          to.addAll(lines.stream().map(UpdatingTest::read).toList());
          to.commit();
          assertThat(lines(to)).isEqualTo(lines);
          assertThat(export(to)).isEqualTo(export(from));
        }
      }
    }
  }

  /** What a copy says is filed alike, whether it was written down and read again or not. */
  @Test
  void whatWasParsedIsFiledAsTheSource(RandomStories random) throws IOException {
    Random seeded = random.random();
    for (int i = 0; i < Filed.tries(10); i++) {
      try (StoryIndex at = Filed.empty(people());
          StoryIndex via = Filed.empty(people())) {
        for (int n = 0; n < 20; n++) {
          Story old = copy(n, seeded);
          Story next = copy(n, seeded);
          at.addAll(List.of(old, next));
          via.add(old);
          String parsed = StoryJson.write(people().name(List.of(next)).getFirst());
          via.add(read(parsed));
        }
        at.commit();
        via.commit();
        assertThat(lines(via)).isEqualTo(lines(at));
      }
    }
  }

  private static Story copy(int number, Random random) {
    Story.Builder story =
        Story.builder()
            .id("s" + number)
            .body(random.nextBoolean() ? "The talks with Bob Day went on." : "No news of talks.");
    switch (random.nextInt(3)) {
      case 0 -> story.people(List.of(Person.given("Ann Lee " + random.nextInt(3))));
      case 1 -> story.noPeople();
      default -> {}
    }
    switch (random.nextInt(3)) {
      case 0 -> story.date(LocalDate.of(2024, 1, 1 + random.nextInt(28)));
      case 1 -> story.noDate();
      default -> {}
    }
    return story.build();
  }
}
