package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Lucene's own check of an index. */
public final class CheckedFiles {
  private CheckedFiles() {}

  /** Fails where the index in the folder is unsound; nobody may be writing in it. */
  public static void check(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      check(directory);
    }
  }

  /** Checks the index of a directory. */
  public static void check(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      assertThat(check.checkIndex().clean).isTrue();
    }
  }
}
