package news.cuttings.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import news.cuttings.index.Schema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best hits in an order without ties: score, then newest, then id. Collecting sorts by
 * score alone, which lets Lucene skip what cannot be among the best; ties are settled inside the
 * page, and only where one crosses its edge is the query run again by all three keys.
 */
final class TopHits {
  private static final long NO_DATE = Long.MIN_VALUE;

  private final IndexSearcher searcher;
  private final Query query;
  private final int limit;
  private final @Nullable Cursor after;

  /**
   * A hit by what it is ordered by.
   *
   * @param doc Lucene's number
   * @param key score, day, moment and id
   */
  record Ordered(int doc, Cursor key) {}

  /**
   * Hits, and how many the search met.
   *
   * @param hits in order
   * @param total how many match, exactly or at least
   */
  record Collected(List<Ordered> hits, Results.Total total) {}

  TopHits(IndexSearcher searcher, Query query, int limit, @Nullable Cursor after) {
    this.searcher = searcher;
    this.query = query;
    this.limit = limit;
    this.after = after;
  }

  /** Best first. */
  Collected byScore() throws IOException {
    // One more than is shown tells whether a tie crosses the edge; another is the cursor's own hit.
    int wanted = limit + (after == null ? 1 : 2);
    ScoreDoc from = after == null ? null : new ScoreDoc(-1, after.score());
    TopDocs top = searcher.search(query, new TopScoreDocCollectorManager(wanted, from, wanted));
    List<Ordered> hits = ordered(top.scoreDocs);
    hits.sort(Comparator.comparing(Ordered::key, TopHits::compare));
    if (after != null) {
      Cursor last = after;
      hits.removeIf(hit -> compare(hit.key(), last) <= 0);
    }
    boolean more = top.scoreDocs.length == wanted;
    if (more && isTied(hits, top.scoreDocs[wanted - 1].score)) {
      return byFields(SortField.FIELD_SCORE, StoryQuery.Order.NEWEST);
    }
    return new Collected(cut(hits, limit), total(top));
  }

  /** Whether stories that were not collected may belong before the last that would be shown. */
  private boolean isTied(List<Ordered> hits, float lowest) {
    return hits.size() <= limit || hits.get(limit - 1).key().score() == lowest;
  }

  /** By date. */
  Collected byDate(StoryQuery.Order order) throws IOException {
    return byFields(null, order);
  }

  private Collected byFields(@Nullable SortField first, StoryQuery.Order order) throws IOException {
    boolean newest = order != StoryQuery.Order.OLDEST;
    List<SortField> keys = new ArrayList<>();
    if (first != null) {
      keys.add(first);
    }
    keys.add(number(Schema.DATE, newest));
    keys.add(number(Schema.PUBLISHED, newest));
    keys.add(new SortField(Schema.ID, SortField.Type.STRING));
    Sort sort = new Sort(keys.toArray(SortField[]::new));
    int wanted = Math.max(1, limit);
    FieldDoc from = after == null ? null : position(after, first != null, newest);
    TopDocs top = searcher.search(query, new TopFieldCollectorManager(sort, wanted, from, wanted));
    for (ScoreDoc doc : top.scoreDocs) {
      doc.score = first == null ? 0 : (Float) ((FieldDoc) doc).fields[0];
    }
    return new Collected(cut(ordered(top.scoreDocs), limit), total(top));
  }

  private static SortField number(String field, boolean newest) {
    return new SortField(field, SortField.Type.LONG, newest, absent(newest));
  }

  private static long absent(boolean newest) {
    return newest ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static FieldDoc position(Cursor after, boolean scored, boolean newest) {
    List<Object> keys = new ArrayList<>();
    if (scored) {
      keys.add(after.score());
    }
    keys.add(after.day() == NO_DATE ? absent(newest) : after.day());
    keys.add(after.published() == NO_DATE ? absent(newest) : after.published());
    keys.add(new BytesRef(after.id()));
    return new FieldDoc(Integer.MAX_VALUE, after.score(), keys.toArray());
  }

  /** The first of them, at most so many. */
  static List<Ordered> cut(List<Ordered> hits, int limit) {
    return hits.size() > limit ? hits.subList(0, limit) : hits;
  }

  private static Results.Total total(TopDocs top) {
    return new Results.Total(
        top.totalHits.value(), top.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
  }

  /** The order of hits by score: higher, then newer, then by id. */
  static int compare(Cursor a, Cursor b) {
    int order = Float.compare(b.score(), a.score());
    order = order != 0 ? order : Long.compare(b.day(), a.day());
    order = order != 0 ? order : Long.compare(b.published(), a.published());
    return order != 0 ? order : new BytesRef(a.id()).compareTo(new BytesRef(b.id()));
  }

  /** The same hits with their keys, read from doc values segment by segment. */
  private List<Ordered> ordered(ScoreDoc[] docs) throws IOException {
    Ordered[] hits = new Ordered[docs.length];
    long view = Views.of(searcher);
    int rank = after == null ? 0 : after.rank();
    ByLeaf.each(
        searcher,
        docs.length,
        place -> docs[place].doc,
        leaf -> {
          Keys keys = new Keys(leaf, view);
          return (place, doc) ->
              hits[place] = new Ordered(docs[place].doc, keys.of(doc, rank, docs[place].score));
        });
    return new ArrayList<>(Arrays.asList(hits));
  }

  /** One segment's doc values. */
  private static final class Keys {
    private final LeafReaderContext leaf;
    private final long view;
    private final SortedDocValues ids;
    private final NumericDocValues days;
    private final NumericDocValues moments;

    Keys(LeafReaderContext leaf, long view) throws IOException {
      this.leaf = leaf;
      this.view = view;
      ids = DocValues.getSorted(leaf.reader(), Schema.ID);
      days = DocValues.getNumeric(leaf.reader(), Schema.DATE);
      moments = DocValues.getNumeric(leaf.reader(), Schema.PUBLISHED);
    }

    Cursor of(int doc, int rank, float score) throws IOException {
      if (!ids.advanceExact(doc)) {
        throw new IOException("document " + (leaf.docBase + doc) + " has no id");
      }
      String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
      long day = days.advanceExact(doc) ? days.longValue() : NO_DATE;
      long moment = moments.advanceExact(doc) ? moments.longValue() : NO_DATE;
      return new Cursor(view, rank, score, day, moment, id);
    }
  }
}
