package news.cuttings;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;

/** The commits of a directory in which another process may be writing. */
final class Commits {
  /** One removed while it was read is not met again. */
  private static final int ATTEMPTS = 10;

  private Commits() {}

  /**
   * The commits, the last one last. Lucene's own listing passes over a commit whose list of
   * segments has gone meanwhile, but not over one that has lost a segment.
   *
   * @throws DamagedIndexException where one cannot be read, however often it is tried
   */
  static List<IndexCommit> list(Directory directory) throws IOException {
    for (int left = ATTEMPTS; ; left--) {
      try {
        return DirectoryReader.listCommits(directory);
      } catch (CorruptIndexException e) {
        if (left == 1) {
          throw DamagedIndexException.of(e, "Maintenance.check tells how far");
        }
      } catch (FileNotFoundException | NoSuchFileException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }
}
