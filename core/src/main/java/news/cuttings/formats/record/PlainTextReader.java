package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.cuttings.formats.io.Byline;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Lines;
import news.cuttings.formats.io.Markup;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.formats.io.TextLook;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;

/**
 * Reads a text as one story. A short first line without a full stop is the headline if text
 * follows; among the lines before the text {@code By …} is the byline and a bare date the date.
 */
public final class PlainTextReader implements StoryReader {
  private static final int LONGEST_HEADLINE = 150;
  private static final int WRAPPED = 50;

  @Override
  public Evidence evidence(Sample sample) {
    if (Markup.opens(sample)) {
      return Evidence.NONE;
    }
    FrontMatter head = FrontMatter.of(sample.lines());
    TextLook look =
        head == null
            ? sample.look()
            : TextLook.of(sample.lines().subList(head.lines(), sample.lines().size()));
    return switch (look.kind()) {
      case PROSE ->
          Evidence.likely(
              head == null ? "prose" : "prose below " + String.join(", ", head.values().keySet()));
      case TEXT, SOFTWARE -> Evidence.possible(look.what());
      case OTHER -> Evidence.NONE;
    };
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Lines lines = new Lines(in, intake.decoder());
    StringBuilder text = new StringBuilder();
    long first = 0;
    boolean tooLong = false;
    while (lines.next()) {
      if (first == 0 && !lines.text().isBlank()) {
        first = lines.number();
      }
      if (lines.isTooLong() || text.length() + lines.text().length() > Story.MAX_LENGTH) {
        tooLong = true;
      } else if (!tooLong && first > 0) {
        text.append(lines.text()).append('\n');
      }
    }
    if (tooLong) {
      intake.skip(
          Math.max(1, first),
          "too long",
          "a text of more than " + Story.MAX_LENGTH + " characters; a story is shorter: left out",
          text.toString());
    } else if (first > 0) {
      FrontMatter head = FrontMatter.of(text.toString().lines().toList());
      if (head != null) {
        note(head, text.toString(), first, intake);
        return;
      }
      Parts parts = new Parts();
      intake.story(story(text.toString(), first, intake, parts), first, text.toString(), parts);
    }
  }

  /** A note in Markdown: what heads it says what it is. */
  private static void note(FrontMatter head, String text, long first, Intake intake) {
    List<String> lines = text.lines().skip(head.lines()).dropWhile(String::isBlank).toList();
    Map<String, Node> values = new LinkedHashMap<>(head.values());
    if (!lines.isEmpty() && lines.getFirst().startsWith("# ")) {
      String title = lines.getFirst().substring(2).strip();
      values.putIfAbsent("title", new Node.Text(title));
      boolean isSame = Letters.key(Values.one(values.get("title"))).equals(Letters.key(title));
      lines = isSame ? lines.subList(1, lines.size()) : lines;
    }
    values.put("body", new Node.Text(String.join("\n", lines)));
    Records records = new Records(intake);
    try {
      records.take(new Node.Obj(values), first, text);
    } catch (BadStoryException e) {
      intake.skip(first, "no text", String.valueOf(e.getMessage()), text);
    }
  }

  private static Story.Builder story(String text, long first, Intake intake, Parts parts) {
    Story.Builder story = Story.builder().role(Role.STORY);
    int at = 0;
    long number = first;
    boolean hasHeadline = false;
    boolean hasByline = false;
    boolean hasDate = false;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String line = Letters.squeeze(text.substring(at, end));
      Optional<String> byline = hasByline ? Optional.empty() : Byline.of(line);
      if (byline.isPresent()) {
        story.byline(byline.get());
        hasByline = true;
        parts.add("byline", number);
      } else if (!hasDate && intake.day(line).isPresent()) {
        story.date(intake.day(line).get());
        hasDate = true;
        parts.add("date", number);
      } else if (!hasHeadline && !hasByline && isHeadline(line, text, end)) {
        story.headline(line);
        hasHeadline = true;
        parts.add("headline", number);
      } else if (!line.isEmpty()) {
        break;
      }
      at = end + 1;
      number++;
    }
    parts.add("body", number);
    return story.body(text.substring(Math.min(at, text.length())));
  }

  private static boolean isHeadline(String line, String text, int end) {
    if (line.isEmpty()
        || line.length() > LONGEST_HEADLINE
        || ".:,;".indexOf(line.charAt(line.length() - 1)) >= 0) {
      return false;
    }
    String rest = text.substring(end);
    return !rest.isBlank() && !goesOn(line, rest.split("\n", 4));
  }

  /** Whether the line is the first of a paragraph that was wrapped to a fixed width. */
  private static boolean goesOn(String line, String[] rest) {
    String next = rest.length > 1 ? rest[1].strip() : "";
    String third = rest.length > 2 ? rest[2].strip() : "";
    if (next.isEmpty()) {
      return false;
    }
    boolean alike = line.length() >= WRAPPED && next.length() >= WRAPPED && next.length() <= 100;
    return Character.isLowerCase(next.charAt(0)) || (alike && !third.isEmpty());
  }
}
