package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Sentences in many manners ({@code sentences.txt}), each alone, which is harder than in a story. A
 * sentence is right where exactly its names are found. Prints those that are not, and the share of
 * each group; the floors are a little below what was measured.
 */
class SentencesTest {
  private static final double LEAST = 0.75;

  /** Of each group how many are right, and how many there are. */
  private final Map<String, int[]> groups = new LinkedHashMap<>();

  @Test
  void mostAreRight() throws IOException {
    String group = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        group = line;
        groups.put(group, new int[2]);
      } else {
        int[] count = Objects.requireNonNull(groups.get(group));
        count[0] += isRight(line) ? 1 : 0;
        count[1]++;
      }
    }
    int right = groups.values().stream().mapToInt(count -> count[0]).sum();
    int all = groups.values().stream().mapToInt(count -> count[1]).sum();
    groups.forEach((name, count) -> System.out.println(name + " " + count[0] + " of " + count[1]));
    System.out.printf(Locale.ROOT, "sentences: %d of %d%n", right, all);
    assertThat((double) right / all).isGreaterThan(LEAST);
  }

  private static boolean isRight(String line) {
    int bar = line.indexOf('|');
    String text = line.substring(0, bar).strip().replace('¶', '\n');
    String expected = line.substring(bar + 1).strip();
    List<String> names = new ArrayList<>();
    for (Mention mention : TrainedRecogniser.standard().mentions(text)) {
      names.add(text.substring(mention.start(), mention.end()));
    }
    String found = String.join("; ", names);
    if (!found.equals(expected)) {
      System.out.println(line + "\n  found: " + found);
    }
    return found.equals(expected);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SentencesTest.class.getResourceAsStream("sentences.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
