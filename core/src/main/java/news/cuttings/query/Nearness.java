package news.cuttings.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import news.cuttings.index.Schema;
import news.cuttings.index.WordVectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * Orders what shares words with a story by how near it is to it as well: the cosine of their
 * vectors, and a part of the score by words. Costs one look into doc values a story. Stories
 * without a comparable vector keep the place that their words gave them.
 */
final class Nearness {
  /** What the best score by words is worth beside a cosine of 1. */
  private static final double WORDS = 0.25;

  private final IndexSearcher searcher;
  private final BytesRef source;

  Nearness(IndexSearcher searcher, BytesRef source) {
    this.searcher = searcher;
    this.source = source;
  }

  /** Puts the hits, which are in order, in the new order, with the new scores. */
  void order(List<BestHits.Place> hits) throws IOException {
    double[] cosines = cosines(hits);
    double best = hits.isEmpty() ? 1 : hits.get(0).score();
    for (int i = 0; i < cosines.length; i++) {
      BestHits.Place hit = hits.get(i);
      hit.score((float) (1 + cosines[i] + WORDS * hit.score() / best));
    }
    BestHits.Place.sort(hits);
  }

  private double[] cosines(List<BestHits.Place> hits) throws IOException {
    double[] cosines = new double[hits.size()];
    Arrays.fill(cosines, Double.NaN);
    ByteValues.read(
        searcher,
        Schema.VECTOR,
        hits.size(),
        i -> hits.get(i).doc(),
        (i, vector) -> {
          if (WordVectors.areComparable(source, vector)) {
            cosines[i] = WordVectors.cosine(source, vector);
          }
        });
    double[] known = Arrays.stream(cosines).filter(c -> !Double.isNaN(c)).sorted().toArray();
    for (int i = 0; i < cosines.length; i++) {
      if (Double.isNaN(cosines[i])) { // the cosine that would leave it where it is
        cosines[i] = known.length == 0 ? 0 : known[Math.max(0, known.length - 1 - i)];
      }
    }
    return cosines;
  }
}
