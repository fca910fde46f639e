package news.cuttings.cli;

import java.io.StringWriter;
import java.util.function.Consumer;
import news.cuttings.query.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON objects on a line each. */
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLine() {}

  /** An object of those properties, on one line. */
  static String object(Consumer<JsonGenerator> properties) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      properties.accept(json);
      json.writeEndObject();
    }
    return out.toString();
  }

  /** An array of strings as a property. */
  static void strings(JsonGenerator json, String name, Iterable<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** A string or null as a property. */
  static void string(JsonGenerator json, String name, @Nullable String value) {
    json.writeStringProperty(name, value);
  }

  /** Which of a query's words stories have; nothing where it has not several. */
  static void words(JsonGenerator json, Words words) {
    if (words != Words.SAME) {
      json.writeStringProperty("words", words == Words.ALL ? "all" : "any");
    }
  }

  /** A number with so many decimals at most. */
  static double rounded(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.round(number * scale) / scale;
  }
}
