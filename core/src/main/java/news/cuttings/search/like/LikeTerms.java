package news.cuttings.search.like;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryFields;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.StopWords;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.search.QueryWords;
import news.cuttings.story.Story;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the terms that tell a story apart best: those of headline, lead and body, by saturated
 * frequency times the root of idf: the rarest words of a story are seldom those of its affair.
 * (Lucene's MoreLikeThis asks that a term be twice in one field, which words of a headline never
 * are.)
 */
final class LikeTerms {
  /**
   * Terms in the query: with 12 it finds less, with 25 hardly more and takes half as long again.
   */
  private static final int TERMS = 16;

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
      says = !StopWords.has(capitals ? written.toLowerCase(Locale.ROOT) : written);
    }
  }

  /**
   * A term chosen.
   *
   * @param known itself
   * @param boost what it counts in the query, which counts its idf as well
   * @param weight its saturated frequency times the root of its idf
   */
  record Chosen(Known known, float boost, double weight) {
    /** As it is in the index. */
    String term() {
      return known.term();
    }

    /** As the source writes it first. */
    String written() {
      return known.written();
    }

    /** Asks for it, where it is known to be. */
    Query query() {
      Term of = new Term(Schema.ALL, known.term());
      TermStates where = known.where();
      return new BoostQuery(where == null ? new TermQuery(of) : new TermQuery(of, where), boost);
    }
  }

  /** Those of the story, weighed by place as the index weighs them. */
  LikeTerms(TextAnalysis analysis, Story story, RankingOptions options) {
    this.analysis = analysis;
    leadWeight = options.leadWeight();
    story.headline().ifPresent(text -> count(text, 0, options.headlineWeight()));
    count(story.body(), StoryFields.weighedLead(story), 1);
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

  /**
   * A term of the source that says something.
   *
   * @param term as it is in the index
   * @param written as the source writes it first
   * @param frequency how often it is there, weighted by place
   * @param docFreq of how many stories it is
   * @param where it is in the index; null where that is elsewhere
   */
  record Known(
      String term, String written, int frequency, int docFreq, @Nullable TermStates where) {
    /** Where it is in a segment; null where it is not. */
    @Nullable TermState in(LeafReaderContext leaf) throws IOException {
      IOSupplier<TermState> state = where == null ? null : where.get(leaf);
      return state == null ? null : state.get();
    }

    /** How rare it is among so many stories. */
    double idf(int held) {
      return QueryWords.idf(docFreq, Math.max(1, held));
    }
  }

  /** The terms that say something, in their order. */
  List<String> all() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().says)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many words the source has, weighted by place. */
  int length() {
    return counts.values().stream().mapToInt(count -> count.frequency).sum();
  }

  /** Looks the terms up in the index. */
  List<Known> known(IndexReader reader) throws IOException {
    List<TermsEnum> dictionaries = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms all = leaf.reader().terms(Schema.ALL);
      dictionaries.add(all == null ? TermsEnum.EMPTY : all.iterator());
    }
    List<Known> known = new ArrayList<>();
    for (String term : all()) { // in their order, which spares most seeks
      BytesRef bytes = new BytesRef(term);
      TermStates where = new TermStates(reader.getContext());
      for (int leaf = 0; leaf < dictionaries.size(); leaf++) {
        TermsEnum dictionary = dictionaries.get(leaf);
        if (dictionary.seekExact(bytes)) {
          where.register(
              dictionary.termState(), leaf, dictionary.docFreq(), dictionary.totalTermFreq());
        }
      }
      known.add(known(term, where.docFreq(), where));
    }
    return known;
  }

  /** The terms as they were counted elsewhere. */
  List<Known> known(Having counted) throws IOException {
    List<Known> known = new ArrayList<>();
    for (String term : all()) {
      known.add(known(term, counted.of(term), null));
    }
    return known;
  }

  private Known known(String term, int docFreq, @Nullable TermStates where) {
    Count count = Objects.requireNonNull(counts.get(term));
    return new Known(term, count.written, count.frequency, docFreq, where);
  }

  /**
   * The best, best first.
   *
   * @param held how many stories there are
   * @param fewest of how many stories a term must be: a word that only the source has finds nothing
   */
  static List<Chosen> best(List<Known> known, int held, int fewest) {
    PriorityQueue<Chosen> best = new PriorityQueue<>(WORST_FIRST);
    for (Known term : known) {
      double rare = Math.sqrt(term.idf(held));
      if (term.docFreq() >= fewest && rare > 0) {
        double saturated = term.frequency() / (term.frequency() + SATURATION);
        best.add(new Chosen(term, (float) (saturated / rare), saturated * rare));
        if (best.size() > TERMS) {
          best.poll();
        }
      }
    }
    List<Chosen> chosen = new ArrayList<>(best);
    chosen.sort(WORST_FIRST.reversed());
    return chosen;
  }
}
