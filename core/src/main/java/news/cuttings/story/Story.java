package news.cuttings.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One news story: headline, body, the people it names and its date, with what else the source says
 * of it.
 *
 * <p>A value: two stories are equal when all their parts are. Absent parts are empty {@link
 * Optional}s; nothing is invented: a story without a headline has none, a date is never guessed.
 * Made by {@link #builder()}, changed by {@link #toBuilder()}.
 */
public final class Story {
  /** The most characters that headline and body of one story may have together. */
  public static final int MAX_LENGTH = 4 << 20;

  /** The most bytes of UTF-8 that an id may have. */
  public static final int MAX_ID_BYTES = 8000;

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final String id;
  private final @Nullable String headline;
  private final String body;
  private final List<Person> people;
  private final @Nullable LocalDate date;
  private final @Nullable Instant published;
  private final @Nullable String edition;
  private final @Nullable String source;
  private final @Nullable Origin origin;
  private final @Nullable Role role;
  private final @Nullable String section;
  private final List<String> authors;
  private final @Nullable String url;
  private final List<String> topics;
  private final Map<String, String> further;
  private final boolean saysDate;
  private final boolean saysPeople;

  private Story(Builder builder) {
    headline = builder.headline;
    body = builder.body;
    if (headline == null && body.isEmpty()) {
      throw new IllegalArgumentException("a story needs a headline or a body");
    }
    long length = (long) body.length() + (headline == null ? 0 : headline.length());
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a story may have at most " + MAX_LENGTH + " characters, this one has " + length);
    }
    people = List.copyOf(builder.people);
    date = builder.date;
    published = builder.published;
    edition = builder.edition;
    source = builder.source;
    origin = builder.origin;
    role = builder.role;
    section = builder.section;
    authors = builder.authors;
    url = builder.url;
    topics = List.copyOf(builder.topics);
    further = Collections.unmodifiableMap(new LinkedHashMap<>(builder.further));
    saysDate = builder.saysDate || date != null;
    saysPeople = builder.saysPeople || people.stream().anyMatch(Person::isStated);
    String given = builder.id;
    id = given != null ? given : StoryId.of(source, headline, body);
  }

  /** A builder of a story with nothing in it. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this story, its id included. */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.id = id;
    b.headline = headline;
    b.body = body;
    b.people = people;
    b.date = date;
    b.published = published;
    b.edition = edition;
    b.source = source;
    b.origin = origin;
    b.role = role;
    b.section = section;
    b.authors = authors;
    b.url = url;
    b.topics = topics;
    b.further = further;
    b.saysDate = saysDate;
    b.saysPeople = saysPeople;
    return b;
  }

  /**
   * The key of the story: as the source gave it, else a 128-bit hash of source, headline and body
   * in 32 hexadecimal digits, so that the same text read twice is one story.
   */
  public String id() {
    return id;
  }

  /** Whether a story can have that date: it is of the years 1 to 9999. */
  public static boolean isDay(LocalDate date) {
    Objects.requireNonNull(date, "date");
    return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
  }

  /** Whether a story can be published then: in the years 1 to 9999, as Greenwich counts. */
  static boolean isMoment(Instant moment) {
    return !moment.isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))
        && moment.isBefore(LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /**
   * Whether a story can have that id: a text with a letter or another visible character in it,
   * without control characters and halves of surrogate pairs, of at most {@link #MAX_ID_BYTES}
   * bytes. An id is kept as it is, blanks at its ends and all.
   */
  public static boolean isId(String id) {
    Objects.requireNonNull(id, "id");
    return !Letters.isBlank(id) && StoryId.fault(id).isEmpty();
  }

  /** The headline as written. */
  public Optional<String> headline() {
    return Optional.ofNullable(headline);
  }

  /** The text, paragraphs parted by line breaks; empty where the source has a headline only. */
  public String body() {
    return body;
  }

  /** The first paragraph of the body; empty where there is no body. */
  public String lead() {
    int end = body.indexOf('\n');
    return end < 0 ? body : body.substring(0, end);
  }

  /** Whom the story names, in the source's order, then in order of appearance. */
  public List<Person> people() {
    return people;
  }

  /** The calendar day written on the story. */
  public Optional<LocalDate> date() {
    return Optional.ofNullable(date);
  }

  /**
   * Whether it has a date, or says that it has none. Filed over a copy of itself it keeps the date
   * of that one where it does not speak of one. No part of equality.
   */
  public boolean saysDate() {
    return saysDate;
  }

  /**
   * Whether it states people, or says that nobody is stated. Filed over a copy of itself it keeps
   * whom that one states where it does not speak of any. No part of equality.
   */
  public boolean saysPeople() {
    return saysPeople;
  }

  /** The moment of publication, where the source gives one. */
  public Optional<Instant> published() {
    return Optional.ofNullable(published);
  }

  /** The edition's label as written: {@code December 29, 2023}, {@code Autumn 2022}. */
  public Optional<String> edition() {
    return Optional.ofNullable(edition);
  }

  /** The publication: {@code The Guardian}. */
  public Optional<String> source() {
    return Optional.ofNullable(source);
  }

  /** Where it was read from. */
  public Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }

  /** Its part on the page it was read from. */
  public Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** The section of the publication: {@code Sport}. */
  public Optional<String> section() {
    return Optional.ofNullable(section);
  }

  /** Who wrote it, as written, without {@code By}; several authors are parted by semicolons. */
  public Optional<String> byline() {
    return authors.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", authors));
  }

  /** Who wrote it, one by one. */
  public List<String> authors() {
    return authors;
  }

  /** Its address on the web, as written; never opened. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** Labels that the source gives it. */
  public List<String> topics() {
    return topics;
  }

  /**
   * What else a JSON record held: key to the value's JSON text, in the record's order. Kept and
   * given back, never searched.
   */
  public Map<String, String> further() {
    return further;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Story s
        && id.equals(s.id)
        && Objects.equals(headline, s.headline)
        && body.equals(s.body)
        && people.equals(s.people)
        && Objects.equals(date, s.date)
        && Objects.equals(published, s.published)
        && Objects.equals(edition, s.edition)
        && Objects.equals(source, s.source)
        && Objects.equals(origin, s.origin)
        && role == s.role
        && Objects.equals(section, s.section)
        && authors.equals(s.authors)
        && Objects.equals(url, s.url)
        && topics.equals(s.topics)
        && further.equals(s.further);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id and the headline, or the beginning of the body: for messages, not for machines. */
  @Override
  public String toString() {
    String text = headline != null ? headline : body;
    return id + " " + (text.length() > 60 ? text.substring(0, 60) + "…" : text);
  }

  /**
   * Makes a {@link Story}. Not safe for use by many threads. A null or blank text means absent;
   * text is trimmed, line ends become {@code \n}, and characters that no text has (NUL, unpaired
   * surrogates) become spaces. An id alone is kept exactly, or refused.
   */
  public static final class Builder {
    private @Nullable String id;
    private @Nullable String headline;
    private String body = "";
    private List<Person> people = List.of();
    private @Nullable LocalDate date;
    private @Nullable Instant published;
    private @Nullable String edition;
    private @Nullable String source;
    private @Nullable Origin origin;
    private @Nullable Role role;
    private @Nullable String section;
    private List<String> authors = List.of();
    private @Nullable String url;
    private List<String> topics = List.of();
    private Map<String, String> further = Map.of();
    private boolean saysDate;
    private boolean saysPeople;

    private Builder() {}

    /**
     * The key of the story, kept exactly as it is; null, or a blank text, lets it be made from
     * source, headline and body.
     *
     * @throws IllegalArgumentException where it {@linkplain #isId cannot be one}: no two ids become
     *     one by being cleaned
     */
    public Builder id(@Nullable String id) {
      if (id == null || Letters.isBlank(id)) {
        this.id = null;
        return this;
      }
      Optional<String> fault = StoryId.fault(id);
      if (fault.isPresent()) {
        throw new IllegalArgumentException("an id may have " + fault.get());
      }
      this.id = id;
      return this;
    }

    /** The headline; white space is collapsed. */
    public Builder headline(@Nullable String headline) {
      this.headline = line(headline);
      return this;
    }

    /**
     * The text, with paragraphs parted by line breaks; blank lines are dropped, and the lines of a
     * paragraph that was wrapped to a fixed width are joined.
     */
    public Builder body(@Nullable String body) {
      this.body = body == null ? "" : CleanText.paragraphs(body);
      return this;
    }

    /** The text as JSON has it: lines are paragraphs, unless blank lines part these. */
    Builder keptBody(@Nullable String body) {
      this.body = body == null ? "" : CleanText.keptParagraphs(body);
      return this;
    }

    /** Whom the story names: replaces those set before. None says nothing of whom it names. */
    public Builder people(List<Person> people) {
      Objects.requireNonNull(people, "people");
      this.people = List.copyOf(people);
      return this;
    }

    /** Says that nobody is stated: filed over a copy that states people it removes them. */
    public Builder noPeople() {
      people = List.of();
      return sayingPeople(true);
    }

    /** Says that there is no date: filed over a copy that has one it removes it. */
    public Builder noDate() {
      date = null;
      return sayingDate(true);
    }

    Builder sayingPeople(boolean says) {
      saysPeople = says;
      return this;
    }

    Builder sayingDate(boolean says) {
      saysDate = says;
      return this;
    }

    /**
     * The calendar day written on the story; null says nothing of it.
     *
     * @throws IllegalArgumentException where it is not of the years 1 to 9999
     */
    public Builder date(@Nullable LocalDate date) {
      if (date != null && !isDay(date)) {
        throw new IllegalArgumentException(
            "a date must be of the years 1 to 9999, this one is " + date);
      }
      this.date = date;
      return this;
    }

    /**
     * The moment of publication.
     *
     * @throws IllegalArgumentException where it is not of the years 1 to 9999
     */
    public Builder published(@Nullable Instant published) {
      if (published != null && !isMoment(published)) {
        throw new IllegalArgumentException(
            "a moment must be of the years 1 to 9999, this one is " + published);
      }
      this.published = published;
      return this;
    }

    /** The edition's label. */
    public Builder edition(@Nullable String edition) {
      this.edition = line(edition);
      return this;
    }

    /** The publication. */
    public Builder source(@Nullable String source) {
      this.source = line(source);
      return this;
    }

    /** Where it was read from. */
    public Builder origin(@Nullable Origin origin) {
      this.origin = origin;
      return this;
    }

    /** Its part on the page. */
    public Builder role(@Nullable Role role) {
      this.role = role;
      return this;
    }

    /** The section of the publication. */
    public Builder section(@Nullable String section) {
      this.section = line(section);
      return this;
    }

    /** Who wrote it: {@code Ann Lee}, or several, as in {@code Ann Lee and Bob Day}. */
    public Builder byline(@Nullable String byline) {
      return authors(byline == null ? List.of() : List.of(byline));
    }

    /** Who wrote it, one or several at a time; blank ones are dropped. */
    public Builder authors(List<String> authors) {
      Objects.requireNonNull(authors, "authors");
      this.authors =
          authors.stream()
              .flatMap(author -> Authors.of(CleanText.characters(author)).stream())
              .toList();
      return this;
    }

    /** Its address on the web. */
    public Builder url(@Nullable String url) {
      this.url = line(url);
      return this;
    }

    /** Labels that the source gives it; blank ones are dropped. */
    public Builder topics(List<String> topics) {
      Objects.requireNonNull(topics, "topics");
      this.topics = topics.stream().map(Builder::line).filter(Objects::nonNull).toList();
      return this;
    }

    /** Other keys of a JSON record with their values' JSON text. */
    public Builder further(Map<String, String> further) {
      Objects.requireNonNull(further, "further");
      this.further = further;
      return this;
    }

    /**
     * The story.
     *
     * @throws IllegalArgumentException where there is neither headline nor body, or they have more
     *     than {@link #MAX_LENGTH} characters together
     */
    public Story build() {
      return new Story(this);
    }

    private static @Nullable String line(@Nullable String text) {
      if (text == null) {
        return null;
      }
      String clean = Letters.squeeze(CleanText.characters(text));
      return clean.isEmpty() ? null : clean;
    }
  }
}
