package news.cuttings.query;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A place between two hits: what the last one is ordered by, how many came before, and in which
 * view of the index. For use inside the library: a caller has its text.
 *
 * @param view the version of the reader that found them
 * @param rank the last hit's rank
 * @param score its score
 * @param day its day since 1970, {@link Long#MIN_VALUE} for none
 * @param published its moment in seconds since 1970, {@link Long#MIN_VALUE} for none
 * @param id its id
 */
public record Cursor(long view, int rank, float score, long day, long published, String id) {
  /** Checks for absence. */
  public Cursor {
    Objects.requireNonNull(id, "id");
  }

  private static final byte VERSION = 2;

  /** The last rank that a whole page can come after. */
  private static final int LAST = Integer.MAX_VALUE - StoryQuery.MAX_LIMIT;

  /** Reads what {@link #text} wrote. */
  static Cursor read(String text) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (in.get() == VERSION) {
        long view = in.getLong();
        int rank = in.getInt();
        float score = in.getFloat();
        long day = in.getLong();
        long published = in.getLong();
        if (rank > 0 && rank <= LAST && Float.isFinite(score)) { // else it is forged
          return new Cursor(
              view, rank, score, day, published, StandardCharsets.UTF_8.decode(in).toString());
        }
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // told below, like another version
    }
    throw new IllegalArgumentException(
        "this is no cursor; take one from the hit or the summary to go on after");
  }

  /** Gives this place with another score. */
  public Cursor scored(float other) {
    return new Cursor(view, rank, other, day, published, id);
  }

  /** As letters, digits, {@code -} and {@code _}. */
  public String text() {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(1 + 8 + 4 + 4 + 8 + 8 + key.length);
    out.put(VERSION)
        .putLong(view)
        .putInt(rank)
        .putFloat(score)
        .putLong(day)
        .putLong(published)
        .put(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  /** Gives this place with that many hits up to it. */
  public Cursor ranked(int hits) {
    return new Cursor(view, hits, score, day, published, id);
  }
}
