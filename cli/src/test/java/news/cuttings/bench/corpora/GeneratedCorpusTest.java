package news.cuttings.bench.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** Invented stories that resemble news where it matters to an index. */
class GeneratedCorpusTest {
  private static List<Story> stories(long count, long seed) {
    List<Story> stories = new ArrayList<>();
    new GeneratedCorpus(count, seed).each(stories::add);
    return stories;
  }

  @Test
  void aSmallerOneIsTheBeginningOfAGreater() {
    assertThat(stories(50, 7)).isEqualTo(stories(200, 7).subList(0, 50));
    assertThat(stories(5, 8)).isNotEqualTo(stories(5, 7));
  }

  @Test
  void someWordsAreFrequentAndMostAreRare() {
    Map<String, Integer> counts = new HashMap<>();
    long words = 0;
    for (Story story : stories(1000, 1)) {
      for (String word : story.body().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
        counts.merge(word, 1, Integer::sum);
        words++;
      }
    }
    assertThat(counts.getOrDefault("the", 0) / (double) words).isBetween(0.02, 0.08);
    long once = counts.values().stream().filter(count -> count == 1).count();
    assertThat(once / (double) counts.size()).isBetween(0.3, 0.7);
  }

  @Test
  void mostAreDatedAndSomeNamePeople() {
    List<Story> stories = stories(1000, 1);
    assertThat(stories.stream().filter(s -> s.date().isPresent()).count()).isBetween(900L, 990L);
    assertThat(stories.stream().filter(s -> !s.people().isEmpty()).count()).isBetween(400L, 600L);
  }
}
