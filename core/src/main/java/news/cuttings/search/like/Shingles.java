package news.cuttings.search.like;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.cuttings.index.MinHashSignature;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Story;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a story, headline and body, and its distinct runs of four. Immutable.
 *
 * @param words in order
 * @param all the runs
 */
record Shingles(List<String> words, Set<List<String>> all) {

  static Shingles of(TextAnalysis analysis, Story story) {
    List<String> words = new ArrayList<>();
    story.headline().ifPresent(text -> add(analysis, text, words));
    add(analysis, story.body(), words);
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + MinHashSignature.RUN <= words.size(); i++) {
      runs.add(List.copyOf(words.subList(i, i + MinHashSignature.RUN)));
    }
    return new Shingles(words, runs);
  }

  private static void add(TextAnalysis analysis, String text, List<String> words) {
    analysis.analyse(text, (term, start, end, exact) -> words.add(term.utf8ToString()));
  }

  /** The share of these runs that the others have, 0 to 1; 0 where there are none. */
  double in(Shingles others) {
    if (all.isEmpty()) {
      return 0;
    }
    return (double) all.stream().filter(others.all::contains).count() / all.size();
  }

  /** The sketch that the index would keep. */
  BytesRef sketch() {
    MinHashSignature sketch = new MinHashSignature();
    words.forEach(word -> sketch.add(new BytesRef(word)));
    return sketch.bytes();
  }
}
