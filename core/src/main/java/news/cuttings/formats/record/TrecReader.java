package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * Reads TREC text: {@code <DOC><DOCNO>…}, with the fields of its news collections (Financial Times,
 * Los Angeles Times, FBIS, Wall Street Journal, AP, Gigaword).
 *
 * <p>The id is the DOCNO as it stands: judgments name stories by it, and it carries its collection.
 */
public final class TrecReader implements StoryReader {
  private static final List<String> HEADLINES = List.of("HEADLINE", "HL", "TI", "H3", "HEAD");
  private static final List<String> DATES = List.of("DATE1", "DATE", "DD");
  private static final List<String> SOURCES = List.of("PUB", "SOURCE");
  private static final List<String> BODIES = List.of("LP", "TEXT");

  /** What is no text of the story in a record that has no {@code TEXT}. */
  private static final List<String> HEADERS =
      List.of("DOCNO", "DOCID", "DATE1", "DATE", "DD", "PUB", "SOURCE", "BYLINE", "SECTION");

  private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

  @Override
  public Evidence evidence(Sample sample) {
    Evidence opens = Sgml.opensLine(sample, "<DOC");
    boolean isNumbered =
        sample.lines().stream()
            .anyMatch(line ->
                Sgml.indexOfTag(line, "<DOCNO", 0) >= 0
                    || Sgml.indexOfTag(line, "<TEXT", 0) >= 0
                    || Sgml.indexOfTag(line, "<DOCID", 0) >= 0);
    return isNumbered ? opens : Evidence.NONE; // exports in HTML have a <DOC> in their comments
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    new TaggedRecords("DOC", in, intake).forEach((record, line) -> story(record, line, intake));
  }

  private static void story(String record, long line, Intake intake) {
    String number = Sgml.element(record, "DOCNO");
    Parts parts = new Parts();
    Story.Builder story =
        Story.builder()
            .headline(first("headline", HEADLINES, record, parts))
            .body(body(record, parts))
            .byline(byline(first("byline", List.of("BYLINE"), record, parts)))
            .section(first("section", List.of("SECTION"), record, parts))
            .source(first("source", SOURCES, record, parts))
            .role(Role.STORY);
    try {
      story.id(number == null ? Sgml.attribute(record, "id") : text(number));
    } catch (IllegalArgumentException e) {
      intake.skip(line, "bad id", String.valueOf(e.getMessage()), record);
      return;
    }
    date(story, record, line, intake, parts);
    intake.story(story, line, record, parts);
  }

  private static void date(
      Story.Builder story, String record, long line, Intake intake, Parts parts) {
    String written = first("date", DATES, record, parts);
    if (written != null) {
      day(written, intake).ifPresentOrElse(story::date, () -> intake.warnOfDate(line, written));
    }
  }

  /**
   * The whole text's day, else that of its first words ({@code January 1, 1989, Sunday, Home
   * Edition}), else that of six digits, which in these collections are the year of the century, the
   * month and the day.
   */
  private static Optional<LocalDate> day(String written, Intake intake) {
    if (SIX_DIGITS.matcher(written).matches()) {
      return intake.day("19" + written);
    }
    Optional<LocalDate> whole = intake.day(written);
    int comma = written.indexOf(',', written.indexOf(',') + 1);
    return whole.isPresent() || comma < 0 ? whole : intake.day(written.substring(0, comma));
  }

  private static @Nullable String first(
      String field, List<String> names, String record, Parts parts) {
    for (String name : names) {
      String element = Sgml.element(record, name);
      String text = element == null ? "" : text(element);
      if (!text.isEmpty()) {
        parts.add(field, name);
        return text;
      }
    }
    return null;
  }

  private static String text(String element) {
    return Letters.squeeze(Sgml.resolve(Sgml.withoutTags(element)));
  }

  private static @Nullable String byline(@Nullable String line) {
    return line != null && line.regionMatches(true, 0, "by ", 0, 3) ? line.substring(3) : line;
  }

  private static String body(String record, Parts parts) {
    List<String> texts = new ArrayList<>();
    Set<String> from = new LinkedHashSet<>();
    for (String name : BODIES) {
      for (String part : Sgml.elements(record, name)) {
        texts.add(Sgml.resolve(Sgml.withoutTags(part)));
        from.add(name);
      }
    }
    parts.add("body", from.isEmpty() ? "what is in no other element" : String.join(", ", from));
    return texts.isEmpty() ? rest(record) : String.join("\n\n", texts);
  }

  private static String rest(String record) {
    String rest = record;
    for (String name : HEADERS) {
      rest = without(rest, name);
    }
    for (String name : HEADLINES) {
      rest = without(rest, name);
    }
    return Sgml.resolve(Sgml.withoutTags(rest));
  }

  private static String without(String record, String name) {
    int from = Sgml.indexOfTag(record, "<" + name, 0);
    String close = "</" + name + ">";
    int to = from < 0 ? -1 : Sgml.indexOfTag(record, close, from);
    return to < 0 ? record : record.substring(0, from) + record.substring(to + close.length());
  }
}
