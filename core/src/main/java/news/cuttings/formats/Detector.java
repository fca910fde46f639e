package news.cuttings.formats;

import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Tells a format by asking each what speaks for it: the highest score wins, of equals the first.
 */
final class Detector {
  /** What a text was told to be, and by what. */
  record Told(Format format, Evidence evidence) {}

  private Detector() {}

  /**
   * The format of a text in UTF-8.
   *
   * @return null where it is no text, or one that no reader reads
   */
  static @Nullable Told of(Sample sample) {
    if (sample.isBinary()) {
      return null;
    }
    Told best = null;
    for (Format format : Format.values()) {
      Evidence evidence = format.reader().evidence(sample);
      if (evidence.score() > (best == null ? 0 : best.evidence().score())) {
        best = new Told(format, evidence);
      }
    }
    return best;
  }
}
