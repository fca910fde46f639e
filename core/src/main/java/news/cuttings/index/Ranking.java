package news.cuttings.index;

import java.io.IOException;
import java.util.function.Supplier;
import news.cuttings.ranking.RankingOptions;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Makes searchers that rank by BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance
 * Framework", 2009) with the options of the index, and keep no cache that outlives an answer.
 */
public final class Ranking extends SearcherFactory {
  private final @Nullable Supplier<RankingOptions> options;

  /** By the options that each commit was written with. */
  public Ranking() {
    options = null;
  }

  /** By those options, asked for anew at each change of the index. */
  Ranking(Supplier<RankingOptions> options) {
    this.options = options;
  }

  /** A searcher that knows the options it ranks by. */
  static class Ranked extends IndexSearcher {
    private final RankingOptions options;

    Ranked(IndexReader reader, RankingOptions options) {
      super(reader);
      this.options = options;
      setSimilarity(similarity(options));
      setQueryCache(null);
    }
  }

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
      throws IOException {
    Supplier<RankingOptions> given = options;
    return given == null ? searcher(reader) : new Ranked(reader, given.get());
  }

  /** A searcher of that reader, by the options that its commit was written with. */
  public static IndexSearcher searcher(IndexReader reader) throws IOException {
    return new Ranked(
        reader,
        reader instanceof DirectoryReader commit
            ? CommitData.ranking(commit.getIndexCommit().getUserData())
            : RankingOptions.DEFAULT);
  }

  /** The options that the searcher ranks by. */
  public static RankingOptions options(IndexSearcher searcher) {
    return searcher instanceof Ranked ranked ? ranked.options : RankingOptions.DEFAULT;
  }

  /** For writing and reading alike: the norms are its. */
  public static BM25Similarity similarity(RankingOptions options) {
    return new BM25Similarity((float) options.k1(), (float) options.b());
  }
}
