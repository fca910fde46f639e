package news.cuttings.cli;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * A set of stories, by a mark of 64 bits for each one's id: small enough to be remembered for every
 * file that was read. Two ids of one mark are one in a billion indexes. Immutable.
 */
final class Marks {
  static final Marks NONE = new Marks(new long[0]);

  private final long[] sorted;

  private Marks(long[] sorted) {
    this.sorted = sorted;
  }

  /** Those of {@link #mark}. */
  static Marks of(LongStream marks) {
    return new Marks(marks.sorted().distinct().toArray());
  }

  /** What {@link #toString} wrote. */
  static Marks parse(String text) {
    LongBuffer marks = ByteBuffer.wrap(Base64.getDecoder().decode(text)).asLongBuffer();
    long[] read = new long[marks.remaining()];
    marks.get(read);
    return of(LongStream.of(read));
  }

  /** The mark of an id: FNV-1a over its UTF-16, its bits then spread as MurmurHash3 does. */
  static long mark(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  boolean has(String id) {
    return has(mark(id));
  }

  private boolean has(long mark) {
    return Arrays.binarySearch(sorted, mark) >= 0;
  }

  Marks plus(Marks others) {
    return others.isEmpty()
        ? this
        : isEmpty()
            ? others
            : of(LongStream.concat(LongStream.of(sorted), LongStream.of(others.sorted)));
  }

  Marks minus(Marks others) {
    return isEmpty() || others.isEmpty()
        ? this
        : new Marks(LongStream.of(sorted).filter(mark -> !others.has(mark)).toArray());
  }

  /** What is in any of them. */
  static Marks all(Collection<Marks> sets) {
    return of(sets.stream().flatMapToLong(set -> LongStream.of(set.sorted)));
  }

  @Override
  public String toString() {
    ByteBuffer bytes = ByteBuffer.allocate(sorted.length * Long.BYTES);
    bytes.asLongBuffer().put(sorted);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
