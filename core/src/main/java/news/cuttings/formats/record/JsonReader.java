package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;

/** Reads JSON objects: one a line, over several lines each, or as the elements of one array. */
public final class JsonReader implements StoryReader {
  @Override
  public Evidence evidence(Sample sample) {
    return JsonSigns.in(sample);
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    JsonRecords records = new JsonRecords(in, intake.decoder());
    while (records.next()) {
      if (records.isTooLong()) {
        intake.skipTooLong(records.line(), records.text());
      } else if (!records.text().isBlank()) {
        story(records.text(), records.line(), intake);
      }
    }
  }

  private static void story(String json, long line, Intake intake) {
    try {
      Story.Builder story =
          StoryJson.read(
              json,
              key -> intake.wishes().names().getOrDefault(key, key),
              intake.wishes().dates(),
              note ->
                  intake.warn(line, note.startsWith("no day") ? "date not read" : "JSON", note));
      intake.story(story, line, json);
    } catch (BadStoryException e) {
      String why = String.valueOf(e.getMessage());
      intake.skip(line, why.startsWith("neither") ? "no text" : "bad JSON", why, json);
    }
  }
}
