package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.cuttings.story.Story;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCopierTest {
  @TempDir private Path folder;
  private Path index;
  private Path copy;

  @BeforeEach
  void begin() throws IOException {
    index = folder.resolve("index");
    copy = Files.createDirectory(folder.resolve("copy"));
    try (StoryIndex filed = Filed.open(index)) {
      for (int i = 0; i < 3; i++) {
        filed.add(Story.builder().id("s" + i).body("Talks on fish.").build());
        filed.commit();
      }
    }
  }

  private Snapshot copied(Directory from, FilterDirectory to) throws IOException {
    IndexCommit commit = Commits.list(from).getLast();
    return new SnapshotCopier(commit, to, new IndexFolder(copy)).copy();
  }

  @Test
  void goesOnWhenAWriterElsewhereHasRemovedTheCommit() throws IOException {
    try (Directory from = FSDirectory.open(index);
        Directory folder = FSDirectory.open(copy)) {
      FilterDirectory to =
          new FilterDirectory(folder) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
              for (String file : from.listAll()) {
                from.deleteFile(file);
              }
              return super.createOutput(name, context);
            }
          };
      assertThat(copied(from, to).stories()).isEqualTo(3);
    }
    CheckedFiles.check(copy);
  }

  @Test
  void aFullDiskIsNamedAndNoPartStays() throws IOException {
    try (Directory from = FSDirectory.open(index);
        Directory folder = FSDirectory.open(copy)) {
      FilterDirectory to =
          new FilterDirectory(folder) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
              return new FilterIndexOutput("full", name, super.createOutput(name, context)) {
                @Override
                public void writeBytes(byte[] b, int offset, int length) throws IOException {
                  super.writeBytes(b, offset, length / 2);
                  throw new IOException("No space left on device");
                }
              };
            }
          };
      assertThatThrownBy(() -> copied(from, to))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the disk of the copy at " + copy + " is full");
      assertThat(List.of(to.listAll())).containsExactly("write.lock");
    }
  }
}
