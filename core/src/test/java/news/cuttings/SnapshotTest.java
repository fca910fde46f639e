package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of an index. */
class SnapshotTest {
  @TempDir private Path folder;

  @Test
  void copiesTheLastCommitAndNothingSince() throws IOException {
    try (StoryIndex index = open("index")) {
      assertThatThrownBy(() -> index.maintenance().snapshot(copy()))
          .isInstanceOf(NoIndexException.class);
      index.add(story(1));
      index.refresh();
      assertThatThrownBy(() -> index.maintenance().snapshot(copy()))
          .isInstanceOf(NoIndexException.class);
      index.commit();
      index.add(story(2));
      Snapshot snapshot = index.maintenance().snapshot(copy());
      assertThat(snapshot.stories()).isEqualTo(1);
      assertThat(snapshot.copied()).isEqualTo(snapshot.bytes()).isPositive();
      assertThat(ids(copy())).containsExactly("s1");
    }
    CheckedFiles.check(copy());
  }

  @Test
  void aSecondCopiesWhatHasChangedAndRemovesWhatIsNoMore() throws IOException {
    try (StoryIndex index = open("index")) {
      for (int i = 0; i < 300; i++) {
        index.add(story(i));
      }
      index.commit();
      Snapshot first = index.maintenance().snapshot(copy());
      index.add(story(300));
      index.commit();
      Snapshot second = index.maintenance().snapshot(copy());
      assertThat(second.stories()).isEqualTo(301);
      assertThat(second.copied()).isPositive().isLessThan(first.bytes() / 2);
      index.maintenance().optimize(1);
      Snapshot third = index.maintenance().snapshot(copy());
      assertThat(third.copied()).isEqualTo(third.bytes());
      assertThat(bytes(copy())).isEqualTo(third.bytes());
      assertThat(index.maintenance().snapshot(copy()).copied()).isZero();
    }
    try (StoryIndex again = open("index")) {
      again.add(story(301));
      again.commit();
      assertThat(again.maintenance().snapshot(copy()).stories())
          .as("the same index")
          .isEqualTo(302);
    }
    CheckedFiles.check(copy());
  }

  @Test
  void otherProcessesAndWritersGoOn() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (StoryIndex index = open("index");
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      index.add(story(0));
      index.commit();
      Future<Integer> written =
          thread.submit(() -> {
            int last = 0;
            while (!done.get()) {
              index.add(story(++last));
              index.commit();
              if (last % 20 == 0) {
                index.maintenance().purge(); // the commit that is being copied must not go
              }
            }
            return last;
          });
      try (StoryIndex reader = StoryIndex.openReadOnly(folder.resolve("index"))) {
        long before = 0;
        for (int i = 0; i < 20; i++) {
          StoryIndex which = i % 2 == 0 ? index : reader;
          Path to = folder.resolve("copy-" + i % 2);
          assertThat(which.maintenance().snapshot(to).stories()).isGreaterThanOrEqualTo(before);
          before = ids(to).size();
          assertThat(Maintenance.check(to).problems()).isEmpty();
        }
      } finally {
        done.set(true);
      }
      int last = written.get();
      assertThat(index.maintenance().stats().stories()).isEqualTo(last + 1);
    }
  }

  @Test
  @SuppressWarnings("try") // what is closed early is closed again without harm
  void refusesWhatIsNotItsOwn() throws IOException {
    try (StoryIndex index = open("index");
        StoryIndex other = open("other")) {
      index.add(story(1));
      index.commit();
      other.add(story(2));
      other.commit();
      Path notes = Files.createDirectory(folder.resolve("notes"));
      Files.writeString(notes.resolve("a.txt"), "text");
      assertThatThrownBy(() -> index.maintenance().snapshot(notes))
          .isInstanceOf(NoIndexException.class)
          .hasMessageContaining("other files");
      Path file = notes.resolve("a.txt");
      assertThatThrownBy(() -> index.maintenance().snapshot(file)).isInstanceOf(IOException.class);
      Path itself = folder.resolve("index/../index");
      assertThatThrownBy(() -> index.maintenance().snapshot(itself))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("itself");
      assertThatThrownBy(() -> index.maintenance().snapshot(folder.resolve("other")))
          .isInstanceOf(IndexLockedException.class);
      other.close();
      assertThatThrownBy(() -> index.maintenance().snapshot(folder.resolve("other")))
          .hasMessageContaining("another index");
      assertThat(ids(folder.resolve("other"))).containsExactly("s2");
    }
  }

  @Test
  void refusesACopyThatWasWrittenIn() throws IOException {
    try (StoryIndex index = open("index")) {
      index.add(story(1));
      index.commit();
      index.maintenance().snapshot(copy());
      try (StoryIndex written = open("copy")) {
        written.add(story(2));
      }
      index.add(story(3));
      index.commit();
      assertThatThrownBy(() -> index.maintenance().snapshot(copy()))
          .hasMessageContaining("written in");
      assertThat(ids(copy())).containsExactly("s1", "s2");
    }
  }

  @Test
  void aCopyCutShortIsGoneOnWith() throws IOException {
    try (StoryIndex index = open("index")) {
      for (int i = 0; i < 3; i++) {
        index.add(story(i));
        index.commit();
      }
      index.maintenance().snapshot(copy());
      try (Stream<Path> files = Files.list(copy())) { // as if it had ended before the list
        for (Path file : files.toList()) {
          if (file.getFileName().toString().startsWith("segments_")) {
            Files.delete(file);
          }
        }
      }
      Files.write(copy().resolve("cuttings.part"), new byte[] {1, 2, 3});
      assertThat(index.maintenance().snapshot(copy()).stories()).isEqualTo(3);
      assertThat(copy().resolve("cuttings.part")).doesNotExist();
      assertThat(ids(copy())).hasSize(3);
    }
  }

  @Test
  void anInterruptEndsItAndNothingElse() throws IOException {
    try (StoryIndex index = open("index")) {
      index.add(story(1));
      index.commit();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> index.maintenance().snapshot(copy()))
          .isInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();
      index.add(story(2));
      index.commit();
      assertThat(index.maintenance().snapshot(copy()).stories()).isEqualTo(2);
    }
  }

  private static long bytes(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static List<String> ids(Path of) throws IOException {
    List<String> ids = new ArrayList<>();
    try (StoryIndex index = StoryIndex.openReadOnly(of)) {
      index.export(story -> ids.add(story.id()));
    }
    return ids;
  }

  private Path copy() {
    return folder.resolve("copy");
  }

  private StoryIndex open(String name) throws IOException {
    return StoryIndex.at(folder.resolve(name)).people(Filed.people()).open();
  }

  private static Story story(int number) {
    return Story.builder().id("s" + number).body("A story of number " + number + ".").build();
  }
}
