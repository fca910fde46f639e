package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** A page of the real corpus with what people say is on it. */
record GoldPage(
    String id, String url, String title, String author, String date, String text, Path file) {

  /** Of the choosing half; the others are held, to report on. */
  boolean isChosen() {
    return (((id.hashCode() * 0x9E3779B1) >>> 16) & 1) == 0;
  }

  byte[] bytes() {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<GoldPage> read(Path folder) {
    List<GoldPage> pages = new ArrayList<>();
    try (InputStream in =
            new GZIPInputStream(Files.newInputStream(folder.resolve("gold.jsonl.gz")));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      JsonFactory json = new JsonFactory();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser =
            json.createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
          parser.nextToken();
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) {
              fields.put(name, parser.getString());
            } else {
              parser.skipChildren();
            }
          }
        }
        String id = fields.getOrDefault("id", "");
        pages.add(
            new GoldPage(
                id,
                fields.getOrDefault("url", ""),
                fields.getOrDefault("title", ""),
                fields.getOrDefault("author", ""),
                fields.getOrDefault("date", ""),
                fields.getOrDefault("text", ""),
                folder.resolve("pages").resolve(id + ".html.gz")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }
}
