package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import news.cuttings.story.Letters;

/**
 * Finds the menus above and below a page's stories: rows of entries of a word or three, told by
 * standing in a row and between buttons, whatever they say.
 */
final class Navigation {
  private static final int ENTRY_WORDS = 3;
  private static final int ENTRY_LENGTH = 30;
  private static final int ROW = 3;

  private Navigation() {}

  /**
   * Where the menu above the story ends; 0 where there is none. It ends at its last button, or at
   * the last of three entries in a row; but a single short line before the text is its headline.
   */
  static int topEnd(List<PageLine> lines, PageMarks marks) {
    int end = 0;
    int at = 0;
    int entries = 0;
    int row = 0;
    boolean buttons = false;
    while (at < lines.size()) {
      if (marks.isBoilerplate(at, PageMarks.Zone.TOP)) {
        end = at + 1;
        row = 0;
        if (entries > 0 && entries < ROW && !buttons) {
          return 0;
        }
        buttons = true;
      } else if (isEntry(lines.get(at)) && marks.isText(at)) {
        entries++;
        row++;
        end = row >= ROW && isWord(lines, at) ? at + 1 : end;
      } else if (marks.isText(at)) {
        break;
      }
      at++;
    }
    boolean headed =
        at < lines.size() && HeadlineHeuristics.unlikeHeadline(lines.get(at).text()) < 1;
    return headed || entries == 0 || entries >= ROW + 1 ? end : 0;
  }

  /** Whether the line and the two before are of one word, or two. */
  private static boolean isWord(List<PageLine> lines, int at) {
    return lines.subList(Math.max(0, at - ROW + 1), at + 1).stream()
        .allMatch(line -> Letters.words(line.text()).size() < ENTRY_WORDS);
  }

  private static boolean isEntry(PageLine line) {
    return line.text().length() <= ENTRY_LENGTH
        && !line.endsSentence()
        && Letters.words(line.text()).size() <= ENTRY_WORDS;
  }

  /**
   * The items without the menu at the page's end, and without the entry between a heading and the
   * first teaser's label ({@code View All}).
   *
   * @param dropped is told what is left out
   */
  static List<Teasers.Item> withoutMenus(List<Teasers.Item> items, Consumer<PageLine> dropped) {
    List<Teasers.Item> out = new ArrayList<>();
    int end = bottomStart(items);
    for (int i = 0; i < items.size(); i++) {
      if (i >= end || isUnderHeading(items, i)) {
        dropped.accept(items.get(i).line());
      } else {
        out.add(items.get(i));
      }
    }
    return out;
  }

  private static boolean isUnderHeading(List<Teasers.Item> items, int i) {
    return i > 0
        && i + 1 < items.size()
        && items.get(i - 1).heading() != null
        && items.get(i).isText()
        && isEntry(items.get(i).line())
        && isSource(items.get(i + 1));
  }

  private static boolean isSource(Teasers.Item item) {
    MetaLine meta = item.meta();
    return meta != null && meta.source() != null;
  }

  /** Whether from there on the page holds entries and boilerplate only. */
  static boolean isBottom(List<PageLine> lines, PageMarks marks, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (!marks.isText(i)
          || (!isEntry(lines.get(i)) && !marks.isBoilerplate(i, PageMarks.Zone.TOUCHING))) {
        return false;
      }
    }
    return true;
  }

  /** Two entries or more at the end of a page whose headlines have standfirsts are a menu. */
  private static int bottomStart(List<Teasers.Item> items) {
    int start = items.size();
    while (start > 0 && items.get(start - 1).isText() && isEntry(items.get(start - 1).line())) {
      start--;
    }
    boolean standfirsts = items.stream().anyMatch(i -> i.isText() && i.line().endsSentence());
    return standfirsts && items.size() - start >= 2 ? start : items.size();
  }
}
