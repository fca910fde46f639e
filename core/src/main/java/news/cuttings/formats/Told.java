package news.cuttings.formats;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.story.Origin;

/**
 * What a text was told to be, and by what.
 *
 * @param where the file, or the entry of an archive
 * @param format what it is read as; empty where it is not read
 * @param isForced whether the caller said so, and nothing had to be told
 * @param guesses what each format has to say for itself, the surest first
 */
public record Told(Origin where, Optional<Format> format, boolean isForced, List<Guess> guesses) {
  /**
   * What speaks for a format.
   *
   * @param score from 1, hardly, to 100; from 60 on it is enough for a file that nobody named
   * @param why what was seen: {@code headers of mail}
   */
  public record Guess(Format format, int score, String why) {
    /** Checks for absence. */
    public Guess {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(why, "why");
    }
  }

  /** What was told, which does not change. */
  public Told {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(guesses, "guesses");
    guesses = List.copyOf(guesses);
  }
}
