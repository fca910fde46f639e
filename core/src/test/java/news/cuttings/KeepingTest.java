package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.people.People;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping an index: removing, purging, rebuilding, checking. */
class KeepingTest {
  @TempDir private Path folder;

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }

  private static List<String> ids(StoryIndex index) throws IOException {
    List<String> ids = new ArrayList<>();
    index.export(story -> ids.add(story.id()));
    return ids;
  }

  @Test
  void removesWhatMatchesAllOfTheWords() throws IOException {
    try (StoryIndex index =
        Filed.of(List.of(story("a", "Fish talks."), story("b", "Fish."), story("c", "Talks.")))) {
      assertThat(index.delete(StoryQuery.parse("fish talks"))).isEqualTo(1);
      assertThat(index.commit().deleted()).isEqualTo(1);
      assertThat(ids(index)).containsExactly("b", "c");
      assertThat(index.delete(StoryQuery.parse("fish talks").match(StoryQuery.Match.ANY)))
          .isEqualTo(2);
      index.commit();
      assertThat(ids(index)).isEmpty();
    }
  }

  @Test
  void removesByTheFileItWasReadFrom() throws IOException {
    Story there =
        Story.builder().id("a").body("A.").origin(Origin.of("pages/a b.txt", null, 3)).build();
    Story elsewhere =
        Story.builder().id("b").body("B.").origin(Origin.of("pages/a", null, 3)).build();
    try (StoryIndex index = Filed.of(List.of(there, elsewhere))) {
      StoryQuery which = StoryQuery.everything().label(Field.ORIGIN, "pages/a b.txt");
      assertThat(index.delete(which)).isEqualTo(1);
      index.commit();
      assertThat(ids(index)).containsExactly("b");
    }
  }

  @Test
  void aPurgeLeavesNoFileWithTheText() throws IOException {
    String secret = "zyxwvutsrqponmlkjihgfedcba";
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      for (int i = 0; i < 200; i++) {
        index.add(story("s" + i, "Text " + i + " of no secrecy. " + (i == 77 ? secret : "")));
      }
      index.commit();
      assertThat(index.search(StoryQuery.words(secret))).hasSize(1); // a view is kept for a cursor
      assertThat(holding(secret)).isNotEmpty();
      index.delete("s77");
      index.maintenance().purge();
      assertThat(holding(secret)).isEmpty();
      assertThat(index.maintenance().stats().stories()).isEqualTo(199);
    }
  }

  /** The files that hold the term: postings keep it as it is, whatever packs the stored text. */
  private List<Path> holding(String term) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.contains(term)) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  @Test
  void rebuildingFilesEveryStoryAnew() throws IOException {
    Story page = story("p", "Jürgen Klopp spoke to David Coote.");
    try (StoryIndex index = StoryIndex.at(folder).people(People.off()).open()) {
      index.add(page);
      index.add(story("q", "Other text."));
      index.commit();
      assertThat(index.story("p").orElseThrow().people()).isEmpty();
    }
    try (StoryIndex index = StoryIndex.at(folder).people(People.standard()).forRebuilding().open();
        StoryIndex reader = StoryIndex.openReadOnly(folder)) {
      index.maintenance().rebuild();
      assertThat(reader.story("p").orElseThrow().people()).isEmpty();
      reader.refresh();
      assertThat(reader.story("p").orElseThrow().people())
          .extracting(Person::name)
          .containsExactly("Jürgen Klopp", "David Coote");
      assertThat(reader.maintenance().stats().stories()).isEqualTo(2);
    }
  }

  @Test
  void optimizingPutsSegmentsTogether() throws IOException {
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      for (int i = 0; i < 5; i++) {
        index.add(story("s" + i, "Text."));
        index.commit();
      }
      assertThat(index.maintenance().stats().segments()).isGreaterThan(1);
      index.maintenance().optimize(1);
      assertThat(index.maintenance().stats().segments()).isEqualTo(1);
      assertThatThrownBy(() -> index.maintenance().optimize(0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aSoundIndexIsSound() throws IOException {
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      index.add(story("a", "A."));
      index.add(story("b", "B."));
      index.commit();
      Soundness soundness = Maintenance.check(folder);
      assertThat(soundness.problems()).isEmpty();
      assertThat(soundness.isSound()).isTrue();
      assertThat(soundness.stories()).isEqualTo(2);
    }
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      index.add(story("a", "A story of some length, so that there is a byte to change in it."));
      index.commit();
    }
    changeByte(folder, ".cfs");
    assertThat(Maintenance.check(folder).isSound()).isFalse();
    changeByte(folder, ".si"); // which is read whole by whoever opens
    assertThatThrownBy(() -> StoryIndex.openReadOnly(folder).close())
        .isInstanceOf(DamagedIndexException.class)
        .hasMessageContaining("check");
  }

  /** Changes a bit in the middle of the largest file whose name ends so. */
  private static void changeByte(Path folder, String end) throws IOException {
    Path largest;
    try (Stream<Path> files = Files.list(folder)) {
      largest =
          files
              .filter(file -> file.getFileName().toString().endsWith(end))
              .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
  }
}
