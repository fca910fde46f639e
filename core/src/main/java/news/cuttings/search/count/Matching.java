package news.cuttings.search.count;

import java.io.IOException;
import news.cuttings.index.DeadlineSearcher;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Visits every story that matches a query, segment by segment, without scores. */
public final class Matching {
  /** Stories between two looks at the clock. */
  private static final int STORIES_A_LOOK = 1_000;

  private Matching() {}

  /** Counts in one segment. */
  public interface Segment {
    /** A matching story of the segment; the numbers rise. */
    void story(int doc) throws IOException;
  }

  /** Begins a segment. */
  public interface Segments {
    Segment begin(LeafReaderContext leaf) throws IOException;
  }

  /** Visits them, or those before the searcher's time is over. */
  public static void each(IndexSearcher searcher, Query query, Segments segments)
      throws IOException {
    DeadlineSearcher.untilDeadline(searcher, () -> visit(searcher, query, segments));
  }

  private static void visit(IndexSearcher searcher, Query query, Segments segments)
      throws IOException {
    Query rewritten = searcher.rewrite(query);
    Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      Segment segment = segments.begin(leaf);
      DocIdSetIterator docs = scorer.iterator();
      int left = STORIES_A_LOOK;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (--left == 0) {
          left = STORIES_A_LOOK;
          if (DeadlineSearcher.isOver(searcher)) {
            break;
          }
        }
        if (live == null || live.get(doc)) {
          segment.story(doc);
        }
      }
      if (DeadlineSearcher.isOver(searcher)) {
        return;
      }
    }
  }
}
