package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words near one another, against every choice of places. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class NearTest {
  private static final int STORIES = 150;
  private static final int QUERIES = 400;

  @Test
  void withinSoManyWordsIsWhatItSays(RandomStories stories) throws IOException {
    Random random = stories.random();
    List<Story> filed = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      filed.add(Story.builder().id("s" + i).body(text(random, 2 + random.nextInt(14))).build());
    }
    int found = 0;
    try (StoryIndex index = Filed.of(filed)) {
      for (int i = 0; i < Filed.tries(QUERIES); i++) {
        List<String> words = Arrays.asList(text(random, 2 + random.nextInt(4)).split(" ", -1));
        int others = 1 + random.nextInt(8);
        TreeSet<String> expected = new TreeSet<>();
        for (Story story : filed) {
          if (isNear(words, Arrays.asList(story.body().split(" ", -1)), others)) {
            expected.add(story.id());
          }
        }
        Set<String> of = found(index, words, others);
        assertThat(of).as("%s ~%d", words, others).isEqualTo(expected);
        Collections.shuffle(words, random);
        assertThat(found(index, words, others)).as("%s ~%d", words, others).isEqualTo(expected);
        found += expected.size();
      }
    }
    assertThat(found).isGreaterThan(Filed.tries(QUERIES));
  }

  private static Set<String> found(StoryIndex index, List<String> words, int others)
      throws IOException {
    String text = '"' + String.join(" ", words) + "\"~" + others;
    StoryQuery query = StoryQuery.parse(text).limit(STORIES).match(StoryQuery.Match.ALL);
    Results found = index.search(query.idsOnly().order(StoryQuery.Order.OLDEST));
    boolean isLoosened = !found.warnings().isEmpty();
    return isLoosened ? new TreeSet<>() : new TreeSet<>(Filed.ids(found));
  }

  private static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      int letter = random.nextInt(1 + random.nextInt(8)); // some words far more often than others
      text.add("w" + (char) ('a' + letter) + "k");
    }
    return String.join(" ", text);
  }

  /** Tries every place for every word. */
  private static boolean isNear(List<String> words, List<String> text, int others) {
    return isNear(words, text, others, new TreeSet<>());
  }

  private static boolean isNear(
      List<String> words, List<String> text, int others, NavigableSet<Integer> places) {
    int next = places.size();
    if (next == words.size()) {
      return places.last() - places.first() + 1 - next <= others;
    }
    for (int at = 0; at < text.size(); at++) {
      if (text.get(at).equals(words.get(next)) && places.add(at)) {
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
        "\"migration talks\"~4 | true",
        "\"talks migration\"~4 | true",
        "\"migration talks\"~3 | false",
        "\"talks migration\"~3 | false",
        "\"gamma alpha\"~1 | true",
        "\"gamma alpha delta\"~1 | true",
        "\"alpha alpha\"~5 | false",
        "headline:\"two one\"~1 | true",
        "headline:\"alpha beta\"~1 | false",
        "person:\"Obrador Andrés\" | true",
        "person:\"Obrador Bárcena\"~500 | false",
        "source:\"Post Evening\"~1 | true",
        "source:\"Post Evening\" | false",
      })
  void isFoundInEitherOrder(String text, boolean isFound) throws IOException {
    Story story =
        Story.builder()
            .id("1")
            .headline("One two")
            .body("migration alpha beta gamma delta talks")
            .people(List.of(Person.given("Andrés Manuel López Obrador"), Person.given("A Bárcena")))
            .source("The Evening Post")
            .build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      StoryQuery query = StoryQuery.parse(text).limit(0);
      assertThat(index.search(query).total().stories()).isEqualTo(isFound ? 1 : 0);
    }
  }

  @Test
  void theNearerRanksHigher() throws IOException {
    try (StoryIndex index =
        Filed.ofTexts("talks x y migration z", "migration talks x y z", "x talks y migration z")) {
      assertThat(Filed.ids(index, StoryQuery.parse("\"migration talks\"~5")))
          .containsExactly("1", "2", "0");
    }
  }
}
