package news.cuttings.bench.engines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** What the baseline tells of its hits. */
final class BaselineHits {
  /** Headlines as doc values. */
  static final String HEADLINE_VALUE = "headline_value";

  private final IndexSearcher searcher;

  BaselineHits(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Makes snippets of two passages, and throws them away. */
  void highlight(Query query, TopDocs top, Analyzer analyzer, List<String> texts)
      throws IOException {
    UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
    int[] passages = new int[texts.size()];
    Arrays.fill(passages, 2);
    int[] docs = Arrays.stream(top.scoreDocs).mapToInt(hit -> hit.doc).toArray();
    highlighter.highlightFields(texts.toArray(String[]::new), query, docs, passages);
  }

  /**
   * The ids of those that have a headline to show, and whose date was looked up.
   *
   * @param values whether headlines are read from doc values; else they are from stored fields
   */
  List<String> listed(TopDocs top, boolean values) throws IOException {
    List<String> ids = ids(top);
    StoredFields stored = searcher.storedFields();
    List<String> listed = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      int doc = top.scoreDocs[i].doc;
      String headline = values ? value(doc) : stored(stored, doc);
      if (headline != null && date(doc) != Long.MAX_VALUE) {
        listed.add(ids.get(i));
      }
    }
    return listed;
  }

  private static @Nullable String stored(StoredFields fields, int doc) throws IOException {
    return fields.document(doc, Set.of(BaselineQueries.HEADLINE)).get(BaselineQueries.HEADLINE);
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private @Nullable String value(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues headlines = DocValues.getBinary(leaf.reader(), HEADLINE_VALUE);
    return headlines.advanceExact(doc - leaf.docBase)
        ? headlines.binaryValue().utf8ToString()
        : null;
  }

  private long date(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    SortedNumericDocValues dates = DocValues.getSortedNumeric(leaf.reader(), BaselineQueries.DATE);
    return dates.advanceExact(doc - leaf.docBase) ? dates.nextValue() : Long.MIN_VALUE;
  }

  /** The ids of those whose score can be explained. */
  List<String> explained(Query query, TopDocs top) throws IOException {
    List<String> ids = new ArrayList<>();
    List<String> all = ids(top);
    for (int i = 0; i < all.size(); i++) {
      if (searcher.explain(query, top.scoreDocs[i].doc).isMatch()) {
        ids.add(all.get(i));
      }
    }
    return ids;
  }

  /** The ids with their scores. */
  List<Ranked> ranked(TopDocs top) throws IOException {
    List<String> ids = ids(top);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      ranked.add(new Ranked(ids.get(i), top.scoreDocs[i].score));
    }
    return ranked;
  }

  /** Reads the ids segment by segment. */
  List<String> ids(TopDocs top) throws IOException {
    ScoreDoc[] hits = top.scoreDocs;
    Integer[] order = new Integer[hits.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> hits[i].doc));
    String[] ids = new String[hits.length];
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = null;
    SortedDocValues values = DocValues.emptySorted();
    for (int i : order) {
      LeafReaderContext of = leaves.get(ReaderUtil.subIndex(hits[i].doc, leaves));
      if (of != leaf) {
        leaf = of;
        values = DocValues.getSorted(of.reader(), Baseline.ID);
      }
      ids[i] =
          values.advanceExact(hits[i].doc - of.docBase)
              ? values.lookupOrd(values.ordValue()).utf8ToString()
              : "";
    }
    return new ArrayList<>(Arrays.asList(ids));
  }
}
