package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads Reuters-21578, Distribution 1.0 (its README.txt is the reference).
 *
 * <p>The dateline heads the body, as it does in print: the place is part of what a story says, and
 * people search for it. A {@code BRIEF} is its headline; the {@code Blah blah blah.} that stands
 * for its text is none. An {@code UNPROC} story has a body only; the one record that holds no text
 * at all (12793) is kept, so that no number is missing, with its date line as its body. People are
 * given by the collection's codes ({@code james-baker}).
 */
public final class ReutersReader implements StoryReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Parts PARTS =
      Parts.of(
          "headline",
          "TITLE",
          "body",
          "TEXT",
          "people",
          "PEOPLE",
          "date",
          "DATE",
          "source",
          "the collection",
          "byline",
          "AUTHOR",
          "topics",
          "TOPICS");

  @Override
  public Evidence evidence(Sample sample) {
    return Sgml.opensLine(sample, "<REUTERS");
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    new TaggedRecords("REUTERS", in, intake).forEach((record, line) -> story(record, line, intake));
  }

  private static void story(String record, long line, Intake intake) {
    String header = record.substring(0, headerEnd(record));
    String text = record.substring(header.length());
    String number = Sgml.attribute(record, "NEWID");
    String headline = line(text, "TITLE");
    String body = body(text);
    if (body.isEmpty() && (headline == null || headline.isEmpty())) {
      intake.warn(line, "no text", "a record without text: kept, with its date line in its intake");
      body = Objects.requireNonNullElse(line(header, "DATE"), "");
    }
    Story.Builder story =
        Story.builder()
            .id(number == null ? null : "reuters-" + number)
            .headline(headline)
            .body(body)
            .people(codes(header, "PEOPLE").stream().map(Person::given).toList())
            .topics(codes(header, "TOPICS"))
            .byline(byline(line(text, "AUTHOR")))
            .source("Reuters")
            .role(Role.STORY)
            .further(further(header));
    date(story, header, line, intake);
    intake.story(story, line, record, PARTS);
  }

  /** The codes stand before the text; looking for them no further saves half the time. */
  private static int headerEnd(String record) {
    int text = Sgml.indexOfTag(record, "<TEXT", 0);
    return text < 0 ? 0 : text;
  }

  private static void date(Story.Builder story, String header, long line, Intake intake) {
    String written = line(header, "DATE");
    if (written != null && !written.isEmpty()) {
      int time = written.indexOf(' '); // one has "605:12:19.12": the day is no worse for it
      intake
          .day(time < 0 ? written : written.substring(0, time))
          .ifPresentOrElse(story::date, () -> intake.warnOfDate(line, written));
    }
  }

  private static @Nullable String line(String record, String name) {
    String element = Sgml.element(record, name);
    return element == null ? null : Letters.squeeze(Sgml.resolve(element));
  }

  private static @Nullable String byline(@Nullable String author) {
    return author != null && author.regionMatches(true, 0, "by ", 0, 3)
        ? author.substring(3)
        : author;
  }

  private static String body(String text) {
    String body = Sgml.element(text, "BODY");
    if (body == null) {
      body = "UNPROC".equals(Sgml.attribute(text, "TYPE")) ? Sgml.element(text, "TEXT") : null;
    }
    if (body == null) {
      return "";
    }
    String dateline = Objects.requireNonNullElse(Sgml.element(text, "DATELINE"), "");
    List<String> paragraphs = paragraphs(Sgml.resolve(dateline + body));
    removeSignOff(paragraphs);
    return String.join("\n\n", paragraphs);
  }

  /** Lines joined to paragraphs: an indented line begins one, so does one after a blank line. */
  private static List<String> paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      if (to == from || text.charAt(from) <= ' ') {
        finish(paragraph, paragraphs);
      }
      paragraph.append(text, from, to).append(' ');
      from = to + 1;
    }
    finish(paragraph, paragraphs);
    return paragraphs;
  }

  private static void finish(StringBuilder paragraph, List<String> paragraphs) {
    String text = Letters.squeeze(paragraph);
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
    paragraph.setLength(0);
  }

  /** Takes the wire's {@code Reuter}, {@code REUTER...} or {@code MORE} off the end. */
  private static void removeSignOff(List<String> paragraphs) {
    while (!paragraphs.isEmpty() && isSignOff(paragraphs.getLast())) {
      paragraphs.removeLast();
    }
    if (!paragraphs.isEmpty()) {
      String last = paragraphs.removeLast();
      int word = last.lastIndexOf(' ');
      boolean glued =
          word > 0
              && ".!?\"'".indexOf(last.charAt(word - 1)) >= 0
              && isSignOff(last.substring(word));
      paragraphs.add(glued ? last.substring(0, word) : last);
    }
  }

  private static boolean isSignOff(String text) {
    String word = text.replace('.', ' ').strip().toLowerCase(Locale.ROOT);
    return word.equals("reuter") || word.equals("more");
  }

  private static List<String> codes(String header, String name) {
    String list = Sgml.element(header, name);
    return list == null || list.isEmpty()
        ? List.of()
        : Sgml.elements(list, "D").stream()
            .map(code -> Letters.squeeze(Sgml.resolve(code)))
            .filter(code -> !code.isEmpty())
            .toList();
  }

  private static Map<String, String> further(String header) {
    Map<String, String> further = new LinkedHashMap<>();
    for (String name : List.of("PLACES", "ORGS", "EXCHANGES", "COMPANIES")) {
      List<String> codes = codes(header, name);
      if (!codes.isEmpty()) {
        further.put(name.toLowerCase(Locale.ROOT), json(codes));
      }
    }
    return further;
  }

  private static String json(List<String> texts) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartArray();
      texts.forEach(json::writeString);
      json.writeEndArray();
    }
    return out.toString();
  }
}
