package news.cuttings.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Makes searchers that rank by BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance
 * Framework", 2009), and keep no cache that outlives an answer.
 */
public final class Ranking extends SearcherFactory {
  /**
   * Saturation. Higher than Lucene's 1.2, for the frequencies of {@link Schema#ALL} are weighted: a
   * word of the lead counts twice, one of the headline three times.
   */
  private static final float K1 = 3f;

  /** Normalisation by length, as Lucene has it. */
  private static final float B = 0.75f;

  /** For writing and reading alike: the norms are its. */
  public static final BM25Similarity SIMILARITY = new BM25Similarity(K1, B);

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    return searcher(reader);
  }

  /** A searcher of that reader. */
  public static IndexSearcher searcher(IndexReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(SIMILARITY);
    searcher.setQueryCache(null);
    return searcher;
  }
}
