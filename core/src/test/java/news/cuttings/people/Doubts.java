package news.cuttings.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells marks that are hard to believe. The Groningen Meaning Bank was marked by machines and only
 * in part corrected: {@code leader Yasser Arafat} is an organisation in half of its places. Models
 * that do not see the words themselves, only their letters, lists and neighbours, each learnt from
 * one half of the stories, judge the other half (after Z. Wang and others, CrossWeigh, 2019);
 * twice, for the second time the doubtful places do not teach.
 */
final class Doubts {
  private static final String DOUBTED = "gmb";
  private static final int ROUNDS = 2;
  private static final int EPOCHS = 3;

  /** A name must be at least that probable to be believed, and what is no name that improbable. */
  private static final double NAME = 0.1;

  private static final double NO_NAME = 0.6;

  private Weights[] judges = {};
  private final Lattice lattice = new Lattice();

  void learn(List<Training.Marked> stories, Lexicon lexicon) {
    for (int round = 0; round < ROUNDS; round++) {
      judges = new Weights[] {judge(stories, 0, lexicon), judge(stories, 1, lexicon)};
    }
  }

  private Weights judge(List<Training.Marked> stories, int half, Lexicon lexicon) {
    List<Learner.Row> rows = new ArrayList<>();
    for (Training.Marked marked : stories) {
      if (marked.half() == half) {
        collect(marked, new Tokens(marked.story().text(), lexicon), rows);
      }
    }
    return new Learner(rows).learn(EPOCHS);
  }

  private void collect(Training.Marked marked, Tokens tokens, List<Learner.Row> out) {
    Keys keys = new Keys();
    Features features = new Features(tokens, keys);
    byte[] all = Labels.of(marked.story(), tokens);
    Rows rows = new Rows(tokens);
    for (int from = 0; from < tokens.size(); ) {
      int to = rows.end(from);
      if (to > from) {
        byte[] labels = Labels.whole(Arrays.copyOfRange(all, from, to));
        int[][] blind = blind(features, keys, from, to);
        if (!isDoubtful(marked, labels, blind)) {
          out.add(new Learner.Row(labels, blind, new int[to - from][0], 1));
        }
      }
      from = Math.max(to, from + 1);
    }
  }

  /** The features of a row's words without what the words themselves say. */
  static int[][] blind(Features features, Keys keys, int from, int to) {
    int[][] all = new int[to - from][];
    for (int i = from; i < to; i++) {
      keys.clear();
      features.others(i, from, to);
      all[i - from] = Arrays.copyOf(keys.hashes(), keys.size());
    }
    return all;
  }

  /** Whether a row's labels are hard to believe, by its words' features. */
  boolean isDoubtful(Training.Marked marked, byte[] labels, int[][] blind) {
    if (judges.length == 0 || !marked.set().equals(DOUBTED)) {
      return false;
    }
    Weights judge = judges[1 - marked.half()];
    int[] sums = new int[labels.length * Lattice.LABELS];
    float[] scores = new float[sums.length];
    for (int i = 0; i < labels.length; i++) {
      judge.add(blind[i], 0, blind[i].length, sums, i * Lattice.LABELS);
    }
    for (int i = 0; i < sums.length; i++) {
      scores[i] = sums[i] * judge.scale();
    }
    lattice.transitions(judge.transitions());
    lattice.sum(scores, labels.length);
    for (int i = 0; i < labels.length; i++) {
      double least = labels[i] == Lattice.OUTSIDE ? NO_NAME : NAME;
      if (lattice.probability(i, labels[i]) < least) {
        return true;
      }
    }
    return false;
  }
}
