package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells an aggregator's page from any other text by what only such a page has. */
final class PageSigns {
  private static final int TOP = 8;

  private PageSigns() {}

  /**
   * Whether the lines are those of a page: it says which edition it is from; or a line under the
   * headline does, a heading names where more is from, or reading times stand about, and the site
   * speaks of itself besides. A site in an unknown language is told by a line with an edition's
   * label, and more in that language, on a page in English.
   */
  static boolean isPage(List<String> lines) {
    int signs = 0;
    int strange = 0;
    int seen = 0;
    boolean edition = false;
    Set<String> keys = new HashSet<>();
    List<PageLine> texts = new ArrayList<>();
    List<PageLine> others = new ArrayList<>();
    for (String raw : lines) {
      PageLine line = PageLine.of(raw, 0, 0);
      if (line.text().isEmpty()) {
        continue;
      }
      seen++;
      texts.add(line);
      Optional<MetaLine> meta = MetaLine.of(line.text(), Set.of());
      if (meta.isPresent()) {
        boolean label = meta.get().source() != null && meta.get().hasDate() && seen <= TOP;
        signs += label || meta.get().time() ? 1 : 0;
      } else if (EditionLine.mayBe(line.text())
          && EditionLine.of(line.text(), !keys.add(line.key())).isPresent()) {
        return true;
      } else if (LanguageGuess.isStrange(beginning(line.text()))) {
        strange++;
        edition |= EditionLine.strange(line.text()).isPresent();
      } else if (Heading.of(line.text()).isPresent()) {
        signs++;
      } else {
        others.add(line);
      }
    }
    return (edition && strange > 1 && LanguageGuess.isEnglishPage(texts))
        || signs > 2
        || (signs > 0 && others.stream().anyMatch(PageSigns::isOffer));
  }

  private static String beginning(String text) {
    return text.length() > LineLook.LONGEST ? text.substring(0, LineLook.LONGEST) : text;
  }

  private static boolean isOffer(PageLine line) {
    return line.look().button() || line.look().score() >= 4;
  }
}
