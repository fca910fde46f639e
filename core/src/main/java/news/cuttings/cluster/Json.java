package news.cuttings.cluster;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A value of JSON: what a request is made of and an answer read as. Maps, lists, strings, numbers,
 * booleans and null, no more. What is not there reads as nothing.
 *
 * @param value the value; null where there is none
 */
record Json(@Nullable Object value) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(8 * Story.MAX_LENGTH) // a story as a string, escaped
                  .build())
          .build();

  /** An object of a name and its value, a name and its value, …. */
  static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  /** The value as text. */
  static String write(Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(value, json);
    }
    return out.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator json) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> object -> {
        json.writeStartObject();
        object.forEach((name, one) -> {
          json.writeName((String) name);
          write(one, json);
        });
        json.writeEndObject();
      }
      case Iterable<?> list -> {
        json.writeStartArray();
        list.forEach(one -> write(one, json));
        json.writeEndArray();
      }
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.longValue());
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  /** So many values in one text take some hundreds of megabytes; no answer has as many. */
  private static final int MOST_VALUES = 5_000_000;

  /**
   * Reads a text.
   *
   * @throws tools.jackson.core.JacksonException where it is no JSON, or has more than can be held
   */
  static Json read(String text) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      in.nextToken();
      return new Json(value(in, new int[1]));
    }
  }

  private static @Nullable Object value(JsonParser in, int[] values) {
    JsonToken token = in.currentToken();
    if (token == null) {
      return null;
    }
    if (++values[0] > MOST_VALUES) {
      throw new StreamConstraintsException("more than " + MOST_VALUES + " values");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = in.currentName();
          in.nextToken();
          object.put(name, value(in, values));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(in, values));
        }
        yield list;
      }
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT ->
          in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? (Object) in.getDoubleValue()
              : (Object) in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** The value below those names. */
  Json at(String... names) {
    Object at = value;
    for (String name : names) {
      at = at instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return new Json(at);
  }

  /** Whether there is one. */
  boolean isPresent() {
    return value != null;
  }

  /** The values of a list. */
  List<Json> list() {
    List<Json> list = new ArrayList<>();
    if (value instanceof List<?> values) {
      values.forEach(one -> list.add(new Json(one)));
    }
    return list;
  }

  /** The values of an object by their names. */
  Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, one) -> members.put((String) name, new Json(one)));
    }
    return members;
  }

  /** A string, or a number as one; empty where there is none. */
  String text() {
    return value == null ? "" : value.toString();
  }

  /** A whole number; 0 where there is none. */
  long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** A number; 0 where there is none. */
  double decimal() {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  /** A truth; false where there is none. */
  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }
}
