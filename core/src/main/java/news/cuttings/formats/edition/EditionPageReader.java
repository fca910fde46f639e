package news.cuttings.formats.edition;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Lines;
import news.cuttings.formats.io.Markup;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.formats.io.TextLook;

/** Reads edition pages, one or several in a file; memory is that of a page or two. */
public final class EditionPageReader implements StoryReader {
  /** No page is so long: a longer run of lines is cut where its last page begins. */
  private static final int MOST_LINES = 4000;

  private static final int MOST_CHARACTERS = 4 << 20;

  /** Code and instructions speak of editions, names and days in lines of their own, too. */
  private static final Set<TextLook.Kind> MAYBE =
      EnumSet.of(TextLook.Kind.PROSE, TextLook.Kind.TEXT);

  @Override
  public Evidence evidence(Sample sample) {
    return !Markup.opens(sample)
            && MAYBE.contains(sample.look().kind())
            && PageSigns.isPage(sample.lines())
        ? Evidence.likely("a page's edition, its teasers and what the site says of itself")
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Lines lines = new Lines(in, intake.decoder());
    List<PageLine> held = new ArrayList<>();
    long characters = 0;
    int blanks = 0;
    while (lines.next()) {
      if (lines.isTooLong()) {
        intake.skipTooLong(lines.number(), lines.text());
        continue;
      }
      PageLine line = PageLine.of(lines.text(), lines.number(), blanks);
      boolean feed = lines.text().indexOf('\f') >= 0;
      if (feed) {
        held = hand(held, intake, true);
        characters = 0;
      }
      blanks = line.text().isEmpty() ? blanks + 1 : 0;
      if (line.text().isEmpty()) {
        continue;
      }
      held.add(line);
      characters += line.text().length();
      if (held.size() > MOST_LINES || characters > MOST_CHARACTERS) {
        held = hand(held, intake, false);
        characters = held.stream().mapToLong(kept -> kept.text().length()).sum();
      }
    }
    hand(held, intake, true);
  }

  /** Reads the pages; gives back the last one's lines where more may follow. */
  private static List<PageLine> hand(List<PageLine> lines, Intake intake, boolean all) {
    if (lines.isEmpty()) {
      return lines;
    }
    List<List<PageLine>> pages = Pages.of(lines);
    boolean keepLast = !all && pages.size() > 1;
    List<List<PageLine>> whole = keepLast ? pages.subList(0, pages.size() - 1) : pages;
    Set<String> shared = SharedLines.of(pages);
    whole.forEach(page -> new PageParser(page, shared, intake).read());
    return new ArrayList<>(keepLast ? pages.getLast() : List.of());
  }
}
