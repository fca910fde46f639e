package news.cuttings.search.like;

import java.io.IOException;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.search.Analyses;
import news.cuttings.search.Deadlines;
import news.cuttings.search.LuceneBackend;
import news.cuttings.search.SearchBackend;

/**
 * Answers what asks for more like a story or a text, at a point in time of an index, be it Lucene's
 * or a cluster's. Safe for use by many threads.
 */
public final class MoreLike {
  private final Analyses analyses;

  /** Shares how terms are made with who searches. */
  public MoreLike(Analyses analyses) {
    this.analyses = analyses;
  }

  /** The stories most like it. */
  public Results answer(SearchBackend backend, Like like) throws IOException {
    return Deadlines.results(
        backend,
        like.timeout(),
        () -> "more like " + like.id().orElse("the story"),
        timed ->
            timed instanceof LuceneBackend local
                ? new LikeSearch(local, analyses).answer(like)
                : new FarLikeSearch(timed, analyses).answer(like));
  }
}
