package news.cuttings.index;

import java.io.IOException;
import java.util.stream.Stream;

/** Names the disk that is full: the system does not say which. */
public final class FullDisk {
  private FullDisk() {}

  /** Whether it says that a disk is full, or what somebody may have of it used up. */
  private static boolean isMet(Exception e) {
    String said = String.valueOf(e.getMessage());
    return Stream.of("No space left", "not enough space", "Disk quota exceeded", "disk full")
        .anyMatch(said::contains);
  }

  /**
   * What to tell of a failure.
   *
   * @param place what was being written, as in "the index at DIR"
   */
  public static IOException named(String place, IOException e) {
    boolean isNamed = !isMet(e) || String.valueOf(e.getMessage()).contains(place);
    return isNamed
        ? e
        : new IOException(
            "the disk of "
                + place
                + " is full ("
                + e.getMessage()
                + "); make room and try again. What was committed is safe",
            e);
  }
}
