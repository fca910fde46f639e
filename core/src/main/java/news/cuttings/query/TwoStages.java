package news.cuttings.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.cuttings.index.Ranking;
import news.cuttings.index.TextAnalysis;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Ranks by a query, and puts the best anew by what {@link Feedback} adds to their scores. What it
 * adds is never below 0: the best stay before all others, and a cursor's place is well defined.
 */
final class TwoStages {
  private final IndexSearcher searcher;
  private final Query first;
  private final QueryWords words;
  private final TextAnalysis analysis;
  private final int depth;

  /** What the second stage added to the score of each story that it knows, by number. */
  private final Map<Integer, Float> added = new HashMap<>();

  TwoStages(IndexSearcher searcher, Query first, QueryWords words, TextAnalysis analysis) {
    this.searcher = searcher;
    this.first = first;
    this.words = words;
    this.analysis = analysis;
    depth = Ranking.options(searcher).feedbackDepth();
  }

  /** Whether a query of those words may have a second stage at all. */
  static boolean mayHelp(IndexSearcher searcher, QueryWords words) throws IOException {
    return Ranking.options(searcher).feedbackStories() > 0
        && words.areAtLeast(Ranking.options(searcher).feedbackWords());
  }

  /** The best, or those after a place. */
  TopHits.Collected best(int limit, @Nullable Cursor after) throws IOException {
    TopHits.Places window = new TopHits(searcher, first, depth, null).unnamed();
    List<BestHits.Place> best = window.places();
    Optional<Query> feedback = new Feedback(searcher, analysis).of(words, best);
    if (feedback.isEmpty()) {
      return after == null && limit <= depth
          ? collected(best, limit, window.total())
          : new TopHits(searcher, first, limit, after).byScore();
    }
    BestHits.Place last = best.getLast();
    float lastScore = last.score();
    anew(best, feedback.get());
    if (after == null && limit <= best.size()) {
      return collected(best, limit, window.total());
    }
    List<TopHits.Ordered> hits = TopHits.ordered(searcher, best, 0);
    if (after != null) {
      hits.removeIf(hit -> TopHits.compare(hit.key(), after) <= 0);
    }
    if (hits.size() >= limit || best.size() < depth) {
      return new TopHits.Collected(TopHits.cut(hits, limit), window.total());
    }
    Cursor end = TopHits.ordered(searcher, List.of(last), 0).getFirst().key().scored(lastScore);
    Cursor from = after == null || TopHits.compare(after, end) < 0 ? end : after;
    TopHits.Collected rest = new TopHits(searcher, first, limit - hits.size(), from).byScore();
    hits.addAll(rest.hits());
    return new TopHits.Collected(hits, rest.total());
  }

  /** The first so many: only they are named, for names are a tenth of the work. */
  private TopHits.Collected collected(List<BestHits.Place> best, int limit, Results.Total total)
      throws IOException {
    return new TopHits.Collected(TopHits.ordered(searcher, TopHits.cut(best, limit), 0), total);
  }

  /** What the second stage added to the score of that story; 0 where there was none. */
  float added(int doc) {
    return added.getOrDefault(doc, 0f);
  }

  /** Adds what feedback gives to the scores, and puts the stories in the order of the sums. */
  private void anew(List<BestHits.Place> window, Query feedback) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(feedback), ScoreMode.COMPLETE, 1);
    ByLeaf.each(
        searcher,
        window.size(),
        place -> window.get(place).doc(),
        leaf -> {
          Scorer scorer = weight.scorer(leaf);
          return (place, doc) -> {
            float more = scorer == null ? 0 : score(scorer, doc);
            BestHits.Place hit = window.get(place);
            added.put(hit.doc(), more);
            hit.score(hit.score() + more);
          };
        });
    BestHits.Place.sort(window);
  }

  private static float score(Scorer scorer, int doc) throws IOException {
    DocIdSetIterator stories = scorer.iterator();
    if (stories.docID() < doc) {
      stories.advance(doc);
    }
    return stories.docID() == doc ? scorer.score() : 0;
  }
}
