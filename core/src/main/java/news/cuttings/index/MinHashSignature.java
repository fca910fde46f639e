package news.cuttings.index;

import java.util.Arrays;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * A story's wording in 64 bytes: the least of the hashes of its runs of four words (A. Broder, "On
 * the resemblance and containment of documents", 1997). Two stories of which one has a good part of
 * the other's runs share some of them, also where one is a third of the other; stories told in
 * words of their own share none. Made a word at a time; serves one thread.
 */
public final class MinHashSignature {
  /** Words a run. */
  public static final int RUN = 4;

  private static final int HASHES = 16;
  private static final int SEED = 0x5ca1ab1e;

  private final int[] recent = new int[RUN];
  private final int[] least = new int[HASHES];
  private int words;
  private int size;

  /** What is taken of a word. */
  static int hash(BytesRef term) {
    return StringHelper.murmurhash3_x86_32(term, SEED);
  }

  /** Takes the story's next word. */
  public void add(BytesRef term) {
    add(hash(term));
  }

  /** Takes the story's next word by its hash. */
  void add(int next) {
    recent[words++ % RUN] = next;
    if (words >= RUN) {
      int hash = SEED;
      for (int i = 0; i < RUN; i++) {
        hash = mixed(hash * 31 + recent[(words + i) % RUN]);
      }
      keep(hash);
    }
  }

  /** Murmur's last step: every bit of what goes in tells on every bit of what comes out. */
  private static int mixed(int h) {
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  /** Keeps the least hashes, as unsigned numbers, in order. */
  private void keep(int hash) {
    if (size == HASHES && Integer.compareUnsigned(hash, least[size - 1]) >= 0) {
      return;
    }
    int place = 0;
    while (place < size && Integer.compareUnsigned(least[place], hash) < 0) {
      place++;
    }
    if (place < size && least[place] == hash) {
      return;
    }
    int moved = Math.min(size, HASHES - 1) - place;
    System.arraycopy(least, place, least, place + 1, moved);
    least[place] = hash;
    size = Math.min(size + 1, HASHES);
  }

  /** Begins with another story. */
  public void clear() {
    words = 0;
    size = 0;
  }

  /** The bytes that are kept; none of a story of less than four words. */
  public BytesRef bytes() {
    byte[] bytes = new byte[size * Integer.BYTES];
    for (int i = 0; i < size; i++) {
      BitUtil.VH_LE_INT.set(bytes, i * Integer.BYTES, least[i]);
    }
    return new BytesRef(bytes);
  }

  /**
   * The share of runs of one story that the other has, of that story of the two of which it is the
   * greater, as far as the sketches tell: 0 to 1. It is told from the hashes up to the lesser of
   * the two greatest, which both sketches have whole; where these are few, in favour of likeness.
   */
  public static double containment(BytesRef a, BytesRef b) {
    long limit = Math.min(horizon(a), horizon(b));
    int inA = 0;
    int inB = 0;
    int both = 0;
    while (isWithin(a, inA, limit) || isWithin(b, inB, limit)) {
      long nextA = isWithin(a, inA, limit) ? hash(a, inA) : Long.MAX_VALUE;
      long nextB = isWithin(b, inB, limit) ? hash(b, inB) : Long.MAX_VALUE;
      both += nextA == nextB ? 1 : 0;
      inA += nextA <= nextB ? 1 : 0;
      inB += nextB <= nextA ? 1 : 0;
    }
    int fewer = Math.min(inA, inB);
    return both == 0 ? 0 : (both + 1.0) / (fewer + 1);
  }

  /** The hashes of a sketch. */
  public static int[] hashes(BytesRef sketch) {
    int[] hashes = new int[sketch.length / Integer.BYTES];
    Arrays.setAll(hashes, i -> (int) hash(sketch, i));
    return hashes;
  }

  /** The greatest hash up to which the sketch has all of its story. */
  private static long horizon(BytesRef sketch) {
    int size = sketch.length / Integer.BYTES;
    return size < HASHES ? Long.MAX_VALUE : hash(sketch, size - 1);
  }

  private static boolean isWithin(BytesRef sketch, int i, long limit) {
    return i < sketch.length / Integer.BYTES && hash(sketch, i) <= limit;
  }

  private static long hash(BytesRef sketch, int i) {
    int hash = (int) BitUtil.VH_LE_INT.get(sketch.bytes, sketch.offset + i * Integer.BYTES);
    return Integer.toUnsignedLong(hash);
  }
}
