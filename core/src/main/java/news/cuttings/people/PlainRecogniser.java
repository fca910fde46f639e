package news.cuttings.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds names by capitals, lists of names, and counts of the words in and beside names. A text is
 * read twice: what its plain cases show ({@code the referee David Coote}) speaks for the same word
 * where it stands alone ({@code Coote}).
 *
 * <p>A name is a row of words with capitals, with particles between them, at most {@value
 * #LONGEST}; of the rows that overlap those are taken that have the most evidence together. Linear
 * time; safe for use by many threads.
 */
final class PlainRecogniser implements Recogniser {
  private static final int LONGEST = 7;
  private static final int WIDEST_GAP = 3;

  // Set on the training sets' held-out tenths, see MeasureTest.
  private static final double BIAS = -2.4;
  private static final double BEFORE = 0.65;
  private static final double AFTER = 0.65;

  /** For each word after the first: what the words of one name say is not independent. */
  private static final double LONGER = 0.9;

  /** In a headline all words have capitals: be surer. */
  private static final double LOUD = -1;

  private static final double STRANGE = -3;

  /** What a plain case says for its words elsewhere, and how plain it must be. */
  private static final double KNOWN = 3;

  private static final double FIRM = -4;

  private static final double PLAIN = 1.5;

  private final Lexicon lexicon;

  PlainRecogniser(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Mention> mentions(String text) {
    Reading reading = new Reading(new Tokens(text, lexicon), lexicon);
    reading.read();
    reading.learn();
    reading.read();
    return reading.mentions();
  }

  /** One text being read. */
  private static final class Reading {
    private final Tokens tokens;
    private final Evidence evidence;

    /** Of each token the start of the name that ends with it, or -1; and its evidence. */
    private final int[] startOf;

    private final double[] score;

    Reading(Tokens tokens, Lexicon lexicon) {
      this.tokens = tokens;
      evidence = new Evidence(tokens, lexicon);
      startOf = new int[tokens.size()];
      score = new double[tokens.size()];
    }

    void read() {
      Arrays.fill(startOf, -1);
      int at = 0;
      while (at < tokens.size()) {
        int end = row(at);
        if (end > at) {
          choose(at, end);
        }
        at = Math.max(end, at + 1);
      }
    }

    /** One past the last word of the row that starts there; the same where none does. */
    private int row(int from) {
      int end = from;
      if (starts(from)) {
        end++;
        while (end < tokens.size() && goesOn(end - 1, end)) {
          end++;
        }
      }
      return end;
    }

    private boolean starts(int token) {
      return tokens.isName(token)
          || (tokens.shape(token) == Tokens.LOWER
              && Particles.LEADING.contains(tokens.form(token).folded)
              && tokens.isName(afterParticles(token)));
    }

    /** Whether a name may begin there: with a particle only first in a row, or after a title. */
    private boolean mayBegin(int token, boolean first) {
      return starts(token) && (first || tokens.isName(token) || tokens.form(token - 1).title);
    }

    /** The first token from there on that is no particle, three at most. */
    private int afterParticles(int token) {
      int at = token;
      while (at < token + 3
          && tokens.shape(at) == Tokens.LOWER
          && Particles.ALL.contains(tokens.form(at).folded)) {
        at++;
      }
      return at;
    }

    private boolean goesOn(int last, int token) {
      if (tokens.isPossessive(last) || tokens.start(token) - tokens.end(last) > WIDEST_GAP) {
        return false;
      }
      if (tokens.isName(token)) {
        return true;
      }
      if (tokens.shape(token) == Tokens.LOWER) {
        return tokens.isName(afterParticles(token));
      }
      return isNickname(token) || isNickname(token - 2);
    }

    /** Whether a quote stands there, one word, a quote, and a word of the name's rest. */
    private boolean isNickname(int quote) {
      return quote > 0
          && isQuote(quote)
          && tokens.isName(quote + 1)
          && isQuote(quote + 2)
          && tokens.isName(quote - 1)
          && tokens.isName(quote + 3);
    }

    private boolean isQuote(int token) {
      if (tokens.shape(token) != Tokens.MARK) {
        return false;
      }
      return switch (tokens.text.charAt(tokens.start(token))) {
        case '"', '\'', '\u201C', '\u201D', '\u2018', '\u2019' -> true;
        default -> false;
      };
    }

    /** Takes the names of a row that have the most evidence together. */
    private void choose(int from, int to) {
      int size = to - from;
      double[] inside = new double[size];
      for (int i = 0; i < size; i++) {
        inside[i] = evidence.inside(from + i) + known(from + i);
      }
      double[] best = new double[size + 1];
      for (int end = 1; end <= size; end++) {
        best[end] = best[end - 1];
        if (tokens.isName(from + end - 1)) {
          end(from, end, inside, best);
        }
      }
      take(from, size);
    }

    /** Finds the best name that ends there in a row. */
    private void end(int from, int end, double[] inside, double[] best) {
      double sum = 0;
      for (int at = end - 1; at >= 0 && at >= end - LONGEST; at--) {
        sum += inside[at];
        if (mayBegin(from + at, at == 0) && isWhole(from + at, from + end)) {
          double all = sum + around(from + at, from + end);
          if (all > 0 && best[at] + all > best[end]) {
            best[end] = best[at] + all;
            startOf[from + end - 1] = from + at;
            score[from + end - 1] = all;
          }
        }
      }
    }

    /** Leaves the names that are part of the best choice, from the row's end backwards. */
    private void take(int from, int size) {
      for (int last = from + size - 1; last >= from; ) {
        int first = startOf[last];
        if (first < 0) {
          last--;
        } else {
          Arrays.fill(startOf, first, last, -1);
          last = first - 1;
        }
      }
    }

    /** Whether the words have more than initials, and no title that is no part of the name. */
    private boolean isWhole(int from, int to) {
      if (to - from == 1) {
        return tokens.shape(from) != Tokens.INITIAL;
      }
      return !tokens.form(from).title;
    }

    /**
     * What the text's plain cases add. A headline has little else to go by: there it counts twice,
     * and a word that neither they nor the lists know is no name.
     */
    private double known(int token) {
      if (!tokens.isName(token)) {
        return 0;
      }
      Form form = tokens.form(token);
      if (!evidence.isLoud(token)) {
        return form.known;
      }
      Lexicon.Entry entry = form.entry;
      if (form.known == 0) {
        return entry.given || entry.surname ? 0 : STRANGE;
      }
      return entry.common || form.lower > 0 ? form.known : 2 * form.known;
    }

    private double around(int from, int to) {
      double sum = BIAS + LONGER * (to - from - 1);
      sum += BEFORE * evidence.before(from - 1);
      sum += AFTER * evidence.after(to);
      sum += evidence.thing(from, to);
      return evidence.isLoud(from) ? sum + LOUD : sum;
    }

    /** Lets the plain cases speak for the others: firms first, full names above all. */
    void learn() {
      for (int i = 1; i < tokens.size(); i++) {
        if (tokens.isName(i) && tokens.form(i).firm) {
          learnFirm(i);
        }
      }
      for (int last = 0; last < startOf.length; last++) {
        int first = startOf[last];
        if (first >= 0 && score[last] >= PLAIN && !evidence.isLoud(first)) {
          learnName(first, last);
        }
      }
    }

    /** The words before {@code Inc} are a firm's elsewhere too. */
    private void learnFirm(int end) {
      for (int i = end - 1; i >= 0 && i >= end - LONGEST; i--) {
        if (tokens.isName(i)) {
          tokens.form(i).known = FIRM;
        } else if (!tokens.is(i, '&')
            && !tokens.is(i, ',')
            && !tokens.form(i).folded.equals("and")) {
          return;
        }
      }
    }

    private void learnName(int first, int last) {
      for (int i = first; i <= last; i++) {
        Form form = tokens.form(i);
        if (tokens.isName(i)
            && tokens.shape(i) != Tokens.INITIAL
            && (last > first || form.known == 0)) {
          form.known = KNOWN;
        }
      }
    }

    List<Mention> mentions() {
      List<Mention> out = new ArrayList<>();
      for (int last = 0; last < startOf.length; last++) {
        if (startOf[last] >= 0) {
          out.add(
              new Mention(
                  tokens.start(startOf[last]),
                  tokens.end(last),
                  1 / (1 + Math.exp(-score[last] / 2))));
        }
      }
      return List.copyOf(out);
    }
  }
}
