package news.cuttings.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.index.Schema;
import news.cuttings.query.Cursor;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds the first hits in an order without ties: by score, then newest, then id; or by date. */
public final class TopHits {
  private static final long NO_DATE = BestHits.NO_DATE;

  /** Of so many stories the newest that match are found sooner by date than by looking at all. */
  private static final int MANY = 100_000;

  /** What Lucene gives where it does not score. */
  private static final float FLAT = 1;

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
  public record Ordered(int doc, Cursor key) {}

  /**
   * Hits, and how many the search met.
   *
   * @param hits in order
   * @param total how many match, exactly or at least
   */
  public record Collected(List<Ordered> hits, Results.Total total) {}

  /**
   * Hits whose ids are not looked up, and how many the search met.
   *
   * @param places in order
   * @param total how many match, exactly or at least
   */
  public record Places(List<BestHits.Place> places, Results.Total total) {}

  public TopHits(IndexSearcher searcher, Query query, int limit, @Nullable Cursor after) {
    this.searcher = searcher;
    this.query = query;
    this.limit = limit;
    this.after = after;
  }

  /** Best first. */
  public Collected byScore() throws IOException {
    return isFlat() && searcher.getIndexReader().maxDoc() >= MANY ? flat() : scored();
  }

  /** The best of stories that all score the same: the newest. */
  public Collected flat() throws IOException {
    return byDate(StoryQuery.Order.NEWEST, FLAT);
  }

  /** The best by what they score. */
  public Collected scored() throws IOException {
    Places best = unnamed();
    return new Collected(ordered(searcher, best.places(), rank()), best.total());
  }

  /** The best by what they score, whose ids are not looked up yet. */
  public Places unnamed() throws IOException {
    BestHits.Best best = searcher.search(query, new BestHits(limit, after));
    Results.Total total = best.total();
    return new Places(best.inOrder(), total);
  }

  /** Looks up the keys of hits, which come after so many others. */
  public static List<Ordered> ordered(IndexSearcher searcher, List<BestHits.Place> places, int rank)
      throws IOException {
    long view = ViewKey.of(searcher);
    List<Ordered> hits = new ArrayList<>(places.size());
    for (BestHits.Place place : places) {
      hits.add(new Ordered(place.doc(), place.key(view, rank)));
    }
    return hits;
  }

  /** Whether all that match score the same: then the newest are the best. */
  private boolean isFlat() {
    return query instanceof ConstantScoreQuery || query instanceof PrefixQuery;
  }

  /** By date. */
  public Collected byDate(StoryQuery.Order order) throws IOException {
    return byDate(order, 0);
  }

  private Collected byDate(StoryQuery.Order order, float score) throws IOException {
    boolean newest = order != StoryQuery.Order.OLDEST;
    Sort sort =
        new Sort(
            number(Schema.DATE, newest),
            number(Schema.PUBLISHED, newest),
            new SortField(Schema.ID, SortField.Type.STRING));
    FieldDoc from = after == null ? null : position(after, newest);
    TopDocs top = searcher.search(query, new TopFieldCollectorManager(sort, limit, from, limit));
    return new Collected(ordered(top.scoreDocs, score), total(top));
  }

  private static SortField number(String field, boolean newest) {
    return new SortField(field, SortField.Type.LONG, newest, absent(newest));
  }

  private static long absent(boolean newest) {
    return newest ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static FieldDoc position(Cursor after, boolean newest) {
    List<Object> keys = new ArrayList<>();
    keys.add(after.day() == NO_DATE ? absent(newest) : after.day());
    keys.add(after.published() == NO_DATE ? absent(newest) : after.published());
    keys.add(new BytesRef(after.id()));
    return new FieldDoc(Integer.MAX_VALUE, after.score(), keys.toArray());
  }

  /** The first of them, at most so many. */
  public static <T> List<T> cut(List<T> hits, int limit) {
    return hits.size() > limit ? hits.subList(0, limit) : hits;
  }

  private static Results.Total total(TopDocs top) {
    return new Results.Total(
        top.totalHits.value(), top.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
  }

  /** The order of hits by score: higher, then newer, then by id. */
  public static int compare(Cursor a, Cursor b) {
    int order = BestHits.compare(a, b);
    return order != 0 ? order : new BytesRef(a.id()).compareTo(new BytesRef(b.id()));
  }

  /** Reads the keys of hits from doc values, segment by segment. */
  private List<Ordered> ordered(ScoreDoc[] docs, float score) throws IOException {
    BestHits.Place[] places = new BestHits.Place[docs.length];
    ByLeaf.each(
        searcher,
        docs.length,
        place -> docs[place].doc,
        leaf -> {
          BestHits.Keys keys = new BestHits.Keys(leaf);
          return (place, doc) -> places[place] = new BestHits.Place(keys, doc, score);
        });
    return ordered(searcher, List.of(places), rank());
  }

  /** How many hits came before. */
  private int rank() {
    return after == null ? 0 : after.rank();
  }
}
