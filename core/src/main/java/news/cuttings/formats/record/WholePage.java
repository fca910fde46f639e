package news.cuttings.formats.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Intake;
import news.cuttings.story.Story;

/**
 * Reads a record that holds a whole web page, as crawlers keep them: what the record itself says
 * goes before what the page does.
 */
final class WholePage {
  private static final Pattern PAGE =
      Pattern.compile(
          "\\s*(?:<\\?xml[^>]{0,200}>\\s*)?<(?:!doctype html|html)\\b", Pattern.CASE_INSENSITIVE);

  private WholePage() {}

  /** Puts a page's story in the place of the page, where the record has one and no text beside. */
  static void unfold(Node.Obj record, Intake intake) {
    Map.Entry<String, Node> page =
        record.values().entrySet().stream()
            .filter(entry -> isPage(entry.getValue()))
            .findFirst()
            .orElse(null);
    if (page == null) {
      return;
    }
    KeyFinder.Found text = KeyFinder.in(record, intake.wishes().names()).get(Meaning.BODY);
    if (text != null && !isPage(text.value())) {
      return;
    }
    Optional<Story> read = intake.page(Values.one(page.getValue()));
    if (read.isPresent()) {
      record.values().remove(page.getKey());
      record.values().put(Meaning.BODY.key(), new Node.Text(read.get().body()));
      fill(record, read.get(), intake);
    }
  }

  private static void fill(Node.Obj record, Story page, Intake intake) {
    Map<Meaning, KeyFinder.Found> known = KeyFinder.in(record, intake.wishes().names());
    put(record, known, Meaning.HEADLINE, page.headline());
    put(
        record,
        known,
        Meaning.DATE,
        page.published().map(Instant::toString).or(() -> page.date().map(LocalDate::toString)));
    put(record, known, Meaning.BYLINE, page.byline());
    put(record, known, Meaning.SOURCE, page.source());
    put(record, known, Meaning.SECTION, page.section());
    put(record, known, Meaning.URL, page.url());
    if (page.further().containsKey("truncated")) {
      record.values().putIfAbsent("truncated", new Node.Other("true"));
    }
  }

  private static void put(
      Node.Obj record,
      Map<Meaning, KeyFinder.Found> known,
      Meaning meaning,
      Optional<String> value) {
    if (!known.containsKey(meaning) && value.isPresent()) {
      record.values().put(meaning.key(), new Node.Text(value.get()));
    }
  }

  private static boolean isPage(Node value) {
    return value instanceof Node.Text text && PAGE.matcher(text.text()).lookingAt();
  }
}
