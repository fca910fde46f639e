package news.cuttings.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the resource {@code words.txt}: counts how words stand in and beside names in the sets
 * below, every tenth story left out to measure on. Deterministic. Two sets at hand are not counted:
 * parts of GUM are share-alike, LitBank is fiction.
 */
final class WordCounts {
  private static final List<String> SETS =
      List.of("gmb.iob", "wikigold.iob", "redocred.iob", "crossner.iob");
  private static final int FEWEST = 3;
  private static final int FEWEST_LOWER = 3;
  private static final int FEWEST_ENDING = 15;

  private final Map<String, Count> words = new TreeMap<>();
  private final Pair[] inside = pairs(Lexicon.GROUPS);
  private final Pair[] before = pairs(8);
  private final Pair[] after = pairs(8);
  private final Map<String, Pair> endings = new TreeMap<>();
  private final Pair allRare = new Pair();
  private final Pair allInside = new Pair();
  private final Pair allBefore = new Pair();
  private final Pair allAfter = new Pair();

  private static final class Pair {
    private int yes;
    private int no;

    void add(boolean is) {
      if (is) {
        yes++;
      } else {
        no++;
      }
    }

    int both() {
      return yes + no;
    }
  }

  private static final class Count {
    private int lower;
    private final Pair inside = new Pair();
    private final Pair opening = new Pair();
    private final Pair before = new Pair();
    private final Pair after = new Pair();
  }

  private WordCounts() {}

  /** The resource's lines. */
  static List<String> of(Path folder) throws IOException {
    List<Tagged> stories = new ArrayList<>();
    for (String set : SETS) {
      List<Tagged> all = Tagged.read(folder.resolve(set));
      for (int i = 0; i < all.size(); i++) {
        if (i % 10 != 9) {
          stories.add(all.get(i));
        }
      }
    }
    Lexicon lists = new Lexicon(false);
    WordCounts counts = new WordCounts();
    stories.forEach(story -> counts.countLower(new Tokens(story.text(), lists)));
    counts.words.forEach((word, count) -> lists.own(word).common = count.lower >= FEWEST_LOWER);
    stories.forEach(story -> counts.count(story, new Tokens(story.text(), lists), lists, false));
    stories.forEach(story -> counts.count(story, new Tokens(story.text(), lists), lists, true));
    return counts.lines();
  }

  private static Pair[] pairs(int size) {
    Pair[] pairs = new Pair[size];
    for (int i = 0; i < size; i++) {
      pairs[i] = new Pair();
    }
    return pairs;
  }

  private Count own(String word) {
    return words.computeIfAbsent(word, w -> new Count());
  }

  private void countLower(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.shape(i) == Tokens.LOWER) {
        own(tokens.form(i).folded).lower++;
      }
    }
  }

  private void count(Tagged story, Tokens tokens, Lexicon lists, boolean rare) {
    Evidence evidence = new Evidence(tokens, lists);
    int person = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isName(i)) {
        continue;
      }
      int start = tokens.start(i);
      while (person < story.people().size() && story.people().get(person).end() <= start) {
        person++;
      }
      boolean in = person < story.people().size() && story.people().get(person).start() <= start;
      Count own = own(tokens.form(i).folded);
      Pair pair = evidence.opens(i) ? own.opening : own.inside;
      if (rare) {
        countRare(in, evidence.group(i), pair, tokens.form(i).folded);
      } else {
        allInside.add(in);
        pair.add(in);
        countBefore(tokens, i, in && isFirst(story.people().get(person), tokens, i));
        countAfter(tokens, i, in && isLast(story.people().get(person), tokens, i));
      }
    }
  }

  private static boolean isFirst(Mention name, Tokens tokens, int token) {
    return token == 0 || name.start() > tokens.start(token - 1);
  }

  private static boolean isLast(Mention name, Tokens tokens, int token) {
    return token + 1 == tokens.size() || name.end() <= tokens.start(token + 1);
  }

  private void countBefore(Tokens tokens, int token, boolean first) {
    allBefore.add(first);
    boolean owned = token > 0 && tokens.isPossessive(token - 1);
    before[owned ? Evidence.POSSESSIVE : tokens.shape(token - 1)].add(first);
    if (token > 0 && !owned) {
      own(tokens.form(token - 1).folded).before.add(first);
    }
  }

  private void countAfter(Tokens tokens, int token, boolean last) {
    boolean owns = tokens.isPossessive(token);
    allAfter.add(last);
    after[owns ? Evidence.POSSESSIVE : tokens.shape(token + 1)].add(last);
    if (token + 1 < tokens.size() && !owns) {
      own(tokens.form(token + 1).folded).after.add(last);
    }
  }

  /** Rare words stand for their group, and for their ending. */
  private void countRare(boolean in, int group, Pair own, String folded) {
    if (own.both() < FEWEST) {
      inside[group].add(in);
      endings.computeIfAbsent(Lexicon.endingOf(folded), e -> new Pair()).add(in);
      allRare.add(in);
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# How words stand in and beside names: log-odds in tenths of a nat. Made by WordCounts.");
    lines.add(
        "# Counted in the Groningen Meaning Bank (public domain), WikiGold (CC BY 4.0), Re-DocRED (MIT)");
    lines.add(
        "# and CrossNER (MIT). word, c where met in lower case, inside, opening, before, after");
    groups("*inside", inside, allInside, lines);
    groups("*before", before, allBefore, lines);
    groups("*after", after, allAfter, lines);
    endings.forEach((ending, pair) -> {
      if (pair.both() >= FEWEST_ENDING && !ending.isEmpty()) {
        lines.add("*ending\t" + ending + "\t" + odds(pair, allRare, 0));
      }
    });
    words.forEach((word, count) -> {
      String line =
          String.join(
              "\t",
              count.lower >= FEWEST_LOWER ? "c" : "",
              odds(count.inside, allInside, FEWEST),
              odds(count.opening, allInside, FEWEST),
              odds(count.before, allBefore, 5),
              odds(count.after, allAfter, 5));
      if (!line.isBlank()
          && word.indexOf('\n') < 0
          && !word.startsWith("#")
          && !word.startsWith("*")) {
        lines.add(word + "\t" + line);
      }
    });
    return lines;
  }

  private static void groups(String name, Pair[] groups, Pair all, List<String> lines) {
    for (int i = 0; i < groups.length; i++) {
      lines.add(name + "\t" + i + "\t" + odds(groups[i], all, 0));
    }
  }

  /** Log-odds against the odds of all, smoothed by one case at those odds. */
  private static String odds(Pair pair, Pair all, int fewest) {
    if (pair.both() < fewest) {
      return "";
    }
    double share = all.yes / (double) all.both();
    double odds = Math.log((pair.yes + share) / (pair.no + 1 - share));
    return Long.toString(Math.round(10 * (odds - Math.log(share / (1 - share)))));
  }
}
