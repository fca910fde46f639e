package news.cuttings.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * Learns {@link WordVectors} from the terms of an index: the first right singular vectors of the
 * matrix of stories and words, whose cells are saturated frequencies times idf and whose rows have
 * the length 1, found by subspace iteration from a fixed start (N. Halko, P.-G. Martinsson, J.
 * Tropp, "Finding structure with randomness", 2011).
 *
 * <p>Reads the postings twice; takes at most some 100 MB and some seconds, for it learns from no
 * more than 32,768 stories, evenly chosen, and as many words, the commonest that tell stories
 * apart. The same stories give the same vectors but for rounding, which goes by the order of the
 * stories in the index.
 */
final class WordLearner {
  /** With fewer stories there is nothing to learn. */
  static final int FEWEST_STORIES = 64;

  private static final int MOST_DIMENSIONS = 100;

  /**
   * Stories and words that there must be for each dimension: with fewer it learns them by heart.
   */
  private static final int ENOUGH_A_DIMENSION = 4;

  private static final int MOST_STORIES = 1 << 15;
  private static final int MOST_WORDS = 1 << 15;
  private static final long MOST_CELLS = 1L << 22;

  /** A word that more of the stories have than that tells nothing. */
  private static final double COMMONEST = 0.4;

  private static final int ROUNDS = 4;
  private static final long SEED = 1987;

  private final IndexReader reader;

  /** The place of each of Lucene's documents among the stories learnt from; -1 for none. */
  private final int[] places;

  private final int stories;
  private final int dimensions;
  private final List<BytesRef> terms = new ArrayList<>();

  /** By word: the places of its stories, and its cells. */
  private final List<int[]> rows = new ArrayList<>();

  private final List<float[]> cells = new ArrayList<>();
  private final float[] idfs;

  private WordLearner(IndexReader reader, Terms all) throws IOException {
    this.reader = reader;
    places = new int[reader.maxDoc()];
    stories = choose(all);
    collect(all, fewest(counts(all)));
    int fewer = Math.min(stories, terms.size());
    dimensions = Math.min(MOST_DIMENSIONS, fewer / ENOUGH_A_DIMENSION);
    idfs = new float[terms.size()];
    weigh();
  }

  /** What there is to learn; empty where there are too few stories. */
  static Optional<WordVectors> learn(IndexReader reader) throws IOException {
    Terms all = MultiTerms.getTerms(reader, Schema.ALL);
    if (all == null || reader.numDocs() < FEWEST_STORIES) {
      return Optional.empty();
    }
    WordLearner learner = new WordLearner(reader, all);
    return learner.dimensions == 0 ? Optional.empty() : Optional.of(learner.vectors());
  }

  private int choose(Terms all) throws IOException {
    double cellsAStory = Math.max(1, (double) all.getSumDocFreq() / reader.maxDoc());
    double wanted = Math.min(MOST_STORIES, MOST_CELLS / cellsAStory);
    double share = Math.min(1, wanted / reader.numDocs());
    Bits live = MultiBits.getLiveDocs(reader);
    double due = 0;
    int chosen = 0;
    for (int doc = 0; doc < places.length; doc++) {
      boolean isLive = live == null || live.get(doc);
      due += isLive ? share : 0;
      places[doc] = isLive && due >= chosen + 1 - 1e-6 ? chosen++ : -1;
    }
    return chosen;
  }

  /** How many words there are by the number of stories that have them. */
  private int[] counts(Terms all) throws IOException {
    int[] counts = new int[stories + 1];
    TermsEnum words = all.iterator();
    PostingsEnum postings = null;
    while (words.next() != null) {
      postings = words.postings(postings, PostingsEnum.NONE);
      int having = 0;
      for (int doc = postings.nextDoc();
          doc != PostingsEnum.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        having += places[doc] >= 0 ? 1 : 0;
      }
      counts[having]++;
    }
    return counts;
  }

  private int most() {
    return (int) (COMMONEST * stories);
  }

  /** The fewest stories that must have a word, two or so many that the words are not too many. */
  private int fewest(int[] counts) {
    int words = 0;
    for (int having = most(); having >= 2; having--) {
      words += counts[having];
      if (words > MOST_WORDS) {
        return having + 1;
      }
    }
    return 2;
  }

  private void collect(Terms all, int fewest) throws IOException {
    int[] found = new int[most() + 1];
    float[] frequencies = new float[found.length];
    TermsEnum words = all.iterator();
    PostingsEnum postings = null;
    for (BytesRef word = words.next(); word != null; word = words.next()) {
      if (words.docFreq() < fewest) {
        continue;
      }
      postings = words.postings(postings, PostingsEnum.FREQS);
      int having = 0;
      for (int doc = postings.nextDoc();
          doc != PostingsEnum.NO_MORE_DOCS && having < found.length;
          doc = postings.nextDoc()) {
        if (places[doc] >= 0) {
          found[having] = places[doc];
          frequencies[having++] = (float) WordVectors.saturated(postings.freq());
        }
      }
      if (having >= fewest && having < found.length) {
        terms.add(BytesRef.deepCopyOf(word));
        rows.add(Arrays.copyOf(found, having));
        cells.add(Arrays.copyOf(frequencies, having));
      }
    }
  }

