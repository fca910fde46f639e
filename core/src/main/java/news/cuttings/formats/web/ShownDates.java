package news.cuttings.formats.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The days that a page shows, beside the one that it has written for machines. */
final class ShownDates {
  /** A line that has a day and more words tells something else with it. */
  private static final int SHORT = 12;

  private static final Pattern UPDATE =
      Pattern.compile(
          "updat|modif|revised|reviewed|aktualis|mis à"
              + " jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|päivit|aktualiz|обновл|оновл|تحديث|更新|업데이트|수정|cập"
              + " nhật|diperbarui",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Document page;
  private final Layout layout;
  private final boolean[] chosen;
  private final List<Block> around;
  private final List<Block> near;
  private final PageDates dates;

  /**
   * The days of a page.
   *
   * @param chosen whether each block is of the story
   * @param around the blocks around the headline
   * @param near those, and the first of the text
   */
  ShownDates(
      Document page,
      Layout layout,
      boolean[] chosen,
      List<Block> around,
      List<Block> near,
      PageDates dates) {
    this.page = page;
    this.layout = layout;
    this.chosen = chosen;
    this.around = around;
    this.near = near;
    this.dates = dates;
  }

  /** The day it was published: the one written for machines unless another is likelier. */
  Optional<Found> besides(Optional<Found> written) {
    return written
        .flatMap(this::earlier)
        .or(() -> written)
        .or(() -> marked(this::isShownNear))
        .or(() -> marked(element -> true))
        .or(this::seen)
        .or(this::anywhere);
  }

  /**
   * An earlier day that a reader is shown: what a system was last told to publish is later. A day
   * between is the hours between two places.
   */
  private Optional<Found> earlier(Found written) {
    Optional<LocalDate> day = dates.day(written.value());
    return around.stream()
        .filter(block -> isShort(block) && !isUpdate(block))
        .flatMap(block -> dates.within(block.text).stream())
        .findFirst()
        .filter(shown -> day.isPresent() && dates.day(shown).filter(day.get()::isAfter).isPresent())
        .map(shown -> new Found(shown, "a line near the headline, earlier than " + written.why()));
  }

  private boolean isShownNear(Element element) {
    String text = Letters.squeeze(element.text());
    return !text.isEmpty() && near.stream().anyMatch(block -> block.text.contains(text));
  }

  private Optional<Found> marked(Predicate<Element> isHere) {
    for (String query :
        List.of(
            "[itemprop~=datePublished]",
            "time[pubdate]",
            "time.published",
            "time.entry-date",
            "time[datetime]")) {
      for (Element e : page.select(query)) {
        for (String value :
            List.of(e.attr("datetime"), e.attr("content"), e.attr("title"), e.text())) {
          if (!value.isBlank()
              && !isUpdate(e)
              && dates.day(value).isPresent()
              && isOfNoOther(e)
              && isHere.test(e)) {
            return Optional.of(new Found(value, query));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUpdate(Element e) {
    return e.className().contains("updat")
        || e.className().contains("modif")
        || e.attr("itemprop").contains("Modif");
  }

  /** Whether it stands in no list of others, and in nothing that is about the site. */
  private static boolean isOfNoOther(Element e) {
    for (Element at = e; at != null; at = at.parent()) {
      if (at.normalName().equals("aside")
          || at.normalName().equals("footer")
          || at.normalName().equals("nav")
          || at.normalName().equals("li")) {
        return false;
      }
    }
    return true;
  }

  private Optional<Found> seen() {
    Found update = null;
    for (Block block : near) {
      if (block.words.count <= 2 * SHORT + 1 && block.words.digits > 0) {
        Optional<String> day = dates.within(block.text);
        if (day.isPresent() && !isUpdate(block)) {
          return Optional.of(new Found(day.get(), "a line near the headline"));
        }
        update =
            day.isPresent() && update == null
                ? new Found(day.get(), "a line near the headline that tells of a change")
                : update;
      }
    }
    return Optional.ofNullable(update);
  }

  /** A day in a line of its own, or one that is said to be that of a change, of no other story. */
  private Optional<Found> anywhere() {
    Found update = null;
    for (Block block : layout.blocks) {
      boolean isElsewhere = block.box.is(Box.NAV | Box.FOOTER | Box.ASIDE | Box.LIST);
      if (isShort(block) && !isElsewhere) {
        Optional<String> day = dates.within(block.text);
        if (day.isPresent() && !isUpdate(block) && !chosen[block.index]) {
          return Optional.of(new Found(day.get(), "a line of the page"));
        }
        if (day.isPresent() && isUpdate(block) && update == null) {
          update = new Found(day.get(), "a line of the page that tells of a change");
        }
      }
    }
    return Optional.ofNullable(update);
  }

  private static boolean isShort(Block block) {
    return block.words.count <= SHORT && block.words.digits > 0;
  }

  private static boolean isUpdate(Block block) {
    return UPDATE.matcher(block.text).find();
  }
}
