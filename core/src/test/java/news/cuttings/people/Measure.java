package news.cuttings.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.cuttings.story.Letters;

/**
 * Measures the recogniser: precision, recall and F1 by exact place and by distinct names a story,
 * and tokens a second of one thread.
 *
 * <p>{@code mvn -q -pl core test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=news.cuttings.people.Measure -Dexec.args=../shared/data/people}
 */
final class Measure {
  private int right;
  private int found;
  private int there;
  private int namesRight;
  private int namesFound;
  private int namesThere;
  private final Map<String, Integer> missed = new HashMap<>();
  private final Map<String, Integer> wrong = new HashMap<>();

  private Measure() {}

  public static void main(String[] args) throws IOException {
    Recogniser recogniser = new PlainRecogniser(Lexicon.standard());
    Path folder = Path.of(args[0]);
    boolean errors = args.length > 1;
    print("eng.testa", Tagged.read(folder.resolve("eng.testa")), recogniser, false);
    try (var files = Files.newDirectoryStream(folder.resolve("train"), "*.iob")) {
      for (Path file : files) {
        List<Tagged> all = Tagged.read(file);
        List<Tagged> held = new ArrayList<>();
        for (int i = 9; i < all.size(); i += 10) {
          held.add(all.get(i));
        }
        print(String.valueOf(file.getFileName()), held, recogniser, errors);
      }
    }
  }

  private static void print(
      String name, List<Tagged> stories, Recogniser recogniser, boolean errors) {
    Measure measure = new Measure();
    long tokens = 0;
    stories.forEach(story -> recogniser.mentions(story.text()));
    long start = System.nanoTime();
    for (Tagged story : stories) {
      recogniser.mentions(story.text());
      tokens += story.tokens();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    stories.forEach(story -> measure.add(story, recogniser.mentions(story.text())));
    System.out.printf(
        Locale.ROOT,
        "%-14s places %s   names %s   %,.0f tokens/s%n",
        name,
        figures(measure.right, measure.found, measure.there),
        figures(measure.namesRight, measure.namesFound, measure.namesThere),
        tokens / seconds);
    if (errors) {
      System.out.println("  missed " + most(measure.missed));
      System.out.println("  wrong  " + most(measure.wrong));
    }
  }

  private void add(Tagged story, List<Mention> mentions) {
    Set<String> gold = new HashSet<>(story.people().stream().map(m -> place(m)).toList());
    Set<String> mine = new HashSet<>(mentions.stream().map(m -> place(m)).toList());
    there += gold.size();
    found += mine.size();
    for (Mention m : mentions) {
      if (gold.contains(place(m))) {
        right++;
      } else {
        wrong.merge(excerpt(story.text(), m), 1, Integer::sum);
      }
    }
    for (Mention m : story.people()) {
      if (!mine.contains(place(m))) {
        missed.merge(excerpt(story.text(), m), 1, Integer::sum);
      }
    }
    Set<String> goldNames = names(story.text(), story.people());
    Set<String> myNames = names(story.text(), mentions);
    namesThere += goldNames.size();
    namesFound += myNames.size();
    myNames.retainAll(goldNames);
    namesRight += myNames.size();
  }

  private static String place(Mention mention) {
    return mention.start() + "-" + mention.end();
  }

  private static Set<String> names(String text, List<Mention> mentions) {
    Set<String> names = new HashSet<>();
    mentions.forEach(m -> names.add(Letters.key(text.substring(m.start(), m.end()))));
    return names;
  }

  private static String excerpt(String text, Mention m) {
    int from = Math.max(0, m.start() - 15);
    int to = Math.min(text.length(), m.end() + 15);
    return text.substring(from, m.start()).replace('\n', '|')
        + "[" + text.substring(m.start(), m.end()) + "]"
        + text.substring(m.end(), to).replace('\n', '|');
  }

  private static List<String> most(Map<String, Integer> cases) {
    return cases.keySet().stream().sorted((a, b) -> Integer.compare(a.hashCode(), b.hashCode())).limit(25).toList();
  }

  private static String figures(int right, int found, int there) {
    double precision = found == 0 ? 0 : 100.0 * right / found;
    double recall = there == 0 ? 0 : 100.0 * right / there;
    double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return String.format(Locale.ROOT, "P %.1f R %.1f F1 %.1f", precision, recall, f1);
  }
}
