package news.cuttings.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns a model from stories in which people have marked the names. Deterministic: the same
 * stories give the same bytes. In four steps:
 *
 * <ol>
 *   <li>{@link Doubts} leaves out marks that are hard to believe.
 *   <li>Two models are learnt, each from one half of the stories, to have for every story a first
 *       look by a model that does not know it.
 *   <li>The model is learnt from the stories as they are, the same made {@link Harder}, and made-up
 *       {@link Results}; each row of words as a first look sees it, and as a second does.
 *   <li>What the model takes for probable is compared with what is right in stories that it has not
 *       seen ({@link Calibration}).
 * </ol>
 */
final class Training {
  static final List<String> SETS =
      List.of("gmb", "wikigold", "gum", "litbank", "redocred", "crossner");

  /**
   * Without GUM, of which two kinds of texts are share-alike, and without Re-DocRED and CrossNER,
   * whose own licence is MIT but whose texts are Wikipedia's.
   */
  static final List<String> NOT_SHARE_ALIKE = List.of("gmb", "wikigold", "litbank");

  private static final int HALF_EPOCHS = 4;
  private static final int EPOCHS = 5;
  private static final int RESULTS = 1500;

  /** In harder stories, the share of the words whose own features are hidden. */
  private static final float HIDDEN = 0.25f;

  /** How much a first look's row counts beside a second's. */
  private static final float FIRST_LOOK = 0.5f;

  private static final int[] NOTHING = {};

  private final Lexicon lexicon;
  private final Doubts doubts;

  /**
   * A story to learn from.
   *
   * @param set the set's number
   * @param number its place in the set
   */
  record Marked(Tagged story, String set, int number) {
    int half() {
      return number % 2;
    }
  }

  private Training(Lexicon lexicon) {
    this.lexicon = lexicon;
    doubts = new Doubts();
  }

  /** The stories of those sets, but for every tenth. */
  static List<Marked> stories(Path folder, List<String> sets) throws IOException {
    List<Marked> stories = new ArrayList<>();
    for (String set : sets) {
      List<Tagged> all = Tagged.read(folder.resolve(set + ".iob"));
      for (int i = 0; i < all.size(); i++) {
        if (i % 10 != 9) {
          stories.add(new Marked(all.get(i), set, i));
        }
      }
    }
    return stories;
  }

  /** Every tenth story of a set, which is for measuring. */
  static List<Tagged> held(Path folder, String set) throws IOException {
    List<Tagged> all = Tagged.read(folder.resolve(set + ".iob"));
    List<Tagged> held = new ArrayList<>();
    for (int i = 9; i < all.size(); i += 10) {
      held.add(all.get(i));
    }
    return held;
  }

  /** The model. */
  static Weights learn(List<Marked> stories, List<Tagged> held) {
    Training training = new Training(Lexicon.forLearning());
    training.doubts.learn(stories, training.lexicon);
    Weights[] halves = {training.half(stories, 0), training.half(stories, 1)};
    Weights weights = training.all(stories, halves);
    return Calibration.of(weights, training.lexicon, held);
  }

  private Weights half(List<Marked> stories, int half) {
    List<Learner.Row> rows = new ArrayList<>();
    for (Marked story : stories) {
      if (story.half() == half) {
        first(story, rows);
      }
    }
    return new Learner(rows).learn(HALF_EPOCHS);
  }

  private void first(Marked marked, List<Learner.Row> out) {
    Reader reader = new Reader(marked, marked.story, Weights.NONE, 0);
    for (int[] row : reader.reading.rows()) {
      byte[] labels = reader.labels(row[0], row[1]);
      if (!doubts.isDoubtful(marked, labels, reader.blind(row[0], row[1]))) {
        out.add(
            new Learner.Row(
                labels, reader.base(row[0], row[1]), reader.firstLook(row[0], row[1]), 1));
      }
    }
  }

  private Weights all(List<Marked> stories, Weights[] halves) {
    List<Learner.Row> rows = new ArrayList<>();
    Harder harder = new Harder(new Random(7));
    for (Marked marked : stories) {
      Weights other = halves[1 - marked.half()];
      both(new Reader(marked, marked.story, other, 0), rows);
      both(new Reader(marked, harder.of(marked.story), other, HIDDEN), rows);
    }
    for (Tagged results : new Results(new Random(3)).make(RESULTS)) {
      both(new Reader(new Marked(results, "", 0), results, halves[0], HIDDEN), rows);
    }
    return new Learner(rows).learn(EPOCHS);
  }

  /** Takes each row as the first look sees it, and as the second does. */
  private void both(Reader reader, List<Learner.Row> out) {
    reader.reading.first();
    for (int[] row : reader.reading.rows()) {
      int from = row[0];
      int to = row[1];
      byte[] labels = reader.labels(from, to);
      if (doubts.isDoubtful(reader.marked, labels, reader.blind(from, to))) {
        continue;
      }
      int[][] base = reader.base(from, to);
      out.add(new Learner.Row(labels, base, reader.firstLook(from, to), FIRST_LOOK));
      out.add(new Learner.Row(labels, Learner.copy(base), reader.secondLook(from, to), 1));
    }
  }

  /** One story, its features and its labels. */
  private final class Reader {
    private final Marked marked;
    private final Tokens tokens;
    private final TrainedRecogniser.Reading reading;
    private final Features features;
    private final SecondLook secondLook;
    private final Keys keys;
    private final byte[] labels;
    private final float hidden;

    Reader(Marked marked, Tagged story, Weights weights, float hidden) {
      this.marked = marked;
      this.hidden = hidden;
      tokens = new Tokens(story.text(), lexicon);
      reading = new TrainedRecogniser.Reading(tokens, weights);
      features = reading.features();
      secondLook = reading.secondLook();
      keys = reading.keys();
      labels = Labels.of(story, tokens);
    }

    byte[] labels(int from, int to) {
      return Labels.whole(Arrays.copyOfRange(labels, from, to));
    }

    int[][] base(int from, int to) {
      int[][] base = new int[to - from][];
      for (int i = from; i < to; i++) {
        keys.clear();
        long dice = Hashes.mix(tokens.form(i).hash + 31L * marked.number) & 1023;
        if (dice < hidden * 1024) {
          features.others(i, from, to);
        } else {
          features.collect(i, from, to);
        }
        base[i - from] = taken();
      }
      return base;
    }

    /** Without what the words themselves say. */
    int[][] blind(int from, int to) {
      return Doubts.blind(features, keys, from, to);
    }

    int[][] firstLook(int from, int to) {
      keys.clear();
      secondLook.first();
      int[][] all = new int[to - from][];
      Arrays.setAll(all, i -> taken());
      return all;
    }

    int[][] secondLook(int from, int to) {
      int[][] all = new int[to - from][];
      for (int i = from; i < to; i++) {
        keys.clear();
        secondLook.second(i, from, to);
        all[i - from] = taken();
      }
      return all;
    }

    private int[] taken() {
      return keys.size() == 0 ? NOTHING : Arrays.copyOf(keys.hashes(), keys.size());
    }
  }
}
