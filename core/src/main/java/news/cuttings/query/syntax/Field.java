package news.cuttings.query.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.cuttings.story.Spelling;

/** What a query can name before a colon. */
public enum Field {
  /** All the words of a story, ranked: where no field is named. */
  ALL(Kind.TEXT),
  /** The headline's words. */
  HEADLINE(Kind.TEXT),
  /** The body's words. */
  BODY(Kind.TEXT),
  /** The first paragraph's words. */
  LEAD(Kind.TEXT),
  /** Any part of the name of a person in the story. */
  PERSON(Kind.LABEL),
  /** Any words of the publication's name. */
  SOURCE(Kind.LABEL),
  /** Any words of the section's name. */
  SECTION(Kind.LABEL),
  /** Any part of the writer's name. */
  BYLINE(Kind.LABEL),
  /** Any words of a topic. */
  TOPICS(Kind.LABEL),
  /** Any words of the edition's label. */
  EDITION(Kind.LABEL),
  /** The whole id. */
  ID(Kind.LABEL),
  /** The whole path of the file it was read from, as it was named. */
  ORIGIN(Kind.LABEL),
  /** The story's day. */
  DATE(Kind.DATE);

  /** How a field is asked. */
  public enum Kind {
    /** Words that rank. */
    TEXT,
    /** A filter on words of a label. */
    LABEL,
    /** A filter on days. */
    DATE
  }

  /** What other search tools call them. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("title", "headline"),
          Map.entry("intitle", "headline"),
          Map.entry("text", "body"),
          Map.entry("people", "person"),
          Map.entry("name", "person"),
          Map.entry("publication", "source"),
          Map.entry("paper", "source"),
          Map.entry("site", "source"),
          Map.entry("author", "byline"),
          Map.entry("by", "byline"),
          Map.entry("tag", "topics"),
          Map.entry("subject", "topics"),
          Map.entry("file", "origin"),
          Map.entry("from", "since"),
          Map.entry("after", "since"),
          Map.entry("before", "until"),
          Map.entry("to", "until"));

  private final Kind kind;

  Field(Kind kind) {
    this.kind = kind;
  }

  /** How the field is asked. */
  public Kind kind() {
    return kind;
  }

  /** The name as typed: {@code headline}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names that can be typed. */
  public static List<String> names() {
    return Stream.concat(
            Stream.of(values()).filter(field -> field != ALL).map(Field::label),
            Stream.of("since", "until"))
        .toList();
  }

  /** The field that a name before a colon asks: also {@code since} and {@code until}. */
  static Optional<Field> ofWritten(String name) {
    boolean isEnd = name.equalsIgnoreCase("since") || name.equalsIgnoreCase("until");
    return isEnd ? Optional.of(DATE) : of(name);
  }

  /** The name that may have been meant by one that no field has. */
  static Optional<String> like(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(OTHER_NAMES.get(lower)).or(() -> Spelling.nearest(lower, names()));
  }

  /** The field of that name in any case; {@code topic} is {@code topics}; empty where none is. */
  public static Optional<Field> of(String label) {
    Objects.requireNonNull(label, "label");
    for (Field field : values()) {
      if (field != ALL && field.name().equalsIgnoreCase(label)) {
        return Optional.of(field);
      }
    }
    return label.equalsIgnoreCase("topic") ? Optional.of(TOPICS) : Optional.empty();
  }
}
