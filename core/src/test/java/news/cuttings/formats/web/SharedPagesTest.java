package news.cuttings.formats.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.cuttings.Corpora;
import news.cuttings.story.WrittenDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How well real pages are read, of which the text is known; {@code core/TESTING.md} has figures.
 */
class SharedPagesTest {
  /** Every so manieth page in the fast form. */
  private static final int STEP = 8;

  @Test
  void someOfThemAreReadAsWellAsBefore() {
    assertWell(STEP, .94, .93);
  }

  @Test
  @Tag("slow")
  void allOfThemAreReadAsWellAsBefore() {
    assertWell(1, .955, .95);
  }

  private static void assertWell(int step, double wordF, double shingleF) {
    List<GoldPage> held =
        GoldPage.read(Corpora.shared("web")).stream().filter(page -> !page.isChosen()).toList();
    Agreement agreement = new Agreement();
    int[] told = new int[3];
    int[] right = new int[3];
    for (int i = 0; i < held.size(); i += step) {
      GoldPage gold = held.get(i);
      WebPage page =
          new WebPage(Jsoup.parse(new String(gold.bytes(), StandardCharsets.UTF_8)), gold.url());
      agreement.add(page.text(), gold);
      PageDates dates = page.dates(WrittenDate.Order.UNKNOWN);
      count(0, gold.title(), value(page.headline()), told, right);
      count(1, gold.author(), value(page.byline()), told, right);
      String day =
          page.date(dates)
              .flatMap(found -> dates.day(found.value()))
              .map(String::valueOf)
              .orElse("");
      count(2, gold.date(), day, told, right);
    }
    String figures =
        agreement
            + "; headlines right "
            + right[0]
            + " of "
            + told[0]
            + ", bylines "
            + right[1]
            + " of "
            + told[1]
            + ", dates "
            + right[2]
            + " of "
            + told[2];
    assertThat(agreement.wordF()).as(figures).isGreaterThan(wordF);
    assertThat(agreement.shingleF()).as(figures).isGreaterThan(shingleF);
    assertThat(right[0]).as(figures).isGreaterThan(told[0] * 84 / 100);
    assertThat(right[1]).as(figures).isGreaterThan(told[1] * 62 / 100);
    assertThat(right[2]).as(figures).isGreaterThan(told[2] * 82 / 100);
  }

  private static String value(Optional<Found> found) {
    return found.map(Found::value).orElse("");
  }

  private static void count(int field, String gold, String read, int[] told, int[] right) {
    if (!gold.isBlank()) {
      told[field]++;
      String a = String.join(" ", Agreement.words(read));
      String b = String.join(" ", Agreement.words(gold));
      boolean same = a.equals(b) || (field == 2 && b.startsWith(a) && a.length() > 9);
      boolean near = field == 1 && !a.isEmpty() && (a.contains(b) || b.contains(a));
      right[field] += same || near ? 1 : 0;
    }
  }
}
