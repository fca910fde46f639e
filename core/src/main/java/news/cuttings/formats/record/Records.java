package news.cuttings.formats.record;

import java.util.HashSet;
import java.util.Set;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.jspecify.annotations.Nullable;

/** Files the records of one input, and says how their keys were taken. */
final class Records {
  private static final Parts OURS = Parts.of("every field", "the key of its name");

  /** An input's records may differ; beyond so many ways to take them no more are told. */
  private static final int TOLD = 3;

  private static final int ENOUGH = 3;

  private final Intake intake;
  private final Set<String> told = new HashSet<>();
  private long stories;
  private long withoutText;
  private @Nullable Node id;

  Records(Intake intake) {
    this.intake = intake;
  }

  /** Takes an order of a dump: what follows has the id that it names. */
  void named(Node order) {
    id = order instanceof Node.Obj object ? object.values().get("_id") : null;
  }

  /**
   * Takes one record.
   *
   * @param record the record; is changed
   * @param written its text, for those who want to mend it
   */
  void take(Node.Obj record, long line, String written) throws BadStoryException {
    if (id != null) {
      record.values().putIfAbsent("_id", id);
      id = null;
    }
    String keys = String.join(", ", record.values().keySet());
    WholePage.unfold(record, intake);
    StoryRecord taken = StoryRecord.of(record, intake.wishes());
    boolean hasHeadline = taken.json().values().containsKey(Meaning.HEADLINE.key());
    if (!taken.hasText() && !hasHeadline) {
      throw new BadStoryException(
          "neither headline nor body; the keys are "
              + (keys.isEmpty()
                  ? "none"
                  : keys.length() > 200 ? keys.substring(0, 200) + "…" : keys));
    }
    if (!taken.hasText() && !taken.isOurs() && !intake.wishes().headlinesOnly()) {
      intake.skip(
          line,
          "no text",
          "a headline and no text, as lists of titles and addresses have;"
              + " StoryFiles.headlinesOnly files it",
          written);
      return;
    }
    if (!taken.reading().isEmpty() && told.size() < TOLD && told.add(taken.reading())) {
      intake.note(line, taken.reading());
    }
    take(Nodes.write(taken.json()), line, written, taken.parts());
    withoutText += taken.hasText() ? 0 : 1;
  }

  /** Takes one record of ours. */
  void take(String json, long line, String written) throws BadStoryException {
    take(json, line, written, OURS);
  }

  private void take(String json, long line, String written, Parts parts) throws BadStoryException {
    stories++;
    Story.Builder story =
        StoryJson.read(
            json,
            key -> key,
            intake.wishes().dates(),
            note -> intake.warn(line, note.startsWith("no day") ? "date not read" : "JSON", note));
    intake.story(story, line, written, parts);
  }

  /** Tells what holds of all of them. */
  void end() {
    if (stories >= ENOUGH && withoutText * 2 > stories) {
      intake.note(
          0,
          withoutText
              + " of "
              + stories
              + " records have a headline and no text; if there is one, StoryFiles.names says"
              + " where");
    }
  }
}
