package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words spelt nearly so, against a distance that is counted the long way. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class FuzzyTest {
  /** No ending that a stemmer takes off is like these. */
  private static final String LETTERS = "bkpmdwqxöø";

  /** Of more words near one, only the nearest are found. */
  private static final int MOST_NEAR = 50;

  @Test
  void asManyLettersMayDifferAsTheLengthAllows(RandomStories stories) throws IOException {
    Random random = stories.random();
    TreeSet<String> words = new TreeSet<>();
    while (words.size() < 400) {
      words.add(word(random));
    }
    List<Story> filed = new ArrayList<>();
    words.forEach(word -> filed.add(Story.builder().id(word).body(word).build()));
    int near = 0;
    try (StoryIndex index = Filed.of(filed)) {
      for (int i = 0; i < Filed.tries(400); i++) {
        String word = random.nextBoolean() ? word(random) : slip(pick(words, random), random);
        int asked = random.nextInt(3); // 0 is by length
        int letters = word.length();
        int edits = asked > 0 ? asked : letters <= 2 ? 0 : letters <= 5 ? 1 : 2;
        TreeSet<String> expected = new TreeSet<>();
        for (String one : words) {
          if (distance(folded(word), folded(one)) <= edits) {
            expected.add(one);
          }
        }
        if (expected.size() > MOST_NEAR) {
          continue;
        }
        String text = (random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT)) + "~";
        StoryQuery query = StoryQuery.parse(text + (asked > 0 ? asked : "")).limit(400);
        assertThat(new TreeSet<>(Filed.ids(index, query)))
            .as("%s %d", text, asked)
            .isEqualTo(expected);
        near += expected.size();
      }
    }
    assertThat(near).isGreaterThan(Filed.tries(400));
  }

  @ParameterizedTest
  @CsvSource({
    "uk~, The UK is old.",
    "a~, A cat sat on it.",
    "it~, A cat sat on it.",
    "cot~, A cat sat on it.",
    "uq~1, The UK is old.",
    "ÜK~, The UK is old.",
    "U.K.~, The UK is old.",
  })
  void aShortWordFindsNoOther(String text, String body) throws IOException {
    try (StoryIndex index =
        Filed.ofTexts("A cat sat on it.", "The UK is old.", "We are by no means so.")) {
      assertThat(index.search(StoryQuery.parse(text)).hits())
          .extracting(hit -> hit.story().orElseThrow().body())
          .containsExactly(body);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static String pick(Set<String> words, Random random) {
    return new ArrayList<>(words).get(random.nextInt(words.size()));
  }

  private static String slip(String word, Random random) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + word(random).charAt(0) + word.substring(at + random.nextInt(2));
  }

  private static String folded(String word) {
    return word.replace('ö', 'o').replace('ø', 'o');
  }

  /** Letters added, dropped, changed, or swapped with the next and not changed again. */
  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String x = a.substring(1);
    String y = b.substring(1);
    if (a.charAt(0) == b.charAt(0)) {
      return distance(x, y);
    }
    int least = 1 + Math.min(distance(x, y), Math.min(distance(x, b), distance(a, y)));
    boolean swapped =
        !x.isEmpty() && !y.isEmpty() && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0);
    return swapped ? Math.min(least, 1 + distance(x.substring(1), y.substring(1))) : least;
  }
}
