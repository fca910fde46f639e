package news.cuttings.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Gives every story of an index its vector from its postings, some thousand stories at a time: no
 * text is read, and the vectors are those that {@link StoryFields} would give.
 */
final class StoryVectors {
  private static final int AT_ONCE = 1 << 13;

  private final WordVectors words;
  private final IndexWriter writer;
  private final double[] sums;

  private StoryVectors(WordVectors words, IndexWriter writer) {
    this.words = words;
    this.writer = writer;
    sums = new double[AT_ONCE * words.dimensions()];
  }

  /** Hands the writer the vectors that differ from what the reader has. */
  static void update(WordVectors words, IndexReader reader, IndexWriter writer) throws IOException {
    StoryVectors vectors = new StoryVectors(words, writer);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms all = leaf.reader().terms(Schema.ALL);
      for (int from = 0; all != null && from < leaf.reader().maxDoc(); from += AT_ONCE) {
        int to = Math.min(from + AT_ONCE, leaf.reader().maxDoc());
        vectors.add(all.iterator(), from, to);
        vectors.update(leaf.reader(), from, to);
      }
    }
  }

  private void add(TermsEnum terms, int from, int to) throws IOException {
    Arrays.fill(sums, 0);
    PostingsEnum postings = null;
    for (int word = 0; word < words.size(); word++) {
      if (!terms.seekExact(words.term(word))) {
        continue;
      }
      postings = terms.postings(postings, PostingsEnum.FREQS);
      for (int doc = postings.advance(from); doc < to; doc = postings.nextDoc()) {
        words.add(word, postings.freq(), sums, (doc - from) * words.dimensions());
      }
    }
  }

  private void update(LeafReader leaf, int from, int to) throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf, Schema.ID);
    BinaryDocValues before = DocValues.getBinary(leaf, Schema.VECTOR);
    Bits live = leaf.getLiveDocs();
    for (int doc = from; doc < to; doc++) {
      if ((live != null && !live.get(doc)) || !ids.advanceExact(doc)) {
        continue;
      }
      BytesRef vector = new BytesRef(words.kept(sums, (doc - from) * words.dimensions()));
      boolean isKept = before.advanceExact(doc) && before.binaryValue().bytesEquals(vector);
      if (!isKept && vector.length > 0) {
        Term id = new Term(Schema.ID, BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue())));
        writer.updateBinaryDocValue(id, Schema.VECTOR, vector);
      }
    }
  }
}
