package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Explanation;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an explanation says is where the score comes from, all of it and nothing else. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class ExplainingTest {
  private static final int STORIES = 200;
  private static final int QUERIES = 200;
  private static final List<String> FUNCTION = List.of("the", "of", "and", "to", "is");

  @Test
  void thePartsAddUpToTheScore(RandomStories stories) throws IOException {
    Random random = stories.random();
    int explained = 0;
    try (StoryIndex index = Filed.of(withFunctionWords(stories))) {
      for (int i = 0; i < Filed.tries(QUERIES); i++) {
        String text = text(stories, random);
        if (Filed.ON_CLUSTER) { // where each shard has spellings of its own
          text = text.replaceAll("(\\w)~", "$1");
        }
        StoryQuery query = StoryQuery.parse(text).limit(5).explaining();
        for (Hit hit : index.search(query)) {
          assertThat(sum(hit)).as(text).isCloseTo(hit.score(), within(hit.score() * 1e-5 + 1e-6));
          explained++;
        }
      }
    }
    assertThat(explained).isGreaterThan(Filed.tries(QUERIES));
  }

  /** What is known of a word that is asked besides as what another was meant to be. */
  @Test
  void aWordAndItsMisspellingsAddUp(RandomStories stories) throws IOException {
    assumeFalse(Filed.ON_CLUSTER, "each shard has spellings of its own");
    int explained = 0;
    try (StoryIndex index = Filed.of(stories.list(STORIES))) {
      for (int i = 0; i < Filed.tries(QUERIES); i++) {
        String word = stories.word();
        String text = word + "~ " + stories.word() + " " + word;
        for (Hit hit : index.search(StoryQuery.parse(text).limit(5).explaining())) {
          assertThat(sum(hit)).as(text).isCloseTo(hit.score(), within(hit.score() * 1e-5 + 1e-6));
          explained++;
        }
      }
    }
    assertThat(explained).isGreaterThan(Filed.tries(QUERIES));
  }

  @Test
  void functionWordsThatDoNotRankAddNothing() throws IOException {
    Story story = Story.builder().id("a").body("The gravel bonds of the firm.").build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      Hit hit = index.search(StoryQuery.parse("the gravel bonds").explaining()).first();
      assertThat(hit.explanation().orElseThrow().parts())
          .extracting(Explanation.Part::what)
          .containsExactly("gravel", "bonds", "all of the words");
      Hit alone = index.search(StoryQuery.parse("of the").explaining()).first();
      assertThat(alone.explanation().orElseThrow().parts()).hasSize(3);
      assertThat(sum(alone)).isCloseTo(alone.score(), within(1e-6));
    }
  }

  /** In order of date hits have no score: nothing adds to it, the places are told all the same. */
  @Test
  void byDateNothingAdds() throws IOException {
    Story story = Story.builder().id("a").body("Gravel.").build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      StoryQuery query = StoryQuery.parse("gravel").order(StoryQuery.Order.NEWEST).explaining();
      Hit hit = index.search(query).first();
      assertThat(hit.score()).isZero();
      assertThat(hit.explanation().orElseThrow().parts())
          .containsExactly(new Explanation.Part("gravel", 0, "1 in the lead; in 1 of 1 stories"));
    }
  }

  private static double sum(Hit hit) {
    return hit.explanation().orElseThrow().parts().stream()
        .mapToDouble(Explanation.Part::score)
        .sum();
  }

  private static List<Story> withFunctionWords(RandomStories stories) {
    List<Story> list = new ArrayList<>();
    for (Story story : stories.list(STORIES)) {
      String more = FUNCTION.get(stories.random().nextInt(FUNCTION.size()));
      list.add(story.toBuilder().body(story.body() + " " + more + " " + more).build());
    }
    return list;
  }

  private static String text(RandomStories stories, Random random) {
    int most = random.nextInt(5) == 0 ? 50 : 6;
    List<String> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      parts.add(part(stories, random));
    }
    return String.join(" ", parts);
  }

  private static String part(RandomStories stories, Random random) {
    String word = stories.word();
    return switch (random.nextInt(16)) {
      case 0, 1 -> FUNCTION.get(random.nextInt(FUNCTION.size()));
      case 2 -> word + " " + word; // twice is twice as much
      case 3 -> "headline:" + word;
      case 4 -> word + "^" + (1 + random.nextInt(3));
      case 5 -> "(" + word + " OR " + stories.word() + ")";
      case 6 -> word.substring(0, 2) + "*";
      case 7 -> word + "~";
      case 8 -> "-" + stories.word() + "x";
      case 9 -> "source:guardian OR " + word;
      case 10 -> "Bárcena";
      default -> word;
    };
  }

  /** What is new gains; that is a part too. */
  @Test
  void whatIsNewIsAPart(RandomStories stories) throws IOException {
    try (StoryIndex index = Filed.of(stories.list(STORIES))) {
      for (int i = 0; i < 20; i++) {
        StoryQuery query =
            StoryQuery.words(stories.words(3)).recency(30, LocalDate.of(2020, 2, 1)).explaining();
        for (Hit hit : index.search(query)) {
          assertThat(sum(hit)).isCloseTo(hit.score(), within(hit.score() * 1e-5));
        }
      }
    }
  }
}
