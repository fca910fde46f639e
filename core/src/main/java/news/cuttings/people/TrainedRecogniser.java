package news.cuttings.people;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Finds names by what was learnt from texts in which people had marked them. A story is read twice:
 * what the first look is sure of ({@code the referee David Coote}) speaks for the same word where
 * it stands alone ({@code Coote}). Linear time; safe for use by many threads.
 */
final class TrainedRecogniser implements Recogniser {
  /** What settles a label. */
  private static final float CERTAIN = 50;

  private final Lexicon lexicon;
  private final Weights weights;

  private static final class Holder {
    static final TrainedRecogniser STANDARD = new TrainedRecogniser(Lexicon.standard(), load());
  }

  TrainedRecogniser(Lexicon lexicon, Weights weights) {
    this.lexicon = lexicon;
    this.weights = weights;
  }

  /** The one that comes with the library. */
  static TrainedRecogniser standard() {
    return Holder.STANDARD;
  }

  private static Weights load() {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                Objects.requireNonNull(
                    TrainedRecogniser.class.getResourceAsStream("people.model"))))) {
      return Weights.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource people.model cannot be read", e);
    }
  }

  @Override
  public List<Mention> mentions(String text) {
    Reading reading = new Reading(new Tokens(text, lexicon), weights);
    reading.first();
    return reading.second();
  }

  /** One text being read. */
  static final class Reading {
    final Tokens tokens;
    final Features features;
    private final Weights weights;
    private final Rows rows;
    final Lattice lattice = new Lattice();
    private int[] sums = new int[1024 * Lattice.LABELS];
    private float[] scores = new float[Rows.LONGEST * Lattice.LABELS];
    private final List<int[]> all = new ArrayList<>();

    Reading(Tokens tokens, Weights weights) {
      this.tokens = tokens;
      this.weights = weights;
      features = new Features(tokens);
      rows = new Rows(tokens);
      lattice.transitions(weights.transitions());
    }

    void first() {
      int words = 0;
      for (int at = 0; at < tokens.size(); ) {
        int end = rows.end(at);
        if (end > at) {
          all.add(new int[] {at, end, words});
          first(at, end, words);
          words += end - at;
        }
        at = Math.max(end, at + 1);
      }
    }

    private void first(int from, int to, int words) {
      int need = (words + to - from) * Lattice.LABELS;
      if (need > sums.length) {
        sums = Arrays.copyOf(sums, Math.max(need, sums.length * 2));
      }
      for (int i = from; i < to; i++) {
        int at = (words + i - from) * Lattice.LABELS;
        features.clear();
        features.collect(i, from, to);
        weights.add(features.keys(), 0, features.size(), sums, at);
        for (int y = 0; y < Lattice.LABELS; y++) {
          scores[(i - from) * Lattice.LABELS + y] = sums[at + y] * weights.scale();
        }
        features.clear();
        features.first();
        addSmall(i - from);
      }
      bar(from, to);
      lattice.sum(scores, to - from);
      features.meet(from, to, lattice);
    }

    /** Things are nobody, whatever was learnt. */
    private void bar(int from, int to) {
      for (int i = from; i < to; i++) {
        if (features.isThing(i)) {
          scores[(i - from) * Lattice.LABELS + Lattice.OUTSIDE] += CERTAIN;
        }
      }
    }

    private final int[] small = new int[Lattice.LABELS];

    private void addSmall(int word) {
      Arrays.fill(small, 0);
      weights.add(features.keys(), 0, features.size(), small, 0);
      for (int y = 0; y < Lattice.LABELS; y++) {
        scores[word * Lattice.LABELS + y] += small[y] * weights.scale();
      }
    }

    List<Mention> second() {
      List<Mention> out = new ArrayList<>();
      for (int[] row : all) {
        second(row[0], row[1], row[2], out);
      }
      return out;
    }

    private void second(int from, int to, int words, List<Mention> out) {
      for (int i = from; i < to; i++) {
        for (int y = 0; y < Lattice.LABELS; y++) {
          scores[(i - from) * Lattice.LABELS + y] =
              sums[(words + i - from) * Lattice.LABELS + y] * weights.scale();
        }
        features.clear();
        features.second(i, from, to);
        addSmall(i - from);
      }
      bar(from, to);
      lattice.sum(scores, to - from);
      int[] labels = lattice.best();
      int start = from;
      for (int i = from; i < to; i++) {
        int label = labels[i - from];
        if (label == Lattice.FIRST || label == Lattice.WHOLE) {
          start = i;
        }
        if (label == Lattice.LAST || label == Lattice.WHOLE) {
          out.add(
              new Mention(
                  tokens.start(start), tokens.end(i), lattice.name(start - from, i - from)));
        }
      }
    }
  }
}
