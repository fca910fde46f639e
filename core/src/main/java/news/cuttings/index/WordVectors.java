package news.cuttings.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import news.cuttings.story.Story;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What an index has learnt of its words: a short vector for each, by which stories on one matter
 * come to lie near each other though they share few words (latent semantic analysis: S. Deerwester
 * and others, 1990). A story's vector is the sum of its words', made a byte a dimension. Immutable;
 * safe for use by many threads.
 */
public final class WordVectors {
  /** Bytes before the dimensions of a story's vector: the mark of the words it was made with. */
  private static final int MARK = Integer.BYTES;

  private static final int STEPS = 127;

  private final int mark;
  private final int dimensions;
  private final int stories;
  private final int[] starts;
  private final byte[] terms;
  private final float[] scales;
  private final byte[] vectors;

  /**
   * Words with their vectors.
   *
   * @param mark tells these from those learnt at another time
   * @param dimensions of each vector
   * @param stories how many there were when it was learnt
   * @param starts where each term begins in {@code terms}, and one past the last
   * @param terms their bytes, in order
   * @param scales what a step of each vector is worth
   * @param vectors their steps, one vector after another
   */
  WordVectors(
      int mark,
      int dimensions,
      int stories,
      int[] starts,
      byte[] terms,
      float[] scales,
      byte[] vectors) {
    this.mark = mark;
    this.dimensions = dimensions;
    this.stories = stories;
    this.starts = starts;
    this.terms = terms;
    this.scales = scales;
    this.vectors = vectors;
  }

  static WordVectors read(DataInput in) throws IOException {
    int mark = in.readInt();
    int dimensions = in.readVInt();
    int stories = in.readVInt();
    int size = in.readVInt();
    int[] starts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      starts[i + 1] = starts[i] + in.readVInt();
    }
    byte[] terms = new byte[starts[size]];
    in.readBytes(terms, 0, terms.length);
    float[] scales = new float[size];
    in.readFloats(scales, 0, size);
    byte[] vectors = new byte[size * dimensions];
    in.readBytes(vectors, 0, vectors.length);
    return new WordVectors(mark, dimensions, stories, starts, terms, scales, vectors);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(mark);
    out.writeVInt(dimensions);
    out.writeVInt(stories);
    out.writeVInt(size());
    for (int i = 0; i < size(); i++) {
      out.writeVInt(starts[i + 1] - starts[i]);
    }
    out.writeBytes(terms, terms.length);
    for (float scale : scales) {
      out.writeInt(Float.floatToIntBits(scale));
    }
    out.writeBytes(vectors, vectors.length);
  }

  /** The bytes of what {@link #write} writes, or a few more. */
  long bytes() {
    return terms.length + vectors.length + size() * (2L * Integer.BYTES + 1) + 100;
  }

  /** The bytes of a story's vector. */
  int bytesAStory() {
    return MARK + dimensions;
  }

  /** The same without some words: vectors made before are as good as those made after. */
  WordVectors only(IntPredicate kept) {
    int[] numbers = IntStream.range(0, size()).filter(kept).toArray();
    int[] newStarts = new int[numbers.length + 1];
    float[] newScales = new float[numbers.length];
    byte[] newTerms = new byte[terms.length];
    byte[] newVectors = new byte[numbers.length * dimensions];
    for (int i = 0; i < numbers.length; i++) {
      BytesRef term = term(numbers[i]);
      System.arraycopy(terms, term.offset, newTerms, newStarts[i], term.length);
      newStarts[i + 1] = newStarts[i] + term.length;
      newScales[i] = scales[numbers[i]];
      System.arraycopy(vectors, numbers[i] * dimensions, newVectors, i * dimensions, dimensions);
    }
    byte[] cut = Arrays.copyOf(newTerms, newStarts[numbers.length]);
    return new WordVectors(mark, dimensions, stories, newStarts, cut, newScales, newVectors);
  }

  /** How many words. */
  int size() {
    return scales.length;
  }

  int dimensions() {
    return dimensions;
  }

  /** How many stories there were when they were learnt. */
  int stories() {
    return stories;
  }

  /** The bytes of a word, by its number in the order of terms. */
  BytesRef term(int number) {
    return new BytesRef(terms, starts[number], starts[number + 1] - starts[number]);
  }

  /** The number of the word; negative where it is not known. */
  private int number(BytesRef term) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              terms,
              starts[middle],
              starts[middle + 1],
              term.bytes,
              term.offset,
              term.offset + term.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** What a word adds that is there so often: saturated, or one word would be all. */
  static double saturated(int frequency) {
    return 1 + Math.log(frequency);
  }

  /** Adds a word, which is there so often, to a sum that begins at that place. */
  void add(int number, int frequency, double[] sums, int at) {
    double worth = saturated(frequency) * scales[number];
    int from = number * dimensions;
    for (int i = 0; i < dimensions; i++) {
      sums[at + i] += worth * vectors[from + i];
    }
  }

  /** The vector of such a sum, as it is kept; empty where it has no direction. */
  byte[] kept(double[] sums, int at) {
    double greatest = 0;
    for (int i = 0; i < dimensions; i++) {
      greatest = Math.max(greatest, Math.abs(sums[at + i]));
    }
    if (greatest == 0) {
      return new byte[0];
    }
    byte[] vector = new byte[MARK + dimensions];
    for (int i = 0; i < MARK; i++) {
      vector[i] = (byte) (mark >>> (8 * i));
    }
    for (int i = 0; i < dimensions; i++) {
      vector[MARK + i] = (byte) Math.round(sums[at + i] / greatest * STEPS);
    }
    return vector;
  }

  /** Adds up a story's vector. Serves one thread. */
  final class Sum {
    private final double[] sums = new double[dimensions];

    /** Adds a term by its summed weight in {@link Schema#ALL}; one not known adds nothing. */
    void add(BytesRef term, int weight) {
      int number = number(term);
      if (number >= 0) {
        WordVectors.this.add(number, weight, sums, 0);
      }
    }

    /** The vector as the index keeps it; empty where no term was known. */
    byte[] vector() {
      return kept(sums, 0);
    }
  }

  /** A sum of nothing. */
  Sum sum() {
    return new Sum();
  }

  /** The vector that the index would keep of the story; empty where no word of it is known. */
  public byte[] of(Story story) {
    return new StoryFields().vector(story, this);
  }

  /** Whether two kept vectors were made with the same words, and may be compared. */
  public static boolean areComparable(BytesRef a, BytesRef b) {
    return a.length == b.length
        && a.length > MARK
        && Arrays.equals(a.bytes, a.offset, a.offset + MARK, b.bytes, b.offset, b.offset + MARK);
  }

  /** The cosine of two comparable vectors, -1 to 1. */
  public static double cosine(BytesRef a, BytesRef b) {
    int product = 0;
    int squareA = 0;
    int squareB = 0;
    for (int i = MARK; i < a.length; i++) {
      int x = a.bytes[a.offset + i];
      int y = b.bytes[b.offset + i];
      product += x * y;
      squareA += x * x;
      squareB += y * y;
    }
    return product / Math.sqrt((double) squareA * squareB);
  }
}
