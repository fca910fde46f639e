package news.cuttings;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import news.cuttings.index.CommitData;
import news.cuttings.index.Schema;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongBitSet;
import org.jspecify.annotations.Nullable;

/** Reads the figures of an index. */
final class StatsReader {
  private StatsReader() {}

  static IndexStats of(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    long stories = reader.numDocs();
    long dated = searcher.count(new FieldExistsQuery(Schema.DATE));
    long bytes = 0;
    String lucene = "";
    if (reader instanceof DirectoryReader committed) {
      bytes = size(committed);
      lucene = committed.getIndexCommit().getUserData().getOrDefault(CommitData.LUCENE, "");
    }
    return new IndexStats(
        stories,
        stories - dated,
        distinct(reader, Schema.PERSON),
        distinct(reader, Schema.SOURCE),
        bytes,
        reader.leaves().size(),
        day(searcher, false),
        day(searcher, true),
        lucene);
  }

  private static long distinct(IndexReader reader, String field) throws IOException {
    SortedSetDocValues values = MultiDocValues.getSortedSetValues(reader, field);
    if (values == null) {
      return 0;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    if (live == null) {
      return values.getValueCount();
    }
    LongBitSet used = new LongBitSet(values.getValueCount());
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (int i = 0; live.get(values.docID()) && i < values.docValueCount(); i++) {
        used.set(values.nextOrd());
      }
    }
    return used.cardinality();
  }

  /** The day of the earliest or the latest story: of stories removed nothing is told. */
  private static @Nullable LocalDate day(IndexSearcher searcher, boolean last) throws IOException {
    Sort sort = new Sort(new SortField(Schema.DATE, SortField.Type.LONG, last));
    ScoreDoc[] hits = searcher.search(new FieldExistsQuery(Schema.DATE), 1, sort).scoreDocs;
    return hits.length == 0
        ? null
        : LocalDate.ofEpochDay((Long) Objects.requireNonNull(((FieldDoc) hits[0]).fields)[0]);
  }

  /** Of the files that are read; older commits that are still kept do not count. */
  private static long size(DirectoryReader reader) throws IOException {
    long bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment) {
        for (String file : segment.getSegmentInfo().files()) {
          bytes += reader.directory().fileLength(file);
        }
      }
    }
    return bytes;
  }
}
