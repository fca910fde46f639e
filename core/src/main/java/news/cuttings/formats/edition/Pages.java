package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a run of lines into pages.
 *
 * <p>A page has one edition line, said more than once perhaps, with boilerplate only between. So
 * where text stands between two of them a new page begins: at a form feed, a rule or the one widest
 * gap, else where the teasers of the one page end and the other's story begins.
 */
final class Pages {
  private static final double HEADLINE = 0.6;

  private Pages() {}

  /** The pages, in order; together they are all the lines. */
  static List<List<PageLine>> of(List<PageLine> lines) {
    List<List<PageLine>> pages = new ArrayList<>();
    PageMarks marks = new PageMarks(lines);
    int start = 0;
    int last = -1;
    boolean firstIsHeaded = true;
    for (int i = 0; i < lines.size(); i++) {
      if (!marks.isEdition(i)) {
        continue;
      }
      if (last < 0) {
        firstIsHeaded =
            i > 0 && HeadlineHeuristics.unlikeHeadline(lines.getFirst().text()) <= HEADLINE;
      } else if (isNewPage(lines, marks, start, last, i)) {
        int cut = cut(lines, marks, last, i, firstIsHeaded);
        pages.add(lines.subList(start, cut));
        start = cut;
      }
      last = i;
    }
    if (last < 0) {
      return byLabels(lines, marks);
    }
    pages.add(lines.subList(start, lines.size()));
    return pages;
  }

  /**
   * Pages without edition lines: each begins at a headline over publication and day, as the first
   * one does, below the boilerplate that ends the one before.
   */
  private static List<List<PageLine>> byLabels(List<PageLine> lines, PageMarks marks) {
    List<List<PageLine>> pages = new ArrayList<>();
    int start = 0;
    for (int i = 3; i + 1 < lines.size() && (isLabel(marks, 1) || isLabel(marks, 2)); i++) {
      if (isLabel(marks, i)
          && marks.isText(i + 1)
          && marks.isText(i - 1)
          && HeadlineHeuristics.unlikeHeadline(lines.get(i - 1).text()) <= HEADLINE
          && marks.isBoilerplate(i - 2, PageMarks.Zone.TOUCHING)
          && marks.hasBody(start, i - 2)) {
        pages.add(lines.subList(start, i - 1));
        start = i - 1;
      }
    }
    pages.add(lines.subList(start, lines.size()));
    return pages;
  }

  private static boolean isLabel(PageMarks marks, int i) {
    return marks.meta(i).filter(meta -> meta.source() != null && meta.hasDate()).isPresent();
  }

  private static boolean isNewPage(
      List<PageLine> lines, PageMarks marks, int start, int last, int next) {
    if (!marks.hasBody(last + 1, next) || sameBoilerplate(lines, marks, last, next)) {
      return false;
    }
    return marks.hasBody(start, last); // else the first edition line stands over its story
  }

  /** Whether what follows the two edition lines begins with the same lines, in any language. */
  private static boolean sameBoilerplate(
      List<PageLine> lines, PageMarks marks, int last, int next) {
    if (next - last > PageMarks.NEAR) {
      return false;
    }
    Set<String> after = new HashSet<>();
    for (int i = next + 1; i < Math.min(lines.size(), 2 * next - last); i++) {
      after.add(lines.get(i).key());
    }
    for (int i = last + 1; i < next; i++) {
      if (!after.contains(lines.get(i).key()) && marks.isParagraph(i)) {
        return false;
      }
    }
    return true;
  }

  private static int cut(
      List<PageLine> lines, PageMarks marks, int last, int next, boolean headed) {
    int from = last + 1;
    while (from < next && marks.isBoilerplate(from, PageMarks.Zone.TOUCHING)) {
      if (lines.get(from).isRule()) {
        break;
      }
      from++;
    }
    int rule = rule(lines, from, next);
    if (rule >= 0) {
      return rule;
    }
    int gap = widestGap(lines, from, next);
    return gap >= 0 ? gap : NextStory.start(lines, marks, from, next, headed);
  }

  /** The one rule between, or the last of the longest. */
  private static int rule(List<PageLine> lines, int from, int to) {
    int best = -1;
    for (int i = from; i < to; i++) {
      int length = lines.get(i).text().length();
      if (lines.get(i).isRule()
          && length >= 3
          && (best < 0 || length >= lines.get(best).text().length())) {
        best = i;
      }
    }
    return best;
  }

  private static int widestGap(List<PageLine> lines, int from, int to) {
    int best = -1;
    int usual = 0;
    for (int i = from + 1; i < to; i++) {
      int blanks = lines.get(i).blanks();
      if (best < 0 || blanks > lines.get(best).blanks()) {
        usual = best < 0 ? 0 : Math.max(usual, lines.get(best).blanks());
        best = i;
      } else {
        usual = Math.max(usual, blanks);
      }
    }
    return best >= 0 && lines.get(best).blanks() > usual ? best : -1;
  }
}
