package news.cuttings.formats.edition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.cuttings.story.Letters;

/**
 * Finds where, between two edition lines of a file without rules or gaps, one page's teasers end
 * and the next page's story begins.
 *
 * <p>The rule: a label ends a teaser where labels stand below, and opens one where they stand
 * above; a label of another kind than the teasers' is the next story's own, and its headline stands
 * above it. Where no label decides, the cut is the cheapest one into teasers and a story. The one
 * case that leaves open, a headline and a paragraph before further paragraphs, is the next story's
 * beginning if no teaser stands before it, else if the paragraph names what the further ones name,
 * else if the file's first page has a headline; otherwise it is the last teaser.
 */
final class NextStory {
  private static final double OTHER_HABIT = 0.4;
  private static final double NO_TEASER_BEFORE = 1;
  private static final double COHERES = 0.6;
  private static final double SHORT_LINE = 0.8;
  private static final double HEADLINE = 0.6;
  private static final double UNRELATED = 0.4;
  private static final int CONTENT = 4;

  /** Paragraphs looked at, so that the time stays linear. */
  private static final int SEEN = 12;

  /** Words that two texts share by chance. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "year", "years", "after", "before", "that", "with", "from", "this", "have", "been",
          "were", "will", "when", "than", "then", "they", "their", "what", "which", "more", "most",
          "over", "into", "about", "said", "says", "week", "weeks", "days", "time", "times",
          "first", "last", "made", "make", "could", "would", "where", "there", "each", "only",
          "just", "also");

  private static final int NAME = 3;
  private static final int LONG_WORD = 8;

  private final List<PageLine> lines;
  private final PageMarks marks;
  private final int from;
  private final int to;
  private final boolean headed;

  private NextStory(List<PageLine> lines, PageMarks marks, int from, int to, boolean headed) {
    this.lines = lines;
    this.marks = marks;
    this.from = from;
    this.to = to;
    this.headed = headed;
  }

  /**
   * The first line of the story.
   *
   * @param from the first line that may be a teaser's
   * @param to the next edition line
   * @param headed whether the file's first story has a headline
   */
  static int start(List<PageLine> lines, PageMarks marks, int from, int to, boolean headed) {
    return new NextStory(lines, marks, from, to, headed).start();
  }

  private int start() {
    int last = to - 1;
    while (last >= from && marks.meta(last).isEmpty() && marks.heading(last).isEmpty()) {
      last--;
    }
    if (last < from) {
      return cheapest(from, from);
    }
    if (marks.heading(last).isPresent()) {
      return cheapest(last + 1, last + 1);
    }
    int group = groupStart(last);
    if (isOwnLabel(group, last)) {
      return group - 1;
    }
    return isAbove() && last + 1 < to ? cheapest(last + 1, Math.min(to - 1, last + 3)) : last + 1;
  }

  /** Where the lines about a story begin that end there. */
  private int groupStart(int last) {
    int start = last;
    while (start > from && (marks.meta(start - 1).isPresent() || lines.get(start - 1).isRule())) {
      start--;
    }
    return start;
  }

  /** Whether these lines are under a headline, and name publication and day as no others do. */
  private boolean isOwnLabel(int group, int last) {
    int kind = kind(group, last);
    if ((kind & 3) != 3 || group == from || !isHeadline(group - 1)) {
      return false;
    }
    for (int at = group - 1; at >= from; at--) {
      if (marks.meta(at).isPresent()) {
        int start = groupStart(at);
        if (kind(start, at) == kind) {
          return false;
        }
        at = start;
      }
    }
    return true;
  }

  private int kind(int first, int last) {
    int kind = 0;
    for (int i = first; i <= last; i++) {
      MetaLine meta = marks.meta(i).orElse(null);
      if (meta != null) {
        kind |= (meta.source() != null ? 1 : 0) | (meta.hasDate() ? 2 : 0) | (meta.time() ? 4 : 0);
      }
    }
    return kind;
  }

  /** Whether the first label stands before the first text. */
  private boolean isAbove() {
    for (int i = from; i < to; i++) {
      if (marks.meta(i).isPresent()) {
        return true;
      }
      if (marks.isText(i) && !marks.isBoilerplate(i, PageMarks.Zone.TEASERS)) {
        return false;
      }
    }
    return false;
  }

  /** The cheapest cut into teasers, which begin there, and a story that begins no earlier. */
  private int cheapest(int teasers, int earliest) {
    double[] before = Teasers.costs(lines.subList(teasers, to));
    double[] body = new double[to - teasers + 1];
    for (int i = to - 1; i >= teasers; i--) {
      body[i - teasers] = body[i - teasers + 1] + (isHeadline(i) ? SHORT_LINE : 0);
    }
    int best = earliest;
    double least = Double.MAX_VALUE;
    for (int at = earliest; at < to; at++) {
      double cost = before[at - teasers] + cost(at, teasers, body);
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    return best;
  }

  private double cost(int at, int teasers, double[] body) {
    if (at + 1 < to && isHeadline(at)) {
      boolean standfirst = at + 2 < to && isHeadline(at + 1); // or the last teaser's
      boolean another = standfirst && at > teasers && !coheres(at + 2);
      double cost = body[at + 1 - teasers] + (headed ? 0 : OTHER_HABIT) + (another ? COHERES : 0);
      return cost + (at > teasers && !isOf(at) ? UNRELATED : 0);
    }
    double cost = body[at - teasers] + (headed ? OTHER_HABIT : 0);
    if (at - 2 >= teasers && isHeadline(at - 2)) {
      cost += at - 2 == teasers && !isHeadline(at - 1) ? NO_TEASER_BEFORE : 0;
      cost += coheres(at) ? COHERES : 0;
    }
    return cost;
  }

  private boolean isHeadline(int i) {
    return HeadlineHeuristics.unlikeHeadline(lines.get(i).text()) <= HEADLINE;
  }

  /** Whether the headline and paragraph above name what the paragraphs from there on name. */
  private boolean coheres(int at) {
    Set<String> above = new HashSet<>(telling(lines.get(at - 2).text()));
    above.addAll(telling(lines.get(at - 1).text()));
    for (int i = at; i < Math.min(to, at + SEEN); i++) {
      for (String word : telling(lines.get(i).text())) {
        if (above.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the paragraphs below have a word of the headline's. */
  private boolean isOf(int headline) {
    Set<String> words = content(lines.get(headline).text());
    return lines.subList(headline + 1, Math.min(to, headline + SEEN)).stream()
        .anyMatch(line -> !Collections.disjoint(words, content(line.text())));
  }

  private static Set<String> content(String line) {
    return Letters.words(Letters.key(line)).stream()
        .filter(word -> word.length() >= CONTENT && !EVERYWHERE.contains(word))
        .map(NextStory::singular)
        .collect(Collectors.toSet());
  }

  private static String singular(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** Names inside sentences, and long words. */
  private static Set<String> telling(String line) {
    Set<String> telling = new HashSet<>();
    boolean opens = true;
    for (String word : Letters.words(line)) {
      String key = Letters.key(word);
      boolean name = !opens && Character.isUpperCase(word.charAt(0)) && key.length() >= NAME;
      if (name || key.length() >= LONG_WORD) {
        telling.add(singular(key));
      }
      opens = ".?!\"“”‘".indexOf(word.charAt(word.length() - 1)) >= 0;
    }
    return telling;
  }
}
