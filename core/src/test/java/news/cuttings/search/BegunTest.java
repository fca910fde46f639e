package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.QuerySyntaxException;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases and names whose last word is only begun, against every choice of places. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class BegunTest {
  private static final int STORIES = 120;
  private static final int QUERIES = 300;

  @Test
  void whatIsBegunIsFoundWhereItStands(RandomStories stories) throws IOException {
    Random random = stories.random();
    List<Story> filed = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      filed.add(Story.builder().id("s" + i).body(text(random, 2 + random.nextInt(12))).build());
    }
    int found = 0;
    try (StoryIndex index = Filed.of(filed)) {
      for (int i = 0; i < Filed.tries(QUERIES); i++) {
        List<String> words = Arrays.asList(text(random, 1 + random.nextInt(3)).split(" ", -1));
        int others = random.nextInt(3);
        TreeSet<String> expected = new TreeSet<>();
        for (Story story : filed) {
          List<String> text = Arrays.asList(story.body().split(" ", -1));
          if (others == 0 ? stands(words, text) : isNear(words, text, others, new TreeSet<>())) {
            expected.add(story.id());
          }
        }
        String typed = '"' + String.join(" ", words) + "*\"" + (others > 0 ? "~" + others : "");
        assertThat(found(index, typed)).as(typed).isEqualTo(expected);
        found += expected.size();
      }
    }
    assertThat(found).isGreaterThan(Filed.tries(QUERIES));
  }

  private static Set<String> found(StoryIndex index, String typed) throws IOException {
    StoryQuery query = StoryQuery.parse(typed).limit(STORIES).match(StoryQuery.Match.ALL);
    Results found = index.search(query.idsOnly().order(StoryQuery.Order.OLDEST));
    boolean isLoosened = !found.warnings().isEmpty();
    return isLoosened ? new TreeSet<>() : new TreeSet<>(Filed.ids(found));
  }

  private static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      StringBuilder word = new StringBuilder("w");
      int length = random.nextInt(4);
      for (int j = 0; j < length; j++) {
        word.append("kkpkpt".charAt(random.nextInt(6)));
      }
      text.add(word.toString());
    }
    return String.join(" ", text);
  }

  private static boolean stands(List<String> words, List<String> text) {
    return IntStream.rangeClosed(0, text.size() - words.size())
        .anyMatch(from ->
            IntStream.range(0, words.size()).allMatch(at -> fits(words, at, text.get(from + at))));
  }

  private static boolean fits(List<String> words, int at, String word) {
    return at + 1 == words.size() ? word.startsWith(words.get(at)) : word.equals(words.get(at));
  }

  private static boolean isNear(
      List<String> words, List<String> text, int others, NavigableSet<Integer> places) {
    int next = places.size();
    if (next == words.size()) {
      return places.last() - places.first() + 1 - next <= others;
    }
    for (int at = 0; at < text.size(); at++) {
      if (fits(words, next, text.get(at)) && places.add(at)) {
        if (isNear(words, text, others, places)) {
          return true;
        }
        places.remove(at);
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"quick bro*\" | true",
        "\"quick bra*\" | false",
        "\"QUICK Bro*\" | true",
        "\"brown quick*\" | false",
        "\"brown qui*\"~2 | true",
        "\"quick qui*\"~2 | false",
        "\"policemen policeme*\"~2 | false",
        "\"the pol*\" | true",
        "\"the policem*\" | true",
        "\"d'arcy wal*\" | true",
        "\"guardian.c*\" | true",
        "\"gua*\" | true",
        "headline:\"the fis*\" | true",
        "headline:\"quick bro*\" | false",
        "person:\"lópez obr*\" | true",
        "person:\"Lopez OBR*\" | true",
        "person:\"obrador lóp*\" | true",
        "person:\"obr*\" | true",
        "person:\"lópez bar*\" | false",
        "person:\"bárcena obr*\" | false",
        "source:\"evening po*\" | true",
        "source:\"morning po*\" | false",
        "-\"quick bro*\" | false",
      })
  void theLastWordMayBeABeginning(String typed, boolean isFound) throws IOException {
    Story story =
        Story.builder()
            .id("1")
            .headline("The fishermen")
            .body("A quick brown fox met the policemen. D'Arcy walks. Read guardian.com daily.")
            .people(List.of(Person.given("Andrés Manuel López Obrador"), Person.given("A Bárcena")))
            .source("The Evening Post")
            .build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      Results found = index.search(StoryQuery.parseStrict(typed, LocalDate.MIN).limit(0));
      assertThat(found.total().stories()).isEqualTo(isFound ? 1 : 0);
    }
  }

  @Test
  void whatIsBegunIsMarked() throws IOException {
    try (StoryIndex index = Filed.ofTexts("A quick brown fox. Brown bread and a quick walk.")) {
      Hit hit = index.search(StoryQuery.parse("\"quick bro*\"")).first();
      assertThat(hit.snippet().mark("[", "]")).contains("[quick] [brown] fox. Brown bread");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"qui* brown\"", "\"quick brow~\"", "\"qu?ck brown\"", "fo?", "qu?ck", "fo?*"})
  void whatIsNotUnderstoodIsTold(String typed) throws IOException {
    try (StoryIndex index = Filed.ofTexts("quick brown fox")) {
      Results found = index.search(StoryQuery.parse(typed));
      assertThat(found.warnings()).isNotEmpty();
    }
    assertThatThrownBy(() -> StoryQuery.parseStrict(typed, LocalDate.MIN))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("write ");
  }

  @Test
  void aQuestionIsNoPattern() throws IOException {
    try (StoryIndex index = Filed.ofTexts("What now? The quick brown fox.")) {
      assertThat(index.search(StoryQuery.parse("now?")).warnings()).isEmpty();
      assertThat(index.search(StoryQuery.parse("is it a fox?")).warnings()).isEmpty();
    }
  }
}
