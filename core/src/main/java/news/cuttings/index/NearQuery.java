package news.cuttings.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * All of some words with at most so many others among them, in whatever order; a word that is asked
 * for twice must be there twice. One more word may be any of several. A story that has the words
 * nearer together, or more often, scores higher: each place counts one part of one more than the
 * words it spans, as Lucene's spans do.
 *
 * <p>Lucene's own sloppy phrase counts the moves that bring words in order, and two more of them
 * for the other order; its spans take one word for two. Costs what a phrase costs. For use inside
 * the library.
 */
public final class NearQuery extends Query {
  private final String field;
  private final Map<BytesRef, Integer> words;
  private final Set<BytesRef> any;
  private final int others;

  /**
   * Those words near one another.
   *
   * @param field that has their places
   * @param words each as often as it must be there
   * @param any one of these must be there besides; empty where none must
   * @param others at most so many other words among them
   */
  public NearQuery(String field, Collection<BytesRef> words, Collection<BytesRef> any, int others) {
    if (words.isEmpty() || others < 0) {
      throw new IllegalArgumentException("words must be given, others >= 0, got " + others);
    }
    this.field = Objects.requireNonNull(field, "field");
    this.words = new LinkedHashMap<>();
    words.forEach(word -> this.words.merge(word, 1, Integer::sum));
    this.any = new TreeSet<>(any);
    this.others = others;
  }

  /** The field. */
  public String field() {
    return field;
  }

  /** The words, and how often each must be there. */
  public Map<BytesRef, Integer> words() {
    return words;
  }

  /** The words of which one must be there besides; empty where none must. */
  public Set<BytesRef> any() {
    return any;
  }

  /** How many other words may be among them. */
  public int others() {
    return others;
  }

  /** How many words must be there. */
  public int size() {
    return words.values().stream().mapToInt(Integer::intValue).sum() + (any.isEmpty() ? 0 : 1);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new Near(mode.needsScores() ? scorer(searcher, boost) : null);
  }

