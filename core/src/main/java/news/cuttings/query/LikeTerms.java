package news.cuttings.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import news.cuttings.index.RankingOptions;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Story;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Chooses the terms that tell a story apart best: those of headline, lead and body, by saturated
 * frequency times idf. (Lucene's MoreLikeThis asks that a term be twice in one field, which words
 * of a headline never are.)
 */
final class LikeTerms {
  /** Terms in the query: with 15 it finds less, with 60 hardly more and takes twice the time. */
  private static final int TERMS = 25;

  /** A frequency at which a term counts half as much as it ever can. */
  private static final double SATURATION = 2;

  private static final Comparator<Chosen> WORST_FIRST =
      Comparator.comparingDouble(Chosen::weight)
          .thenComparing(Comparator.comparing(Chosen::term).reversed());

  private final TextAnalysis analysis;
  private final int leadWeight;
  private final Map<String, Count> counts = new TreeMap<>();

  /** A term of the source: how it is written first, how often it is there, weighted by place. */
  private static final class Count {
    private final String written;
    private final boolean says;
    private int frequency;

    Count(String written, boolean capitals) {
      this.written = written;
      says = !FunctionWords.has(capitals ? written.toLowerCase(Locale.ROOT) : written);
    }
  }

  /**
   * A term chosen.
   *
   * @param term as it is in the index
   * @param written as the source writes it first
   * @param boost its saturated frequency
   * @param weight the same times its idf
   */
  record Chosen(String term, String written, float boost, double weight) {}

  /** Those of the story, weighed by place as the index weighs them. */
  LikeTerms(TextAnalysis analysis, Story story, RankingOptions options) {
    this.analysis = analysis;
    leadWeight = options.leadWeight();
    story.headline().ifPresent(text -> count(text, 0, options.headlineWeight()));
    count(story.body(), story.lead().length(), 1);
  }

  private void count(String text, int leadEnd, int weight) {
    boolean capitals = TextAnalysis.isCapitals(text);
    analysis.analyse(
        text,
        (term, start, end, exact) ->
            counts.computeIfAbsent(
                        term.utf8ToString(), key -> new Count(text.substring(start, end), capitals))
                    .frequency +=
                start < leadEnd ? weight + leadWeight : weight);
  }

  /** Tells of how many stories a term is. */
  interface Having {
    int of(String term) throws IOException;
  }

  /** The terms that say something, in their order. */
  List<String> all() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().says)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The best, best first.
   *
   * @param fewest of how many stories a term must be: a word that only the source has finds nothing
   */
  List<Chosen> best(IndexReader reader, int fewest) throws IOException {
    List<TermsEnum> dictionaries = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms all = leaf.reader().terms(Schema.ALL);
      if (all != null) {
        dictionaries.add(all.iterator());
      }
    }
    return best(term -> having(dictionaries, term), reader.numDocs(), fewest);
  }

  /**
   * The same, counted elsewhere.
   *
   * @param held how many stories there are
   */
  List<Chosen> best(Having counted, int held, int fewest) throws IOException {
    double stories = Math.max(1, held);
    PriorityQueue<Chosen> best = new PriorityQueue<>(WORST_FIRST);
    for (Map.Entry<String, Count> entry : counts.entrySet()) {
      Count count = entry.getValue();
      if (!count.says) {
        continue;
      }
      int having = counted.of(entry.getKey());
      if (having < fewest) {
        continue;
      }
      double saturated = count.frequency / (count.frequency + SATURATION);
      double idf = QueryWords.idf(having, stories);
      best.add(new Chosen(entry.getKey(), count.written, (float) saturated, saturated * idf));
      if (best.size() > TERMS) {
        best.poll();
      }
    }
    List<Chosen> chosen = new ArrayList<>(best);
    chosen.sort(WORST_FIRST.reversed());
    return chosen;
  }

  /** Of how many stories the term is. Asked in the order of terms, which spares most seeks. */
  private static int having(List<TermsEnum> dictionaries, String term) throws IOException {
    BytesRef bytes = new BytesRef(term);
    int having = 0;
    for (TermsEnum dictionary : dictionaries) {
      having += dictionary.seekExact(bytes) ? dictionary.docFreq() : 0;
    }
    return having;
  }
}
