package news.cuttings;

import java.io.IOException;
import java.time.LocalDate;
import news.cuttings.index.CommitData;
import news.cuttings.index.Schema;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Reads the figures of an index. */
final class Statistics {
  private Statistics() {}

  static IndexStats of(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    long stories = reader.numDocs();
    long dated = searcher.count(new FieldExistsQuery(Schema.DATE));
    byte[] first = PointValues.getMinPackedValue(reader, Schema.DATE);
    byte[] last = PointValues.getMaxPackedValue(reader, Schema.DATE);
    long bytes = 0;
    String lucene = "";
    if (reader instanceof DirectoryReader committed) {
      bytes = size(committed.directory());
      lucene = committed.getIndexCommit().getUserData().getOrDefault(CommitData.LUCENE, "");
    }
    return new IndexStats(
        stories,
        stories - dated,
        distinct(reader, Schema.PERSON),
        distinct(reader, Schema.SOURCE),
        bytes,
        reader.leaves().size(),
        day(first),
        day(last),
        lucene);
  }

  private static long distinct(IndexReader reader, String field) throws IOException {
    SortedSetDocValues values = MultiDocValues.getSortedSetValues(reader, field);
    return values == null ? 0 : values.getValueCount();
  }

  private static @Nullable LocalDate day(byte @Nullable [] packed) {
    return packed == null ? null : LocalDate.ofEpochDay(LongPoint.decodeDimension(packed, 0));
  }

  private static long size(Directory directory) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      try {
        bytes += directory.fileLength(file);
      } catch (IOException e) {
        // merged away since it was listed
      }
    }
    return bytes;
  }
}
