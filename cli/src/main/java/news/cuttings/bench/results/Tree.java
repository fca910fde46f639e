package news.cuttings.bench.results;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Results as they are written: a JSON value made of maps, lists, strings, numbers and booleans.
 * What is not there reads as empty: an empty list, an empty text, not a number.
 *
 * @param value the value
 */
public record Tree(Object value) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Tree NOTHING = new Tree("");

  /** A map with those names and values in turn. */
  public static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /**
   * Reads a file of JSON.
   *
   * @throws BadFileException where it is none
   */
  public static Tree read(Path file) throws IOException {
    try {
      return parse(TextFile.whole(file));
    } catch (JacksonException e) {
      throw new BadFileException(file + ": not valid JSON: " + e.getOriginalMessage());
    }
  }

  /** The value of that JSON. */
  public static Tree parse(String json) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      in.nextToken();
      return new Tree(value(in));
    }
  }

  private static Object value(JsonParser in) {
    JsonToken token = in.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          map.put(name, value(in));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(in));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null -> "";
      default -> in.getString();
    };
  }

  /** The value as JSON. */
  public String json() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      write(json, value);
    }
    return out.toString();
  }

  /** Writes it to a file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, json() + "\n", StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, of) -> {
          json.writeName(String.valueOf(name));
          write(json, of);
        });
        json.writeEndObject();
      }
      case Iterable<?> list -> {
        json.writeStartArray();
        list.forEach(of -> write(json, of));
        json.writeEndArray();
      }
      case Double number -> json.writeNumber(Math.round(number * 1e4) / 1e4);
      case Number number -> json.writeNumber(number.longValue());
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }

  /** The value of that name. */
  public Tree at(String name) {
    Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
    return found == null ? NOTHING : new Tree(found);
  }

  /** The values of a list. */
  public List<Tree> list() {
    List<Tree> list = new ArrayList<>();
    if (value instanceof Iterable<?> values) {
      values.forEach(of -> list.add(new Tree(of)));
    }
    return list;
  }

  /** The names of a map, in order. */
  public List<String> names() {
    return value instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The text. */
  public String text() {
    return value instanceof Map || value instanceof Iterable ? "" : value.toString();
  }

  /** The number. */
  public double number() {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return value.equals("");
  }
}
