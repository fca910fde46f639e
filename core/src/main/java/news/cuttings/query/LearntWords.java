package news.cuttings.query;

import java.io.IOException;
import java.util.Optional;
import news.cuttings.index.WordFiles;
import news.cuttings.index.WordVectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the words that the last reader's commit goes with: they are read when a story that has no
 * vector is first asked about, and not again. Safe for use by many threads.
 */
final class LearntWords {
  private volatile @Nullable Kept kept;

  private record Kept(Directory directory, String file, Optional<WordVectors> words) {}

  /** The words; empty where nothing was learnt. */
  Optional<WordVectors> of(IndexReader reader) throws IOException {
    if (!(reader instanceof DirectoryReader of)) {
      return Optional.empty();
    }
    var commit = of.getIndexCommit().getUserData();
    Optional<String> file = WordFiles.name(commit);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Kept last = kept;
    if (last == null || !last.directory.equals(of.directory()) || !last.file.equals(file.get())) {
      last = new Kept(of.directory(), file.get(), WordFiles.find(of.directory(), commit));
      kept = last;
    }
    return last.words;
  }
}
