package news.cuttings.formats.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import tools.jackson.core.io.JsonStringEncoder;

/** A story of an export as it is put together. */
final class Draft {
  /** {@code NAME (87%)}: how surely a story is about somebody, or something. */
  private static final Pattern WEIGHED = Pattern.compile("(.*?)\\s*\\((\\d{1,3})%\\)\\s*");

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:pg|pp?|s|blz|p[aá]g|pages?|seiten?|p[aá]ginas?)[.:]?\\s?(\\p{L}{0,3}\\d[\\p{L}\\d-]*).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[.,\\s]\\d{3})+|\\d{1,7}");
  private static final Pattern PARTS = Pattern.compile("\\s*;\\s*");

  /** A count of words is about right where it is between two thirds and one and a half. */
  private static final double ABOUT = 1.5;

  /** So many words more or less are a caption. */
  private static final int FEW = 60;

  String headline = "";
  String source = "";
  String edition = "";
  String byline = "";
  String url = "";
  String date = "";
  private String section = "";
  private long words;
  private final List<String> body = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private final Map<String, String> further = new LinkedHashMap<>();
  private final Parts parts = new Parts();

  /** Says at which line a field stands. */
  void at(String field, long line) {
    parts.add(field, line);
  }

  /** Adds a paragraph to the text. */
  void paragraph(Block block) {
    if (body.isEmpty()) {
      at("body", block.line());
    }
    body.add(block.text());
  }

  boolean hasText() {
    return !body.isEmpty();
  }

  /** Keeps what is said besides, unless it is blank. */
  void keep(String key, String value) {
    String clean = Letters.squeeze(value);
    if (!clean.isEmpty()) {
      StringBuilder json = new StringBuilder("\"");
      JsonStringEncoder.getInstance().quoteAsString(clean, json);
      further.putIfAbsent(key, json.append('"').toString());
    }
  }

  /** Takes what a label says. */
  void take(Label label, long line) {
    Field field = label.field();
    String value = label.flat();
    if (field == null || value.isBlank()) {
      return;
    }
    switch (field) {
      case HEADLINE -> headline(value, line);
      case BYLINE -> {
        byline = value;
        at("byline", line);
      }
      case SOURCE -> source(value, line);
      case DATE -> date(value, line);
      case EDITION -> edition = edition.isEmpty() ? value : edition;
      case SECTION -> section(value, line);
      case PAGE -> keep("page", value);
      case LENGTH -> words(value);
      case LANGUAGE -> keep("language", value);
      case PERSON -> people(value, line);
      case SUBJECT -> topics(value, line);
      case URL -> url = value;
      case ABSTRACT -> keep("highlight", value);
      case OTHER -> keep(label.key(), value);
      case BODY, BESIDE, LOADED -> {}
    }
  }

  void headline(String text, long line) {
    headline = text;
    at("headline", line);
  }

  void source(String text, long line) {
    source = text;
    at("source", line);
  }

  void date(String text, long line) {
    date = text;
    at("date", line);
  }

  /** {@code NEWS; Pg. 3} */
  void section(String text, long line) {
    List<String> names = new ArrayList<>();
    for (String part : PARTS.splitAsStream(text).toList()) {
      Matcher page = PAGE.matcher(part);
      if (page.matches()) {
        keep("page", page.group(1));
      } else if (!part.isBlank()) {
        names.add(part);
      }
    }
    section = String.join("; ", names);
    at("section", line);
  }

  /** {@code 1,285 words} */
  void words(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.find()) {
      words = Long.parseLong(number.group().replaceAll("\\D", ""));
      further.put("words", String.valueOf(words));
    }
  }

  /** {@code ANN LEE (87%); BOB DAY (51%)} */
  void people(String text, long line) {
    for (String part : PARTS.splitAsStream(text).toList()) {
      Matcher weighed = WEIGHED.matcher(part);
      String name = weighed.matches() ? weighed.group(1) : part;
      double surely =
          weighed.matches() ? Math.min(1, Integer.parseInt(weighed.group(2)) / 100d) : 1;
      if (name.chars().anyMatch(Character::isLetter)) {
        people.add(new Person(name, List.of(), Person.From.TAGGED, surely));
        at("people", line);
      }
    }
  }

  void topics(String text, long line) {
    for (String part : PARTS.splitAsStream(text).filter(one -> !one.isBlank()).toList()) {
      Matcher weighed = WEIGHED.matcher(part);
      topics.add(weighed.matches() ? weighed.group(1) : part);
      at("topics", line);
    }
  }

  /**
   * Hands on the story; skips it where it has no text.
   *
   * @param record what it was in the input, to be shown where it is skipped
   */
  void hand(Intake intake, long line, String record) {
    boolean isEmpty = body.stream().allMatch(String::isBlank);
    if (isEmpty && !(intake.wishes().headlinesOnly() && !headline.isBlank())) {
      intake.skip(line, "no text", "a document of an export without a text", record);
      return;
    }
    Story.Builder story =
        Story.builder()
            .headline(headline)
            .body(String.join("\n\n", body))
            .source(source)
            .edition(edition)
            .section(section)
            .byline(byline)
            .url(url)
            .people(people.stream().distinct().toList())
            .topics(topics.stream().distinct().toList())
            .further(further)
            .role(Role.STORY);
    if (!date.isBlank()) {
      intake.day(date).ifPresentOrElse(story::date, () -> intake.warnOfDate(line, date));
    }
    intake.story(story, line, record, parts);
    compareWords(intake, line);
  }

  private void compareWords(Intake intake, long line) {
    long read = body.stream().mapToLong(text -> Letters.words(text).size()).sum();
    long more = Math.max(read, words);
    long less = Math.min(read, words);
    boolean areParted =
        body.stream().noneMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
    if (words > 0 && areParted && more > less * ABOUT && more - less > FEW) {
      intake.warn(
          line,
          "words",
          "the export says that the story has " + words + " words, " + read + " were read");
    }
  }
}
