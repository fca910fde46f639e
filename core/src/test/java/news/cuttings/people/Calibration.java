package news.cuttings.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes confidences mean what they say: of the names found with 0.8, eight in ten are right. A
 * logistic curve over the log-odds (J. Platt, 1999), fitted by Newton's method on stories that were
 * not learnt from.
 */
final class Calibration {
  private static final int STEPS = 200;

  /** Newton's steps may go too far from a bad start. */
  private static final double LONGEST_STEP = 0.05;

  private final List<double[]> cases = new ArrayList<>();

  private Calibration() {}

  /** Those weights with the curve that fits those stories. */
  static Weights of(Weights weights, Lexicon lexicon, List<Tagged> stories) {
    Calibration calibration = new Calibration();
    TrainedRecogniser plain = new TrainedRecogniser(lexicon, weights.calibrated(1, 0));
    for (Tagged story : stories) {
      Set<Long> right = new HashSet<>();
      story.people().forEach(name -> right.add(place(name)));
      for (Mention name : plain.mentions(story.text())) {
        double odds = TrainedRecogniser.odds(name.confidence());
        calibration.cases.add(new double[] {odds, right.contains(place(name)) ? 1 : 0});
      }
    }
    double[] curve = calibration.fit();
    return weights.calibrated((float) curve[0], (float) curve[1]);
  }

  private static long place(Mention name) {
    return (long) name.start() << 32 | name.end();
  }

  private double[] fit() {
    double slope = 1;
    double shift = 0;
    for (int i = 0; i < STEPS; i++) {
      double toSlope = 0;
      double toShift = 0;
      double a = 1e-6;
      double b = 0;
      double c = 1e-6;
      for (double[] one : cases) {
        double p = 1 / (1 + StrictMath.exp(-slope * one[0] - shift));
        toSlope += (one[1] - p) * one[0];
        toShift += one[1] - p;
        a += p * (1 - p) * one[0] * one[0];
        b += p * (1 - p) * one[0];
        c += p * (1 - p);
      }
      double determinant = a * c - b * b;
      slope += step((c * toSlope - b * toShift) / determinant);
      shift += step((a * toShift - b * toSlope) / determinant);
    }
    return new double[] {slope, shift};
  }

  private static double step(double step) {
    return Math.clamp(step, -LONGEST_STEP, LONGEST_STEP);
  }
}
