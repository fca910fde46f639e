package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import news.cuttings.Filed;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to be needed on the disk before something long is begun. */
class RoomTest {
  /** Remembers the most bytes that were there at once. */
  private static final class Measured extends FilterDirectory {
    private long most;

    Measured() {
      super(new ByteBuffersDirectory());
    }

    private long bytes() throws IOException {
      long bytes = 0;
      for (String file : listAll()) {
        bytes += fileLength(file);
      }
      return bytes;
    }

    synchronized long most() {
      return most;
    }

    /** Begins anew. */
    synchronized long measure() throws IOException {
      most = bytes();
      return most;
    }

    private synchronized void more() throws IOException {
      most = Math.max(most, bytes());
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      return new FilterIndexOutput("measured", name, super.createOutput(name, context)) {
        @Override
        public void close() throws IOException {
          super.close();
          more();
        }
      };
    }
  }

  private static final class Said implements StoryWriter.Holder {
    private final List<Long> needed = new ArrayList<>();
    private boolean refuses;

    @Override
    public void taken() {}

    @Override
    public void leaving() {}

    @Override
    public void needs(long bytes) throws IOException {
      needed.add(bytes);
      if (refuses) {
        throw new IOException("no room");
      }
    }
  }

  private static List<Story> stories(int seed, int count) {
    Random random = new Random(seed);
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder body = new StringBuilder();
      for (int k = 0; k < 150; k++) {
        int rank = (int) (20_000 * Math.pow(random.nextDouble(), 4));
        body.append(Integer.toString(rank + 400, 30)).append(k % 12 == 11 ? ".\n" : " ");
      }
      stories.add(Story.builder().id("s" + i).headline("Talks " + i).body(body.toString()).build());
    }
    return stories;
  }

  private static final int MANY = 600;

  /** More than the file of a commit takes, which is written even where nothing is left to merge. */
  private static final long COMMIT_BYTES = 1_000;

  /** What may be done, and how. */
  enum Work {
    OPTIMIZE {
      @Override
      void in(StoryWriter writer, List<Story> stories) throws IOException {
        writer.optimize(1);
      }
    },
    PURGE {
      @Override
      void in(StoryWriter writer, List<Story> stories) throws IOException {
        writer.purge();
      }
    },
    REBUILD {
      @Override
      void in(StoryWriter writer, List<Story> stories) throws IOException {
        writer.rebuild(to -> {
          for (Story story : stories) {
            to.page(List.of(story));
          }
        });
      }
    };

    abstract void in(StoryWriter writer, List<Story> stories) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void isEnoughAndNotMuchMore(Work work) throws IOException {
    List<Story> stories = stories(1, MANY);
    for (int removed : new int[] {MANY, 5}) {
      try (Measured disk = new Measured()) {
        Said said = new Said();
        try (StoryWriter writer = open(disk, said)) {
          for (int i = 0; i < MANY; i++) {
            writer.add(stories.subList(i, i + 1));
            if (i % (MANY / 7) == 0) {
              writer.commit();
            }
          }
          List<Story> kept = new ArrayList<>();
          for (int i = 0; i < MANY; i++) {
            if (i % removed == 0) {
              writer.delete("s" + i);
            } else {
              kept.add(stories.get(i));
            }
          }
          writer.commit();
          long before = disk.measure();
          work.in(writer, kept);
          long took = disk.most() - before;
          assertThat(said.needed).hasSize(1);
          assertThat(said.needed.getFirst())
              .as("%s with one of %d removed took %d", work, removed, took)
              .isBetween(took - COMMIT_BYTES, took + before);
        }
      }
    }
  }

  @Test
  void whatIsRefusedHasChangedNothing() throws IOException {
    for (Work work : Work.values()) {
      try (Measured disk = new Measured()) {
        Said said = new Said();
        try (StoryWriter writer = open(disk, said)) {
          writer.add(stories(1, 100));
          writer.commit();
          writer.add(stories(2, 80));
          writer.delete("s99");
          writer.commit();
          Set<String> before = Set.of(disk.listAll());
          said.refuses = true;
          assertThatThrownBy(() -> work.in(writer, List.of())).hasMessage("no room");
          assertThat(disk.listAll()).containsExactlyInAnyOrderElementsOf(before);
          said.refuses = false;
          writer.add(stories(3, 110));
          assertThat(writer.commit().added()).isEqualTo(11);
        }
        try (DirectoryReader reader = DirectoryReader.open(disk)) {
          assertThat(reader.numDocs()).isEqualTo(110);
        }
      }
    }
  }

  private static StoryWriter open(Directory disk, StoryWriter.Holder holder) throws IOException {
    return StoryWriter.open(disk, Filed.people(), StoryWriter.Weighing.USUAL, holder);
  }
}
