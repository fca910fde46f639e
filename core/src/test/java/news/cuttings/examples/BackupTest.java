package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import news.cuttings.Maintenance;
import news.cuttings.Snapshot;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore: a copy while filing goes on, checked, and used in the index's place. */
class BackupTest {
  @TempDir private Path folder;

  @Test
  void aBackupIsAnIndexToGoOnWith() throws IOException {
    Path backup = folder.resolve("backup");
    try (StoryIndex index = StoryIndex.open(folder.resolve("index"))) {
      index.add(Story.builder().body("Herring are late.").build());
      index.commit();
      Snapshot first = index.maintenance().snapshot(backup); // of the last commit
      assertThat(first.stories()).isEqualTo(1);

      index.add(Story.builder().body("Herring are back.").build());
      index.commit();
      Snapshot second = index.maintenance().snapshot(backup); // copies what is new
      assertThat(second.stories()).isEqualTo(2);
      assertThat(second.copied()).isLessThan(second.bytes());
    }
    assertThat(Maintenance.check(backup).isSound()).isTrue(); // read byte by byte

    // To restore, put the copy where the index was, or open it where it is.
    try (StoryIndex restored = StoryIndex.openReadOnly(backup)) {
      assertThat(restored.search(StoryQuery.words("herring"))).hasSize(2);
    }
    Path anew = folder.resolve("anew");
    try (StoryIndex restored = StoryIndex.openReadOnly(backup)) {
      restored.maintenance().snapshot(anew); // a backup copies itself too
    }
    try (StoryIndex index = StoryIndex.open(anew)) {
      index.add(Story.builder().body("Herring again.").build());
      index.commit();
      assertThat(index.search(StoryQuery.words("herring"))).hasSize(3);
    }
  }
}
