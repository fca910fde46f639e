package news.cuttings.people;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
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
  private static final String MODEL = "people.model";

  /** What settles a label. */
  private static final float CERTAIN = 50;

  /** The least distance of a probability from 0 and 1 where odds are asked for. */
  private static final double LEAST = 1e-6;

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
    try (InputStream in =
            Objects.requireNonNull(TrainedRecogniser.class.getResourceAsStream(MODEL), MODEL);
        DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
      return Weights.read(data);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + MODEL + " cannot be read", e);
    }
  }

  @Override
  public List<Mention> mentions(String text) {
    Reading reading = new Reading(new Tokens(text, lexicon), weights);
    reading.first();
    return SurnameFirst.join(reading.tokens, reading.second());
  }

  /** Log-odds, natural. */
  static double odds(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return StrictMath.log(p / (1 - p));
  }

  /** One text being read. */
  static final class Reading {
    private final Keys keys = new Keys();
    private final Features features;
    private final SecondLook secondLook;
    private final Tokens tokens;
    private final Weights weights;
    private final Lattice lattice = new Lattice();

    /** Of each row its first word, one past its last, and the number of its first word's sums. */
    private final List<int[]> rows = new ArrayList<>();

    /** Of each word in a row what speaks for each label whatever the story's other words are. */
    private final int[] sums;

    private final float[] scores = new float[Rows.LONGEST * Lattice.LABELS];
    private final int[] more = new int[Lattice.LABELS];

    Reading(Tokens tokens, Weights weights) {
      this.tokens = tokens;
      this.weights = weights;
      features = new Features(tokens, keys);
      secondLook = new SecondLook(tokens, features, keys);
      lattice.transitions(weights.transitions());
      int words = findRows();
      sums = new int[words * Lattice.LABELS];
    }

    private int findRows() {
      Rows finder = new Rows(tokens);
      int words = 0;
      for (int from = 0; from < tokens.size(); ) {
        int to = finder.end(from);
        if (to > from) {
          rows.add(new int[] {from, to, words});
          words += to - from;
        }
        from = Math.max(to, from + 1);
      }
      return words;
    }

    Keys keys() {
      return keys;
    }

    Features features() {
      return features;
    }

    SecondLook secondLook() {
      return secondLook;
    }

    List<int[]> rows() {
      return rows;
    }

    /** Looks at each row by itself, and keeps what is found for the second look. */
    void first() {
      for (int[] row : rows) {
        int from = row[0];
        int to = row[1];
        for (int i = from; i < to; i++) {
          keys.clear();
          features.collect(i, from, to);
          int at = (row[2] + i - from) * Lattice.LABELS;
          weights.add(keys.hashes(), 0, keys.size(), sums, at);
          keys.clear();
          secondLook.first();
          score(i, i - from, at);
        }
        lattice.sum(scores, to - from);
        secondLook.meet(from, to, lattice);
      }
    }

    private void score(int token, int word, int at) {
      Arrays.fill(more, 0);
      weights.add(keys.hashes(), 0, keys.size(), more, 0);
      for (int y = 0; y < Lattice.LABELS; y++) {
        scores[word * Lattice.LABELS + y] = (sums[at + y] + more[y]) * weights.scale();
      }
      if (features.isThing(token)) {
        scores[word * Lattice.LABELS + Lattice.OUTSIDE] += CERTAIN; // whatever was learnt
      }
    }

    /** Looks again, with what the first look found elsewhere in the story. */
    List<Mention> second() {
      List<Mention> names = new ArrayList<>();
      for (int[] row : rows) {
        int from = row[0];
        int to = row[1];
        for (int i = from; i < to; i++) {
          keys.clear();
          secondLook.second(i, from, to);
          score(i, i - from, (row[2] + i - from) * Lattice.LABELS);
        }
        lattice.sum(scores, to - from);
        take(from, to, names);
      }
      return names;
    }

    private void take(int from, int to, List<Mention> names) {
      int[] labels = lattice.best();
      int start = from;
      for (int i = from; i < to; i++) {
        int label = labels[i - from];
        if (label == Lattice.FIRST || label == Lattice.WHOLE) {
          start = i;
        }
        if (label == Lattice.LAST || label == Lattice.WHOLE) {
          double probability = lattice.name(start - from, i - from);
          int first = afterTitles(start, i);
          names.add(
              new Mention(tokens.start(first), tokens.end(i), weights.confidence(probability)));
        }
      }
    }

    /** The first word that may be a name's: what was learnt takes a rare title for one. */
    private int afterTitles(int from, int last) {
      int first = from;
      while (first < last) {
        String word = tokens.form(first).folded;
        if (first + 1 < last
            && Heads.OF_JUSTICES.contains(word)
            && tokens.form(first + 1).folded.equals("justice")) {
          first += 2;
        } else if (Heads.BARE_TITLES.contains(word)) {
          first++;
        } else {
          return first;
        }
      }
      return first;
    }
  }
}
