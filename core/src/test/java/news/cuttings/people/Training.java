package news.cuttings.people;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes the model. */
final class Training {
  static final List<String> SETS =
      List.of(System.getProperty("sets", "gmb,wikigold,gum,litbank,redocred,crossner").split(","));

  private final Lexicon lexicon = Lexicon.standard();

  record Marked(Tagged story, int set, int number) {}

  static List<Marked> stories(Path folder) throws IOException {
    List<Marked> out = new ArrayList<>();
    for (int set = 0; set < SETS.size(); set++) {
      List<Tagged> all = Tagged.read(folder.resolve(SETS.get(set) + ".iob"));
      for (int i = 0; i < all.size(); i++) {
        if (i % 10 != 9) {
          out.add(new Marked(all.get(i), set, i));
        }
      }
    }
    return out;
  }

  private static final Weights NONE =
      new Weights(new int[0], new byte[0], new float[Lattice.LABELS * Lattice.LABELS], 0);

  Weights train(List<Marked> stories, int epochs) {
    Weights[] halves = new Weights[2];
    for (int round = 0; round < ROUNDS; round++) {
      Weights[] next = new Weights[2];
      for (int half = 0; half < 2; half++) {
        List<Learner.Row> rows = new ArrayList<>();
        for (Marked story : stories) {
          if (story.number % 2 == half) {
            collect(story, story.story, NONE, false, false, rows);
          }
        }
        next[half] = new Learner(rows).learn(3);
      }
      System.out.println("dropped " + dropped);
      dropped = 0;
      cleaners[0] = next[0];
      cleaners[1] = next[1];
    }
    blind = false;
    for (int half = 0; half < 2; half++) {
      List<Learner.Row> rows = new ArrayList<>();
      for (Marked story : stories) {
        if (story.number % 2 == half) {
          collect(story, story.story, NONE, false, false, rows);
        }
      }
      halves[half] = new Learner(rows).learn(4);
    }
    Harder harder = new Harder(new Random(7));
    List<Learner.Row> rows = new ArrayList<>();
    for (Marked story : stories) {
      Weights other = halves[1 - story.number % 2];
      collect(story, story.story, other, true, false, rows);
      collect(story, harder.of(story.story), other, true, true, rows);
    }
    for (Tagged results : new Results(new Random(3)).make(Integer.getInteger("results", 1500))) {
      collect(new Marked(results, -1, 0), results, halves[0], true, true, rows);
    }
    System.out.println(rows.size() + " rows, dropped " + dropped);
    return new Learner(rows).learn(epochs);
  }

  private final Weights[] cleaners = {NONE, NONE};
  private static final int ROUNDS = Integer.getInteger("rounds", 2);
  private static final double CLEANOUT = Double.parseDouble(System.getProperty("cleanout", "0.5"));
  private static final float HIDE = Float.parseFloat(System.getProperty("hide", "0.25"));
  private boolean blind = true;
  private int dropped;
  private final Lattice cleaner = new Lattice();
  private static final double CLEAN = Double.parseDouble(System.getProperty("clean", "0.05"));
  private static final double CLEANALL = Double.parseDouble(System.getProperty("cleanall", "0"));

  /** Whether what people marked is hard to believe. */
  private boolean isDoubtful(Marked marked, byte[] labels, Features features, int from, int to) {
    if (cleaners[0] == NONE || marked.set < 0 || (CLEANALL == 0 && marked.set > 0)) {
      return false;
    }
    Weights weights = cleaners[1 - marked.number % 2];
    float[] scores = new float[(to - from) * Lattice.LABELS];
    int[] sums = new int[Lattice.LABELS];
    for (int i = from; i < to; i++) {
      features.clear();
      features.others(i, from, to);
      Arrays.fill(sums, 0);
      weights.add(features.keys(), 0, features.size(), sums, 0);
      for (int y = 0; y < Lattice.LABELS; y++) {
        scores[(i - from) * Lattice.LABELS + y] = sums[y] * weights.scale();
      }
    }
    cleaner.transitions(weights.transitions());
    cleaner.sum(scores, to - from);
    for (int i = from; i < to; i++) {
      byte label = labels[i - from];
      double limit = marked.set > 0 ? CLEANALL : label == Lattice.OUTSIDE ? CLEANOUT : CLEAN;
      if (cleaner.probability(i - from, label) < limit) {
        dropped++;
        return true;
      }
    }
    return false;
  }

