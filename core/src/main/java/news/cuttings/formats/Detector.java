package news.cuttings.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;

/**
 * Tells a format by asking each what speaks for it: the highest score wins, of equals the first.
 */
final class Detector {
  private Detector() {}

  /**
   * The formats that a text in UTF-8 may be in, the surest first; none where it is no text, or one
   * that no reader reads.
   */
  static List<Told.Guess> guesses(Sample sample) {
    List<Told.Guess> guesses = new ArrayList<>();
    if (!sample.isBinary()) {
      for (Format format : Format.values()) {
        Evidence evidence = format.reader().evidence(sample);
        if (evidence.score() > 0) {
          guesses.add(new Told.Guess(format, evidence.score(), evidence.why()));
        }
      }
      guesses.sort(Comparator.comparingInt(Told.Guess::score).reversed());
    }
    return guesses;
  }
}
