package news.cuttings.index;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/** Says why an index can be written no more, where Lucene has ended a writer. */
final class WriterFailure {
  private final IndexWriter writer;

  WriterFailure(IndexWriter writer) {
    this.writer = writer;
  }

  /** Whether Lucene has ended the writer. */
  boolean hasCome() {
    return writer.getTragicException() != null;
  }

  /** What to tell whoever met that. */
  IOException told(Exception e) {
    Throwable cause = writer.getTragicException();
    if (cause instanceof CorruptIndexException damage) {
      return damaged(damage, e);
    }
    return new IOException(
        place()
            + " can be written no more"
            + (cause == null ? "" : ": " + cause.getMessage())
            + "; what was committed is safe, open the index again",
        e);
  }

  /** The index, and where it is unless it is in memory. */
  String place() {
    return FilterDirectory.unwrap(writer.getDirectory()) instanceof FSDirectory folder
        ? "the index at " + folder.getDirectory()
        : "the index";
  }

  /** What to tell whoever met damage. */
  static IOException damaged(CorruptIndexException damage, Exception e) {
    return new IOException(
        "the index is damaged ("
            + damage.getOriginalMessage()
            + "); Maintenance.check tells how far. Restore a snapshot, or index the files again",
        e);
  }
}
