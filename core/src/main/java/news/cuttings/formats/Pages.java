package news.cuttings.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a run of lines into pages.
 *
 * <p>A page has one edition line, said more than once perhaps, with furniture only between. So
 * where text stands between two of them a new page begins: at a form feed, a rule or the one widest
 * gap, else where the teasers of the one page end and the other's story begins.
 */
final class Pages {
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
        firstIsHeaded = i > 0 && Looks.unlikeHeadline(lines.getFirst().text()) <= 0.6;
      } else if (isNewPage(lines, marks, start, last, i)) {
        int cut = cut(lines, marks, last, i, firstIsHeaded);
        pages.add(lines.subList(start, cut));
        start = cut;
      }
      last = i;
    }
    pages.add(lines.subList(start, lines.size()));
    return pages;
  }

  private static boolean isNewPage(
      List<PageLine> lines, PageMarks marks, int start, int last, int next) {
    if (!marks.hasBody(last + 1, next) || sameFurniture(lines, marks, last, next)) {
      return false;
    }
    return marks.hasBody(start, last); // else the first edition line stands over its story
  }

  /** Whether what follows the two edition lines begins with the same lines, in any language. */
  private static boolean sameFurniture(List<PageLine> lines, PageMarks marks, int last, int next) {
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
    while (from < next && marks.isFurniture(from, PageMarks.Zone.TOUCHING)) {
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
    return gap >= 0 ? gap : where(lines, marks, from, next, headed);
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

  /**
   * Where the story above the next edition line begins: going up over its paragraphs to the first
   * line that is none. That is its headline where the first page has one; else it heads a teaser,
   * and the paragraph below it is that teaser's.
   */
  private static int where(
      List<PageLine> lines, PageMarks marks, int from, int next, boolean headed) {
    int at = next;
    while (at > from
        && (!marks.isText(at - 1) || Looks.unlikeHeadline(lines.get(at - 1).text()) > 0.9)) {
      at--;
    }
    if (at == from) {
      return from;
    }
    return headed ? at - 1 : Math.min(next - 1, at + 1);
  }
}
