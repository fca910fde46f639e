package news.cuttings.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import news.cuttings.people.People;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Wrote the indices that later builds must open; {@code README.md} beside them says how. It needs
 * the packages story, people and index only, so that they can be compiled with another Lucene.
 */
final class OldIndex {
  private OldIndex() {}

  /** Writes an index of three stories, with a fourth removed, in the folder named first. */
  public static void main(String[] args) throws IOException {
    try (Directory directory = FSDirectory.open(Path.of(args[0]));
        StoryWriter writer =
            StoryWriter.open(
                directory, People.given(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
      writer.add(
          List.of(
              story(
                  "old-1",
                  "Talks on fish",
                  "The talks on fish went on for days. Nobody signed.",
                  "Alicia Bárcena",
                  LocalDate.of(2023, 12, 29)),
              story(
                  "old-2",
                  "A dam is not built",
                  "The dam on the Quillamarca is not built, Yaku Huamán said.",
                  "Yaku Huamán",
                  null)));
      writer.commit();
      writer.add(
          List.of(
              story(
                  "old-3",
                  "More talks",
                  "There were more talks on fish, and a walk-out.",
                  "Alicia Bárcena",
                  LocalDate.of(2024, 1, 2)),
              story(
                  "old-4",
                  "Removed",
                  "This story was removed.",
                  "Jo Ng",
                  LocalDate.of(2024, 1, 3))));
      writer.commit();
      writer.delete("old-4");
      writer.commit();
    }
  }

  private static Story story(
      String id, String headline, String body, String person, @Nullable LocalDate date) {
    return Story.builder()
        .id(id)
        .headline(headline)
        .body(body)
        .people(List.of(Person.given(person)))
        .date(date)
        .source("The Kestrel")
        .build();
  }
}
