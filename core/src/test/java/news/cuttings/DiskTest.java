package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.cuttings.story.Story;
import org.apache.lucene.tests.mockfile.FilterFileStore;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs room on a disk is refused where there is none, before it begins. */
class DiskTest {
  @TempDir private Path folder;

  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  private final Disks disks = new Disks(room);

  /** The machine's file system, whose disks say that they have so much room. */
  private static final class Disks extends FilterFileSystemProvider {
    private final AtomicLong room;

    Disks(AtomicLong room) {
      super("disks://", FileSystems.getDefault());
      this.room = room;
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return new FilterFileStore(super.getFileStore(path), "disks") {
        @Override
        public long getUsableSpace() {
          return room.get();
        }
      };
    }
  }

  private interface Work {
    void on(StoryIndex index) throws IOException;
  }

  private Path onDisk() {
    return disks.wrapPath(folder.resolve("news"));
  }

  private static Set<String> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private void refuses(Work work) throws IOException {
    Path place = onDisk();
    try (StoryIndex index = Filed.open(place)) {
      for (int i = 0; i < 90; i++) {
        index.add(Story.builder().id("s" + i).body("Talks on fish and " + i + " other").build());
      }
      index
          .maintenance()
          .optimize(1); // so few segments that none are put together before they are asked to be
      index.add(Story.builder().id("s90").body("Talks on fish and 90 other").build());
      index.delete("s1");
      index.commit();
      Set<String> before = files(place);
      room.set(1_000);
      NoRoomException refused = catchThrowableOfType(NoRoomException.class, () -> work.on(index));
      assertThat(refused.free()).isEqualTo(1_000);
      assertThat(refused.needed()).isGreaterThan(1_000).isLessThan(500_000);
      assertThat(refused)
          .hasMessageContaining("the index at " + folder)
          .hasMessageContaining("1.0 kB free")
          .hasMessageContaining("needed");
      assertThat(files(place)).isEqualTo(before);
      index.add(Story.builder().id("more").body("Talks go on.").build());
      assertThat(index.commit().added()).isEqualTo(1);
      room.set(Long.MAX_VALUE);
      work.on(index);
      assertThat(index.maintenance().stats().stories()).isEqualTo(91);
    }
  }

  @Test
  void optimizing() throws IOException {
    refuses(index -> index.maintenance().optimize(1));
  }

  @Test
  void purging() throws IOException {
    refuses(index -> index.maintenance().purge());
  }

  @Test
  void rebuilding() throws IOException {
    refuses(index -> index.maintenance().rebuild());
  }

  @Test
  void copying() throws IOException {
    Path copy = disks.wrapPath(folder.resolve("copy"));
    refuses(index -> index.maintenance().snapshot(copy));
    try (StoryIndex copied = StoryIndex.openReadOnly(copy)) {
      assertThat(copied.maintenance().stats().stories()).isEqualTo(91);
    }
  }

  /** Some network disks say that they have no room, or less than that. */
  @Test
  void aDiskThatDoesNotTellRefusesNothing() throws IOException {
    try (StoryIndex index = Filed.open(onDisk())) {
      index.add(Story.builder().id("s").body("Talks").build());
      room.set(-1);
      index.maintenance().rebuild();
    }
  }
}
