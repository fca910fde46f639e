package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;

/** What the page's head says it is called and about, to compare its text with. */
final class Titles {
  private final List<Set<Integer>> titles = new ArrayList<>();
  private final Set<Integer> description;

  Titles(Collection<String> titles, String description) {
    for (String title : new HashSet<>(titles)) {
      Set<Integer> words = set(title);
      if (!words.isEmpty()) {
        this.titles.add(words);
      }
    }
    this.description = set(description);
  }

  /** Of what the page calls itself in its head and in its headings. */
  static Titles of(Document page) {
    List<String> titles = new ArrayList<>();
    titles.add(page.title());
    page.select("meta[property=og:title],meta[name=twitter:title]")
        .forEach(e -> titles.add(e.attr("content")));
    page.select("h1").stream().limit(2).forEach(e -> titles.add(e.text()));
    String description =
        page.select("meta[property=og:description],meta[name=description]").stream()
            .map(e -> e.attr("content"))
            .findFirst()
            .orElse("");
    return new Titles(titles, description);
  }

  /** Which share of the words is in a title, and which share of that title is in the words. */
  float[] likeness(int[] words) {
    float[] most = new float[2];
    for (Set<Integer> title : titles) {
      if (words.length > 60) {
        break;
      }
      int in = 0;
      Set<Integer> met = new HashSet<>();
      for (int word : words) {
        if (title.contains(word)) {
          in++;
          met.add(word);
        }
      }
      float share = (float) in / Math.max(1, words.length);
      float cover = (float) met.size() / title.size();
      if (share + cover > most[0] + most[1]) {
        most[0] = share;
        most[1] = cover;
      }
    }
    return most;
  }

  float described(int[] words) {
    int in = 0;
    for (int word : words) {
      in += description.contains(word) ? 1 : 0;
    }
    return description.isEmpty() ? 0 : (float) in / Math.max(1, words.length);
  }

  private static Set<Integer> set(String text) {
    Set<Integer> words = new HashSet<>();
    for (int word : Words.hashes(text)) {
      words.add(word);
    }
    return words;
  }
}
