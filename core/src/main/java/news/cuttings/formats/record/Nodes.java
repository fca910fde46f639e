package news.cuttings.formats.record;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads and writes records as JSON. */
final class Nodes {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(4 * Story.MAX_LENGTH)
                  .build())
          .build();

  private Nodes() {}

  /**
   * The record that the text of one JSON object is.
   *
   * @throws BadStoryException where it is none
   */
  static Node.Obj read(String json) throws BadStoryException {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new BadStoryException("a story is a JSON object, this is something else");
      }
      Node.Obj object = object(in);
      if (in.nextToken() != null) {
        throw new BadStoryException("not valid JSON: text after the end of the object");
      }
      return object;
    } catch (JacksonException e) {
      throw new BadStoryException(
          "not valid JSON: " + StoryJson.fault(String.valueOf(e.getOriginalMessage())), e);
    } catch (UncheckedIOException e) {
      throw new BadStoryException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether the text is one JSON object. */
  static boolean isWhole(String json) {
    try {
      read(json);
      return true;
    } catch (BadStoryException e) {
      return false;
    }
  }

  private static Node node(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> {
        List<Node> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          values.add(node(in));
        }
        yield new Node.Arr(values);
      }
      case VALUE_STRING -> new Node.Text(in.getString());
      case VALUE_NULL -> new Node.Null();
      default -> new Node.Other(in.getString());
    };
  }

  private static Node.Obj object(JsonParser in) {
    Map<String, Node> values = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = in.currentName();
      in.nextToken();
      values.put(key, node(in));
    }
    return new Node.Obj(values);
  }

  /** The text of a record as JSON. */
  static String write(Node.Obj object) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      write(object, json);
    }
    return out.toString();
  }

  private static void write(Node node, JsonGenerator json) {
    switch (node) {
      case Node.Obj object -> {
        json.writeStartObject();
        object
            .values()
            .forEach((key, value) -> {
              json.writeName(key);
              write(value, json);
            });
        json.writeEndObject();
      }
      case Node.Arr array -> {
        json.writeStartArray();
        array.values().forEach(value -> write(value, json));
        json.writeEndArray();
      }
      case Node.Text text -> json.writeString(text.text());
      case Node.Other other -> json.writeRawValue(other.text());
      case Node.Null none -> json.writeNull();
    }
  }
}
