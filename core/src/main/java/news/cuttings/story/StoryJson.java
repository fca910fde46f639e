package news.cuttings.story;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The one written form of a {@link Story}: a JSON object on one line, as {@code export} prints,
 * {@code index} reads and the index stores it.
 *
 * <p>{@code id}, {@code headline}, {@code body}, {@code people}, {@code date} and {@code source}
 * are always written, absent ones as null; the rest where present. A person whom the source gave is
 * a string, any other an object with {@code name}, {@code from}, {@code spellings} and {@code
 * confidence}; both are read. Reading back what was written gives an equal story.
 *
 * <p>Read, {@code "people":[]} and {@code "date":null} say that there are none, and clear those of
 * a copy that was filed before; a key that is not there says nothing, and they are kept. {@code
 * "unsaid":["date","people"]} says so of keys that are there: it is written where the source of the
 * story does not speak of them.
 */
public final class StoryJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(Story.MAX_LENGTH + 1)
                  .build())
          .build();

  private static final Pattern LIST = Pattern.compile("[,;|]");

  private static final String UNSAID = "unsaid";
  private static final Set<String> UNSAID_LISTS =
      Set.of("[\"date\"]", "[\"people\"]", "[\"date\",\"people\"]", "[\"people\",\"date\"]");

  private StoryJson() {}

  /** The story as JSON, on one line without a line end. */
  public static String write(Story story) {
    Objects.requireNonNull(story, "story");
    List<String> unsaid = new ArrayList<>();
    if (!story.saysDate()) {
      unsaid.add("date");
    }
    if (!story.saysPeople()) {
      unsaid.add("people");
    }
    return write(story, unsaid);
  }

  /** The story as the index keeps it: what an older copy had beside it is no more. */
  public static String writeStored(Story story) {
    Objects.requireNonNull(story, "story");
    return write(story, List.of());
  }

  private static String write(Story story, List<String> unsaid) {
    StringWriter out = new StringWriter(story.body().length() + 300);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("id", story.id());
      json.writeStringProperty("headline", story.headline().orElse(null));
      json.writeStringProperty("body", story.body());
      json.writeArrayPropertyStart("people");
      story.people().forEach(person -> write(person, json));
      json.writeEndArray();
      json.writeStringProperty("date", story.date().map(LocalDate::toString).orElse(null));
      json.writeStringProperty("source", story.source().orElse(null));
      story.published().ifPresent(at -> json.writeStringProperty("published", at.toString()));
      story.edition().ifPresent(edition -> json.writeStringProperty("edition", edition));
      story.section().ifPresent(section -> json.writeStringProperty("section", section));
      byline(story.authors(), json);
      story.url().ifPresent(url -> json.writeStringProperty("url", url));
      if (!story.topics().isEmpty()) {
        json.writeArrayPropertyStart("topics");
        story.topics().forEach(json::writeString);
        json.writeEndArray();
      }
      story.role().ifPresent(role -> json.writeStringProperty("role", role.label()));
      story.origin().ifPresent(origin -> write(origin, json));
      if (!unsaid.isEmpty()) {
        json.writeArrayPropertyStart(UNSAID);
        unsaid.forEach(json::writeString);
        json.writeEndArray();
      }
      story
          .further()
          .forEach((key, value) -> {
            json.writeName(key);
            json.writeRawValue(value);
          });
      json.writeEndObject();
    }
    return out.toString();
  }

  /** One author as a string, several as an array of strings. */
  private static void byline(List<String> authors, JsonGenerator json) {
    if (authors.size() > 1) {
      json.writeArrayPropertyStart("byline");
      authors.forEach(json::writeString);
      json.writeEndArray();
    } else if (!authors.isEmpty()) {
      json.writeStringProperty("byline", authors.getFirst());
    }
  }

  private static void write(Person person, JsonGenerator json) {
    if (person.origin() == Person.From.GIVEN
        && person.spellings().isEmpty()
        && person.confidence() == 1) {
      json.writeString(person.name());
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("name", person.name());
    json.writeStringProperty("from", person.origin().label());
    json.writeArrayPropertyStart("spellings");
    person.spellings().forEach(json::writeString);
    json.writeEndArray();
    json.writeNumberProperty("confidence", person.confidence());
    json.writeEndObject();
  }

  private static void write(Origin origin, JsonGenerator json) {
    json.writeObjectPropertyStart("origin");
    json.writeStringProperty("file", origin.file());
    origin.entry().ifPresent(entry -> json.writeStringProperty("entry", entry));
    if (origin.line() > 0) {
      json.writeNumberProperty("line", origin.line());
    }
    if (origin.page() > 0) {
      json.writeNumberProperty("page", origin.page());
    }
    json.writeEndObject();
  }

  /**
   * The story that the text of one JSON object describes.
   *
   * @throws BadStoryException where the text is no JSON object or describes no story
   */
  public static Story read(String json) throws BadStoryException {
    return read(json, UnaryOperator.identity(), note -> {}).build();
  }

  /**
   * The story that the index keeps as that text: it has no other date and states nobody else.
   *
   * @throws BadStoryException where the text is no JSON object or describes no story
   */
  public static Story readStored(String json) throws BadStoryException {
    Objects.requireNonNull(json, "json");
    return read(json, UnaryOperator.identity(), note -> {})
        .sayingDate(true)
        .sayingPeople(true)
        .build();
  }

  /**
   * A builder with what the text of one JSON object says, for a reader that has something to add.
   *
   * @param json the text
   * @param names other people's keys to ours: {@code title} to {@code headline}; a key that is not
   *     ours after that is kept in {@link Story#further()}
   * @param notes told in a sentence what could not be understood and was left out, a date for
   *     instance
   * @throws BadStoryException where the text is no JSON object or has neither headline nor body
   */
  public static Story.Builder read(String json, UnaryOperator<String> names, Consumer<String> notes)
      throws BadStoryException {
    return read(json, names, WrittenDate.Order.UNKNOWN, notes);
  }

  /**
   * Reads a story with names and notes of one's own, and with that first in dates like {@code
   * 03/04/2024}.
   *
   * @throws BadStoryException where the text is no JSON object or has neither headline nor body
   */
  public static Story.Builder read(
      String json, UnaryOperator<String> names, WrittenDate.Order dates, Consumer<String> notes)
      throws BadStoryException {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(dates, "dates");
    Objects.requireNonNull(notes, "notes");
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      return new Reading(in, names, dates, notes).story();
    } catch (JacksonException e) {
      throw new BadStoryException(
          "not valid JSON: " + fault(String.valueOf(e.getOriginalMessage())), e);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new BadStoryException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What a JSON parser says is wrong, without what it says of itself. */
  public static String fault(String message) {
    Objects.requireNonNull(message, "message");
    String line = Letters.squeeze(CleanText.characters(message));
    String bare =
        line.replaceFirst(": maybe a .*| ?\\(start marker at .*| ?\\(code \\d+.*?\\)", "");
    return bare.length() > 160 ? bare.substring(0, 160) + "…" : bare;
  }

  /** One reading of one object. */
  private static final class Reading {
    private final JsonParser in;
    private final UnaryOperator<String> names;
    private final WrittenDate.Order dates;
    private final Consumer<String> notes;
    private final Story.Builder story = Story.builder();
    private final Map<String, String> further = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private boolean hasText;
    private boolean saysDate;
    private boolean saysPeople;
    private boolean unsaidDate;
    private boolean unsaidPeople;

    Reading(
        JsonParser in,
        UnaryOperator<String> names,
        WrittenDate.Order dates,
        Consumer<String> notes) {
      this.in = in;
      this.names = names;
      this.dates = dates;
      this.notes = notes;
    }

    Story.Builder story() throws BadStoryException {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new BadStoryException("a story is a JSON object, this is something else");
      }
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = in.currentName();
        keys.add(key);
        in.nextToken();
        property(key, names.apply(key));
      }
      if (in.nextToken() != null) {
        throw new BadStoryException("not valid JSON: text after the end of the object");
      }
      if (!hasText) {
        throw new BadStoryException("neither headline nor body; the keys are " + keys());
      }
      return story
          .sayingDate(saysDate && !unsaidDate)
          .sayingPeople(saysPeople && !unsaidPeople)
          .further(further);
    }

    private String keys() {
      String all = String.join(", ", keys);
      return keys.isEmpty() ? "none" : all.length() > 200 ? all.substring(0, 200) + "…" : all;
    }

    private void property(String key, String name) {
      switch (name) {
        case "id" -> story.id(text(key));
        case "headline" -> story.headline(content(key));
        case "body" -> story.keptBody(content(key));
        case "people" -> story.people(people());
        case UNSAID -> unsaid(key);
        case "date" -> date(text(key));
        case "source" -> story.source(text(key));
        case "published" -> published(text(key));
        case "edition" -> story.edition(text(key));
        case "section" -> story.section(text(key));
        case "byline" -> story.authors(texts(key));
        case "url" -> story.url(text(key));
        case "topics" -> story.topics(topics(key));
        case "role" -> role(text(key));
        case "origin" -> origin();
        default -> further.put(key, raw());
      }
    }

    private @Nullable String content(String key) {
      String text = text(key);
      hasText |= text != null && !Letters.isBlank(text);
      return text;
    }

    /** A string, number or truth value as text; arrays of these as paragraphs; null as null. */
    private @Nullable String text(String key) {
      JsonToken token = in.currentToken();
      if (token == JsonToken.START_ARRAY) {
        return String.join("\n", texts(key));
      }
      if (token == JsonToken.START_OBJECT) {
        in.skipChildren();
        notes.accept("the value of \"" + key + "\" is an object, not text: left out");
        return null;
      }
      return token == JsonToken.VALUE_NULL ? null : in.getString();
    }

    /** The elements of an array; of one string what commas, semicolons and bars part. */
    private List<String> topics(String key) {
      boolean one = in.currentToken() != JsonToken.START_ARRAY;
      List<String> topics = texts(key);
      return one ? topics.stream().flatMap(LIST::splitAsStream).toList() : topics;
    }

    private List<String> texts(String key) {
      List<String> texts = new ArrayList<>();
      if (in.currentToken() != JsonToken.START_ARRAY) {
        String one = text(key);
        return one == null ? List.of() : List.of(one);
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
          texts.add(in.getString());
        } else {
          in.skipChildren();
        }
      }
      return texts;
    }

    private List<Person> people() {
      List<Person> people = new ArrayList<>();
      if (in.currentToken() == JsonToken.START_ARRAY) {
        boolean isEmpty = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
          isEmpty = false;
          person(people);
        }
        saysPeople = isEmpty || !people.isEmpty();
      } else if (in.currentToken() == JsonToken.VALUE_NULL) {
        saysPeople = true;
      } else if (in.currentToken() == JsonToken.VALUE_STRING) {
        List<String> names = Authors.of(CleanText.characters(in.getString()));
        names.forEach(name -> people.add(Person.given(name)));
      } else {
        person(people);
      }
      return people;
    }

    /** What the keys say that are there leave unsaid; of others' JSON it is a key like any. */
    private void unsaid(String key) {
      String list = raw();
      if (UNSAID_LISTS.contains(list)) {
        unsaidDate = list.contains("date");
        unsaidPeople = list.contains("people");
      } else {
        further.put(key, list);
      }
    }

    private void person(List<Person> people) {
      if (in.currentToken() == JsonToken.START_OBJECT) {
        personObject(people);
      } else if (in.currentToken() == JsonToken.START_ARRAY) {
        in.skipChildren();
      } else if (in.currentToken() != JsonToken.VALUE_NULL) {
        String name = clean(in.getString());
        if (!name.isEmpty()) {
          people.add(Person.given(name));
        }
      }
    }

    private void personObject(List<Person> people) {
      String name = "";
      Person.From from = Person.From.GIVEN;
      List<String> spellings = List.of();
      double confidence = 1;
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "name" -> name = clean(text(key));
          case "from" -> from = Person.From.of(clean(text(key))).orElse(from);
          case "spellings" ->
              spellings =
                  texts(key).stream().map(Reading::clean).filter(s -> !s.isEmpty()).toList();
          case "confidence" -> confidence = confidence(text(key));
          default -> in.skipChildren();
        }
      }
      if (name.isEmpty()) {
        notes.accept("a person without a name: left out");
      } else {
        people.add(new Person(name, spellings, from, confidence));
      }
    }

    private double confidence(@Nullable String text) {
      try {
        double value = Double.parseDouble(String.valueOf(text));
        if (value >= 0 && value <= 1) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below, like a number out of range
      }
      notes.accept("a confidence that is no number from 0 to 1: taken as 1");
      return 1;
    }

    private static String clean(@Nullable String text) {
      return text == null ? "" : Letters.squeeze(CleanText.characters(text));
    }

    /** An ISO day, or the day as written in an ISO date-time; no zone arithmetic. */
    private void date(@Nullable String text) {
      if (in.currentToken() == JsonToken.VALUE_NULL) {
        saysDate = true;
      }
      if (text == null || text.isBlank()) {
        return;
      }
      WrittenDate.parse(text, dates)
          .ifPresentOrElse(
              story::date,
              () ->
                  notes.accept(
                      "no day could be read from the date \""
                          + shorten(text)
                          + "\""
                          + WrittenDate.advice(text)));
      WrittenDate.moment(text).ifPresent(story::published);
    }

    private void published(@Nullable String text) {
      if (text == null || text.isBlank()) {
        return;
      }
      try {
        story.published(Instant.parse(text.strip()));
      } catch (DateTimeException | IllegalArgumentException e) {
        WrittenDate.moment(text)
            .ifPresentOrElse(
                story::published,
                () -> notes.accept("no moment could be read from \"" + shorten(text) + "\""));
      }
    }

    private static String shorten(String text) {
      String line = clean(text);
      return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private void role(@Nullable String text) {
      if (text != null) {
        story.role(Role.of(text.strip()).orElse(null));
      }
    }

    private void origin() {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        further.put("origin", raw());
        return;
      }
      String file = null;
      String entry = null;
      long line = 0;
      long page = 0;
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "file" -> file = whole(text(key));
          case "entry" -> entry = whole(text(key));
          case "line" -> line = Math.max(0, in.getValueAsLong());
          case "page" -> page = Math.max(0, in.getValueAsLong());
          default -> in.skipChildren();
        }
      }
      if (file != null) {
        Origin origin = Origin.of(file, entry, line);
        story.origin(page == 0 ? origin : origin.onPage(page));
      }
    }

    /** A name of a file as it is, but for halves of surrogate pairs: no file's name has them. */
    private static @Nullable String whole(@Nullable String name) {
      return name == null
          ? null
          : new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String raw() {
      StringWriter out = new StringWriter();
      try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
        copy.copyCurrentStructureExact(in);
      }
      return CleanText.characters(out.toString());
    }
  }
}
