package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.BadStoryException;

/**
 * Reads anybody's JSON objects: one a line, over several lines each, as the elements of one array,
 * or within the answer of a service. What their keys mean is told by their names.
 */
public final class JsonReader implements StoryReader {
  /** How what we have written ourselves begins: nothing of it needs to be guessed. */
  private static final Pattern OURS =
      Pattern.compile(
          "\\{\"id\":\"(?:[^\"\\\\]|\\\\.)*+\",\"headline\":(?:null|\").*", Pattern.DOTALL);

  /** Between a line and one that opens an object, not indented as those within another are. */
  private static final Pattern LINE = Pattern.compile("\n(?=\\{)");

  @Override
  public Evidence evidence(Sample sample) {
    return JsonSigns.in(sample);
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    JsonRecords cut = new JsonRecords(in, intake.decoder());
    Records records = new Records(intake);
    while (cut.next()) {
      if (cut.isTooLong()) {
        intake.skipTooLong(cut.line(), cut.text());
      } else if (!cut.text().isBlank()) {
        read(cut.text(), cut.line(), records, intake);
      }
    }
    records.end();
  }

  private static void read(String text, long line, Records records, Intake intake) {
    String json = text.replace('\n', ' ');
    if (!LINE.matcher(text).find() || Nodes.isWhole(json)) {
      one(json, line, records, intake);
      return;
    }
    long at = line; // the first of these lines was cut short, the others may be whole
    for (String piece : LINE.split(text, -1)) {
      one(bare(piece), at, records, intake);
      at += piece.chars().filter(c -> c == '\n').count() + 1;
    }
  }

  /** Without what stands behind an element of an array. */
  private static String bare(String piece) {
    int end = piece.length();
    while (end > 0 && " \n,]".indexOf(piece.charAt(end - 1)) >= 0) {
      end--;
    }
    return piece.substring(0, end).replace('\n', ' ');
  }

  private static void one(String json, long line, Records records, Intake intake) {
    if (intake.wishes().names().isEmpty() && isOurs(json)) {
      guarded(json, line, intake, () -> records.take(json, line, json));
    } else {
      guarded(json, line, intake, () -> all(json, line, records, intake));
    }
  }

  private static void all(String json, long line, Records records, Intake intake)
      throws BadStoryException {
    Node.Obj object = Nodes.read(json);
    List<Node.Obj> within =
        intake.wishes().names().isEmpty() || !KeyFinder.isStory(object)
            ? Wrapper.records(object)
            : List.of(object);
    if (within.size() == 1 && within.getFirst().equals(object)) {
      if (isOrder(object)) {
        intake.drop(line, "an order to a database", json);
        records.named(object.values().values().iterator().next());
      } else {
        records.take(object, line, json);
      }
      return;
    }
    for (Node.Obj record : within) {
      if (isOther(record)) {
        intake.drop(line, "something that stories refer to", Nodes.write(record));
        continue;
      }
      String written = Nodes.write(record);
      guarded(written, line, intake, () -> records.take(record, line, written));
    }
  }

  /** An organisation, a site: says itself what it is, and has nothing that a story has. */
  private static boolean isOther(Node.Obj record) {
    return record.values().containsKey("@type") && !KeyFinder.isStory(record);
  }

  /** {@code {"index":{"_id":"1"}}}: stands between the records of a dump. */
  private static boolean isOrder(Node.Obj object) {
    return object.values().size() == 1
        && object.values().keySet().iterator().next().matches("index|create|delete|update")
        && object.values().values().iterator().next() instanceof Node.Obj;
  }

  private static boolean isOurs(String json) {
    return OURS.matcher(json).matches()
        && json.contains("\"body\":\"")
        && json.contains("\"people\":[")
        && json.contains("\"date\":")
        && json.contains("\"source\":");
  }

  /** What may find that a record is no story. */
  private interface Taking {
    void take() throws BadStoryException;
  }

  private static void guarded(String json, long line, Intake intake, Taking taking) {
    try {
      taking.take();
    } catch (BadStoryException e) {
      String why = String.valueOf(e.getMessage());
      intake.skip(line, why.startsWith("neither") ? "no text" : "bad JSON", why, json);
    }
  }
}