  private final Random random = new Random(11);
  private static final boolean BYSET = Boolean.getBoolean("byset");

  private void collect(Marked marked, Tagged story, Weights other, boolean second, boolean hard, List<Learner.Row> out) {
    TrainedRecogniser.Reading reading =
        new TrainedRecogniser.Reading(new Tokens(story.text(), lexicon), other);
    Tokens tokens = reading.tokens;
    Features features = reading.features;
    if (second) {
      reading.first();
    }
    byte[] labels = labels(story, tokens);
    Rows rows = new Rows(tokens);
    for (int at = 0; at < tokens.size(); ) {
      int end = rows.end(at);
      if (end > at) {
        int n = end - at;
        byte[] own = Arrays.copyOfRange(labels, at, end);
        repair(own);
        if (isDoubtful(marked, own, features, at, end)) {
          at = end;
          continue;
        }
        int[][] base = new int[n][];
        int[][] first = new int[n][];
        int[][] then = new int[n][];
        for (int i = 0; i < n; i++) {
          features.clear();
          long hide = Hashes.mix(tokens.form(at + i).hash + 31 * marked.number);
          if (blind || (hard && (hide & 1023) < HIDE * 1024)) {
            features.others(at + i, at, end);
          } else {
            features.collect(at + i, at, end);
          }
          base[i] = Arrays.copyOf(features.keys(), features.size());
          features.clear();
          features.first();
          first[i] = Arrays.copyOf(features.keys(), features.size());
          features.clear();
          features.second(at + i, at, end);
          then[i] = Arrays.copyOf(features.keys(), features.size());
        }
        out.add(new Learner.Row(own, base, first, second ? 0.5f : 1));
        if (second) {
          int[][] again = new int[n][];
          for (int i = 0; i < n; i++) {
            again[i] = base[i].clone();
          }
          out.add(new Learner.Row(own, again, then, 1));
        }
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Labels that the row's cut ends would break. */
  private static void repair(byte[] labels) {
    int n = labels.length;
    for (int i = 0; i < n; ) {
      if (labels[i] == Lattice.OUTSIDE) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < n && (labels[end] == Lattice.INSIDE || labels[end] == Lattice.LAST)) {
        end++;
      }
      for (int k = i; k < end; k++) {
        labels[k] =
            (byte)
                (end - i == 1
                    ? Lattice.WHOLE
                    : k == i ? Lattice.FIRST : k == end - 1 ? Lattice.LAST : Lattice.INSIDE);
      }
      i = end;
    }
  }

  static byte[] labels(Tagged story, Tokens tokens) {
    byte[] labels = new byte[tokens.size()];
    int person = 0;
    boolean open = false;
    for (int i = 0; i < tokens.size(); i++) {
      int start = tokens.start(i);
      while (person < story.people().size() && story.people().get(person).end() <= start) {
        person++;
        open = false;
      }
      if (person < story.people().size() && story.people().get(person).start() <= start) {
        labels[i] = (byte) (open ? Lattice.INSIDE : Lattice.FIRST);
        open = true;
      }
    }
    return labels;
  }

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Path folder = Path.of(args[0]);
    Weights weights = new Training().train(stories(folder), Integer.getInteger("epochs", 8));
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
      weights.write(out);
    }
    System.out.printf("trained in %.0f s%n", (System.nanoTime() - start) / 1e9);
    Figures.print(new TrainedRecogniser(Lexicon.standard(), weights), folder.getParent());
  }
}
