package news.cuttings.formats;

import java.io.IOException;
import java.io.InputStream;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;

/** Reads JSON objects: one a line, over several lines each, or as the elements of one array. */
final class JsonReader implements StoryReader {

  @Override
  public void read(InputStream in, Place place) throws IOException {
    JsonRecords records = new JsonRecords(in, place.decoder());
    while (records.next()) {
      if (records.isTooLong()) {
        place.skipTooLong(records.line(), records.text());
      } else if (!records.text().isBlank()) {
        story(records.text(), records.line(), place);
      }
    }
  }

  private static void story(String json, long line, Place place) {
    try {
      Story.Builder story =
          StoryJson.read(
              json,
              key -> place.names().getOrDefault(key, key),
              note -> place.warn(line, note.startsWith("no day") ? "date not read" : "JSON", note));
      place.story(story, line, json);
    } catch (BadStoryException e) {
      String why = String.valueOf(e.getMessage());
      place.skip(line, why.startsWith("neither") ? "no text" : "bad JSON", why, json);
    }
  }
}
