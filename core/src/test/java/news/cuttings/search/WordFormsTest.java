package news.cuttings.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.Corpora;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Spelling;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words typed in part, and words misspelt, against the stems that are in the index. */
@Tag(Filed.EVERYWHERE)
class WordFormsTest {
  private final TextAnalysis analysis = new TextAnalysis();
  private final WordForms forms = new WordForms(analysis);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Migrations rose | migrations*",
        "Migrations rose | migratio*",
        "Migrations rose | migrat*",
        "Migrations rose | headline:x migration*",
        "He was running | runni*",
        "He was running | runn*",
        "Happily ever after | happil*",
        "The policies failed | policie*",
        "Foul-mouthed fans | foul-mouth*",
        "O’Neill spoke | O'Nei*",
        "Bárcena spoke | Barce*",
        "The US said | US*",
        "Migration talks | migratoin~",
        "Migration talks | mirgation~",
        "Migrations | mirgations~1",
        "He was running | runnign~1",
        "Obrador spoke | obradr~",
        "Obrador’s trip | obradr~",
        "Klopp left | Kolpp~",
        "Klopp left | Xlopp~1",
      })
  void isFound(String body, String query) throws IOException {
    try (StoryIndex index = Filed.ofTexts("Something else.", body)) {
      assertThat(Filed.ids(index, StoryQuery.parse(query))).containsExactly("1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An idea | ann*",
        "He migrated | migro*",
        "The rug | running~",
        "It is in the news | inn*",
        "Klopp left | klop~0",
        "Obama spoke | +obradr~",
      })
  void isNotFound(String body, String query) throws IOException {
    try (StoryIndex index = Filed.ofTexts("Something else.", body)) {
      assertThat(Filed.ids(index, StoryQuery.parse(query))).isEmpty();
    }
  }

  /** Of nearly every English word, whatever is typed of it from three letters on finds it. */
  @Test
  void thePartsOfAWordFindIt() throws IOException {
    int parts = 0;
    int found = 0;
    for (String word : words()) {
      String stem = analysis.stem(word);
      for (int length = 3; length <= word.length(); length++) {
        String part = word.substring(0, length);
        parts++;
        found += stem.startsWith(part) || forms.stemsOf(part).contains(stem) ? 1 : 0;
      }
    }
    assertThat(parts).isGreaterThan(10_000);
    assertThat((double) found / parts).isGreaterThan(0.999);
  }

  /** A slip in one letter is found nearly always: two letters may differ. */
  @Test
  void aSlipIsFound() throws IOException {
    Random random = new Random(20231229);
    int slips = 0;
    int found = 0;
    for (String word : words()) {
      if (word.length() < 7) {
        continue;
      }
      int at = 1 + random.nextInt(word.length() - 2);
      String slip =
          switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 ->
                word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at);
            default ->
                word.substring(0, at)
                    + word.charAt(at + 1)
                    + word.charAt(at)
                    + word.substring(at + 2);
          };
      String stem = analysis.stem(word);
      slips++;
      boolean plain = Spelling.distance(slip, stem) <= 2;
      found += plain || isNear(forms.misspelt(slip, 2), stem) ? 1 : 0;
    }
    assertThat(slips).isGreaterThan(1_000);
    assertThat((double) found / slips).isGreaterThan(0.9);
  }

  private static boolean isNear(Map<String, Integer> stems, String stem) {
    return stems.entrySet().stream()
        .anyMatch(meant -> Spelling.distance(meant.getKey(), stem) <= meant.getValue());
  }

  @Test
  void isBounded() {
    for (String word : List.of("a", "ing", "ingingingings", "x".repeat(4000), "北京", "")) {
      Set<String> stems = forms.stemsOf(word);
      assertThat(stems.size()).as(word).isLessThan(100);
      assertThat(forms.misspelt(word, 2).size()).isLessThanOrEqualTo(WordForms.MOST_MISSPELT);
    }
  }

  /** The distinct words of the invented archive. */
  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>();
    for (int i = 1; i <= 3; i++) {
      String text = Files.readString(Corpora.testdata("stories/stories-" + i + ".jsonl"), UTF_8);
      for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
        if (word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