  /** Multiplies by idf, and makes the length of each story 1. */
  private void weigh() {
    double[] squares = new double[stories];
    for (int word = 0; word < idfs.length; word++) {
      float[] row = cells.get(word);
      idfs[word] = (float) Math.log((stories + 1.0) / (row.length + 0.5));
      for (int i = 0; i < row.length; i++) {
        row[i] *= idfs[word];
        squares[rows.get(word)[i]] += (double) row[i] * row[i];
      }
    }
    for (int word = 0; word < idfs.length; word++) {
      float[] row = cells.get(word);
      for (int i = 0; i < row.length; i++) {
        row[i] /= (float) Math.sqrt(squares[rows.get(word)[i]]);
      }
    }
  }

  private WordVectors vectors() {
    float[] basis = new float[idfs.length * dimensions];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < basis.length; i++) {
      basis[i] = (random.nextInt() & 1) == 0 ? 1 : -1;
    }
    for (int round = 0; round < ROUNDS; round++) {
      basis = ofWords(ofStories(basis));
      orthogonalise(basis);
    }
    return kept(basis);
  }

  /** The stories' vectors from the words'. */
  private float[] ofStories(float[] words) {
    float[] sums = new float[stories * dimensions];
    for (int word = 0; word < idfs.length; word++) {
      int[] row = rows.get(word);
      float[] cell = cells.get(word);
      for (int i = 0; i < row.length; i++) {
        add(words, word * dimensions, cell[i], sums, row[i] * dimensions);
      }
    }
    return sums;
  }

  /** The words' vectors from the stories'. */
  private float[] ofWords(float[] of) {
    float[] sums = new float[idfs.length * dimensions];
    for (int word = 0; word < idfs.length; word++) {
      int[] row = rows.get(word);
      float[] cell = cells.get(word);
      for (int i = 0; i < row.length; i++) {
        add(of, row[i] * dimensions, cell[i], sums, word * dimensions);
      }
    }
    return sums;
  }

  private void add(float[] from, int at, float times, float[] to, int place) {
    for (int i = 0; i < dimensions; i++) {
      to[place + i] += times * from[at + i];
    }
  }

  /**
   * Makes the columns orthogonal and of length 1 by Cholesky's decomposition of their products; a
   * column that the ones before it explain becomes 0.
   */
  private void orthogonalise(float[] basis) {
    double[][] lower = products(basis);
    for (int i = 0; i < dimensions; i++) {
      double whole = lower[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = lower[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (j < i) {
          lower[i][j] = sum / lower[j][j];
        } else {
          lower[i][i] = sum > 1e-9 * whole ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
        }
      }
    }
    for (int at = 0; at < basis.length; at += dimensions) {
      for (int i = 0; i < dimensions; i++) {
        double sum = basis[at + i];
        for (int k = 0; k < i; k++) {
          sum -= lower[i][k] * basis[at + k];
        }
        basis[at + i] = (float) (sum / lower[i][i]);
      }
    }
  }

  private double[][] products(float[] basis) {
    double[][] products = new double[dimensions][dimensions];
    for (int at = 0; at < basis.length; at += dimensions) {
      for (int i = 0; i < dimensions; i++) {
        double value = basis[at + i];
        double[] row = products[i];
        for (int j = 0; j <= i; j++) {
          row[j] += value * basis[at + j];
        }
      }
    }
    return products;
  }

  private WordVectors kept(float[] basis) {
    int size = idfs.length;
    float[] scales = new float[size];
    byte[] steps = new byte[basis.length];
    int[] starts = new int[size + 1];
    BytesRefBuilder text = new BytesRefBuilder();
    for (int word = 0; word < size; word++) {
      int at = word * dimensions;
      float greatest = Float.MIN_NORMAL;
      for (int i = 0; i < dimensions; i++) {
        greatest = Math.max(greatest, Math.abs(basis[at + i]));
      }
      for (int i = 0; i < dimensions; i++) {
        steps[at + i] = (byte) Math.round(basis[at + i] / greatest * Byte.MAX_VALUE);
      }
      scales[word] = greatest / Byte.MAX_VALUE * idfs[word];
      text.append(terms.get(word));
      starts[word + 1] = text.length();
    }
    byte[] all = text.toBytesRef().bytes;
    CRC32 mark = new CRC32();
    mark.update(all);
    mark.update(steps);
    return new WordVectors(
        (int) mark.getValue(), dimensions, reader.numDocs(), starts, all, scales, steps);
  }
}
