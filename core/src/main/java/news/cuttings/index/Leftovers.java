package news.cuttings.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The files that a writer which has ended may leave: those of a merge that failed, for Lucene
 * removes nothing once its disk has, and those that a reader of its own held open. The next writer
 * removes them when it opens; a disk that is full cannot wait for it.
 */
final class Leftovers {
  private Leftovers() {}

  /** Removes them, unless somebody writes by now: who opens a writer has removed them. */
  static void remove(Directory directory) throws IOException {
    if (!areThere(directory)) {
      return;
    }
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setIndexDeletionPolicy(new RecentCommits(System::nanoTime, directory))
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setCommitOnClose(false);
    try {
      new IndexWriter(directory, config).rollback(); // opening does it
    } catch (LockObtainFailedException e) {
      // the other has done it
    }
  }

  private static boolean areThere(Directory directory) throws IOException {
    Set<String> named = new HashSet<>();
    if (DirectoryReader.indexExists(directory)) {
      SegmentInfos last = SegmentInfos.readLatestCommit(directory);
      named.addAll(last.files(true));
    }
    for (String file : directory.listAll()) {
      boolean isLucenes =
          file.startsWith("_") || file.startsWith("segments") || file.startsWith("pending_");
      if (isLucenes && !named.contains(file)) {
        return true;
      }
    }
    return false;
  }
}