  private @Nullable SimScorer scorer(IndexSearcher searcher, float boost) throws IOException {
    List<TermStatistics> statistics = new ArrayList<>();
    for (BytesRef word : words.keySet()) {
      Term term = new Term(field, word);
      TermStates states = TermStates.build(searcher, term, true);
      if (states.docFreq() > 0) {
        statistics.add(searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
      }
    }
    return statistics.size() < words.size() // then nothing matches
        ? null
        : searcher
            .getSimilarity()
            .scorer(
                boost,
                searcher.collectionStatistics(field),
                statistics.toArray(TermStatistics[]::new));
  }

  /** Finds and scores in each segment. */
  private final class Near extends Weight {
    private final @Nullable SimScorer scores;

    Near(@Nullable SimScorer scores) {
      super(NearQuery.this);
      this.scores = scores;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      Places places = places(context);
      if (places == null) {
        return null;
      }
      NumericDocValues norms = scores == null ? null : context.reader().getNormValues(field);
      Scorer scorer = new Found(places, scores, norms);
      return new DefaultScorerSupplier(scorer);
    }

    private @Nullable Places places(LeafReaderContext context) throws IOException {
      Terms terms = context.reader().terms(field);
      if (terms == null) {
        return null;
      }
      TermsEnum seek = terms.iterator();
      List<Kind> kinds = new ArrayList<>();
      for (Map.Entry<BytesRef, Integer> word : words.entrySet()) {
        if (!seek.seekExact(word.getKey())) {
          return null;
        }
        PostingsEnum postings = seek.postings(null, PostingsEnum.POSITIONS);
        kinds.add(new Kind(postings, word.getValue(), any.contains(word.getKey()), false));
      }
      List<PostingsEnum> more = new ArrayList<>();
      for (BytesRef one : any) {
        if (!words.containsKey(one) && seek.seekExact(one)) {
          more.add(seek.postings(null, PostingsEnum.POSITIONS));
        }
      }
      boolean isServed = any.isEmpty() || kinds.stream().anyMatch(Kind::serves);
      if (more.isEmpty()) {
        return isServed ? new Places(kinds, !any.isEmpty(), others) : null;
      }
      PostingsEnum union =
          more.size() == 1 ? more.getFirst() : new MultiPhraseQuery.UnionPostingsEnum(more);
      kinds.add(new Kind(union, 0, true, isServed));
      return new Places(kinds, true, others);
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      Scorer scorer = scorer(context);
      boolean found = scorer != null && scorer.iterator().advance(doc) == doc;
      return found
          ? Explanation.match(scores == null ? 0 : scorer.score(), "near: " + NearQuery.this)
          : Explanation.noMatch("not near: " + NearQuery.this);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return true;
    }
  }

  /**
   * The occurrences of a word, or of those of which any will do.
   *
   * @param postings where
   * @param needed how often it must be there
   * @param serves whether what is more of it is one of those of which any will do
   * @param optional whether a story needs none of it
   */
  private record Kind(PostingsEnum postings, int needed, boolean serves, boolean optional) {}

  /** The places of a story's words, and how near they are. */
  private static final class Places {
    private final List<Kind> kinds;
    private final boolean needsAny;
    private final int others;
    private final DocIdSetIterator stories;
    private final int size;
    private final int[] met;
    private long[] places = new long[16];
    private int count;

    /**
     * @param kinds whose words must be there, but the optional
     * @param needsAny whether one more is needed of those of which any will do
     * @param others at most so many other words among them
     */
    Places(List<Kind> kinds, boolean needsAny, int others) {
      this.kinds = kinds;
      this.needsAny = needsAny;
      this.others = others;
      List<DocIdSetIterator> all = new ArrayList<>();
      int needed = needsAny ? 1 : 0;
      for (Kind kind : kinds) {
        needed += kind.needed();
        if (!kind.optional()) {
          all.add(kind.postings());
        }
      }
      size = needed;
      met = new int[kinds.size()];
      stories = all.size() == 1 ? all.getFirst() : ConjunctionUtils.intersectIterators(all);
    }

    /** How often the words of the present story are near, the nearer the more; 0 for never. */
    float frequency(boolean once) throws IOException {
      read();
      Arrays.fill(met, 0);
      float sum = 0;
      int end = 0;
      for (int start = 0; start < count; start++) {
        while (end < count && !isComplete()) {
          met[kind(places[end++])]++;
        }
        if (!isComplete()) {
          return sum;
        }
        int width = place(places[end - 1]) - place(places[start]) + 1;
        if (width - size <= others) {
          sum += 1f / (1 + width);
          if (once) {
            return sum;
          }
        }
        met[kind(places[start])]--;
      }
      return sum;
    }

    private boolean isComplete() {
      int more = needsAny ? -1 : 0;
      for (int i = 0; i < met.length; i++) {
        int over = met[i] - kinds.get(i).needed();
        if (over < 0) {
          return false;
        }
        more += needsAny && kinds.get(i).serves() ? over : 0;
      }
      return more >= 0;
    }

    private void read() throws IOException {
      count = 0;
      int doc = stories.docID();
      for (int i = 0; i < met.length; i++) {
        PostingsEnum postings = kinds.get(i).postings();
        if (kinds.get(i).optional() && postings.docID() < doc) {
          postings.advance(doc);
        }
        if (postings.docID() == doc) {
          for (int left = postings.freq(); left > 0; left--) {
            add((long) postings.nextPosition() << Integer.SIZE | i);
          }
        }
      }
      Arrays.sort(places, 0, count);
    }

    private void add(long place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
    }

    private static int kind(long place) {
      return (int) place;
    }

    private static int place(long place) {
      return (int) (place >>> Integer.SIZE);
    }
  }

  /** The stories of a segment in which the words are near. */
  private static final class Found extends Scorer {
    private final @Nullable SimScorer scores;
    private final @Nullable NumericDocValues norms;
    private final TwoPhaseIterator near;
    private final DocIdSetIterator stories;
    private float frequency;

    Found(Places places, @Nullable SimScorer scores, @Nullable NumericDocValues norms) {
      this.scores = scores;
      this.norms = norms;
      near =
          new TwoPhaseIterator(places.stories) {
            @Override
            public boolean matches() throws IOException {
              frequency = places.frequency(scores == null);
              return frequency > 0;
            }

            @Override
            public float matchCost() {
              return 100f * places.size; // as a sloppy phrase's, about
            }
          };
      stories = TwoPhaseIterator.asDocIdSetIterator(near);
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
      return near;
    }

    @Override
    public DocIdSetIterator iterator() {
      return stories;
    }

    @Override
    public int docID() {
      return stories.docID();
    }

    @Override
    public float score() throws IOException {
      if (scores == null) {
        return 0;
      }
      if (norms != null && norms.advanceExact(docID())) {
        return scores.score(frequency, norms.longValue());
      }
      return scores.score(frequency, 1);
    }

    @Override
    public float getMaxScore(int upTo) {
      return scores == null ? 0 : scores.score(Float.MAX_VALUE, 1);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (!visitor.acceptField(field)) {
      return;
    }
    QueryVisitor all = visitor.getSubVisitor(BooleanClause.Occur.MUST, this);
    all.consumeTerms(this, words.keySet().stream().map(this::term).toArray(Term[]::new));
    if (!any.isEmpty()) {
      all.getSubVisitor(BooleanClause.Occur.SHOULD, this)
          .consumeTerms(this, any.stream().map(this::term).toArray(Term[]::new));
    }
  }

  private Term term(BytesRef word) {
    return new Term(field, word);
  }

  @Override
  public String toString(String of) {
    StringBuilder text = new StringBuilder(field).append(":near(");
    words.forEach(
        (word, times) -> text.append(word.utf8ToString()).append('*').append(times).append(' '));
    return text.append(any.size()).append(" any)~").append(others).toString();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof NearQuery o
        && field.equals(o.field)
        && words.equals(o.words)
        && any.equals(o.any)
        && others == o.others;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, words, any, others);
  }
}
