package news.cuttings.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import news.cuttings.index.Schema;
import news.cuttings.query.Cursor;
import news.cuttings.query.Results;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best by score, then newest, then id, in one pass: Lucene's TopScoreDocCollector, but
 * that of equal scores the newest is kept, not the one filed first. What is ordered by beside the
 * score is read only of stories that come among the best.
 */
public final class BestHits implements CollectorManager<BestHits.Best, BestHits.Best> {
  /** Where a story has no such date: after all that have. */
  static final long NO_DATE = Long.MIN_VALUE;

  private final int limit;
  private final @Nullable Cursor after;

  /**
   * @param limit at most so many, at least 1
   * @param after only what comes after that; null for the first page
   */
  BestHits(int limit, @Nullable Cursor after) {
    this.limit = limit;
    this.after = after;
  }

  @Override
  public Best newCollector() {
    return new Best(limit, after);
  }

  @Override
  public Best reduce(Collection<Best> collected) {
    Best all = null;
    for (Best one : collected) {
      if (all == null) {
        all = one;
      } else {
        all.take(one);
      }
    }
    return all == null ? newCollector() : all;
  }

  /** The higher score first, then the newer day, then the later moment. */
  static int compare(Cursor a, Cursor b) {
    return compare(a.score(), a.day(), a.published(), b);
  }

  private static int compare(float score, long day, long published, Cursor other) {
    return compare(score, day, published, other.score(), other.day(), other.published());
  }

  private static int compare(
      float score, long day, long published, float score2, long day2, long published2) {
    int order = Float.compare(score2, score);
    order = order != 0 ? order : Long.compare(day2, day);
    return order != 0 ? order : Long.compare(published2, published);
  }

  /** What is ordered by beside the score, of one segment. */
  static final class Keys {
    private final int docBase;
    private final SortedDocValues ids;
    private final NumericDocValues days;
    private final NumericDocValues moments;

    Keys(LeafReaderContext leaf) throws IOException {
      docBase = leaf.docBase;
      ids = DocValues.getSorted(leaf.reader(), Schema.ID);
      days = DocValues.getNumeric(leaf.reader(), Schema.DATE);
      moments = DocValues.getNumeric(leaf.reader(), Schema.PUBLISHED);
    }

    public long day(int doc) throws IOException {
      return days.advanceExact(doc) ? days.longValue() : NO_DATE;
    }
  }

  /** A story among the best. */
  public static final class Place {
    private final Keys keys;
    private final int doc;
    private final long day;
    private final long published;
    private final int id;
    private float score;
    private @Nullable BytesRef name;

    /**
     * A document of the segment; their numbers rise.
     *
     * @param doc its number in the segment
     */
    public Place(Keys keys, int doc, float score) throws IOException {
      this.keys = keys;
      this.doc = doc;
      this.score = score;
      day = keys.day(doc);
      published = keys.moments.advanceExact(doc) ? keys.moments.longValue() : NO_DATE;
      if (!keys.ids.advanceExact(doc)) {
        throw new IOException("document " + doc() + " has no id");
      }
      id = keys.ids.ordValue();
    }

    public float score() {
      return score;
    }

    /** Gives it another score. */
    public void score(float other) {
      score = other;
    }

    /** Lucene's number. */
    public int doc() {
      return keys.docBase + doc;
    }

    private BytesRef name() throws IOException {
      BytesRef known = name;
      if (known == null) {
        known = BytesRef.deepCopyOf(keys.ids.lookupOrd(id));
        name = known;
      }
      return known;
    }

    /** Its key, as a cursor has it. */
    Cursor key(long view, int rank) throws IOException {
      return new Cursor(view, rank, score, day, published, name().utf8ToString());
    }

    /** Puts places in order. */
    public static void sort(List<Place> places) {
      places.sort((a, b) -> isFirst(a, b) ? -1 : isFirst(b, a) ? 1 : 0);
    }

    private static boolean isFirst(Place a, Place b) {
      try {
        return a.isBefore(b);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether it comes before the other; ids are looked up only where they decide. */
    public boolean isBefore(Place other) throws IOException {
      int order = compare(score, day, published, other.score, other.day, other.published);
      if (order != 0) {
        return order < 0;
      }
      return keys == other.keys ? id < other.id : name().compareTo(other.name()) < 0;
    }
  }

  /** The worst on top. */
  private static final class Worst extends PriorityQueue<Place> {
    Worst(int limit) {
      super(limit);
    }

    @Override
    protected boolean lessThan(Place a, Place b) {
      return Place.isFirst(b, a);
    }
  }

  /** The best of the stories that one thread has met. */
  static final class Best implements Collector {
    private final int limit;
    private final @Nullable Cursor after;
    private final @Nullable BytesRef afterId;
    private final Worst worst;
    private long met;
    private boolean skipping;

    private Best(int limit, @Nullable Cursor after) {
      this.limit = limit;
      this.after = after;
      afterId = after == null ? null : new BytesRef(after.id());
      worst = new Worst(limit);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new OfLeaf(new Keys(leaf));
    }

    private final class OfLeaf implements LeafCollector {
      private final Keys keys;
      private Scorable scorer =
          new Scorable() {
            @Override
            public float score() {
              return 0;
            }
          };

      OfLeaf(Keys keys) {
        this.keys = keys;
      }

      @Override
      public void setScorer(Scorable of) throws IOException {
        scorer = of;
        skip();
      }

      @Override
      public void collect(int doc) throws IOException {
        met++;
        float score = scorer.score();
        if (worst.size() < limit) {
          Place place = new Place(keys, doc, score);
          if (isAfter(place)) {
            worst.add(place);
            skip();
          }
          return;
        }
        Place last = worst.top();
        if (score < last.score) {
          skip();
          return;
        }
        if (score == last.score && keys.day(doc) < last.day) {
          return; // looked at first: where all score the same it is most of the work
        }
        Place place = new Place(keys, doc, score);
        if (place.isBefore(last) && isAfter(place)) {
          worst.updateTop(place);
          skip();
        }
      }

      /**
       * Lets Lucene pass over what scores less than the worst; what scores the same may be newer.
       */
      private void skip() throws IOException {
        if (worst.size() == limit && met > limit && worst.top().score > 0) {
          scorer.setMinCompetitiveScore(worst.top().score);
          skipping = true;
        }
      }
    }

    private boolean isAfter(Place place) throws IOException {
      Cursor from = after;
      int order = from == null ? 1 : compare(place.score, place.day, place.published, from);
      if (order != 0) {
        return order > 0;
      }
      return afterId != null && place.name().compareTo(afterId) > 0;
    }

    private void take(Best other) {
      for (Place place : other.worst) {
        worst.insertWithOverflow(place);
      }
      met += other.met;
      skipping |= other.skipping;
    }

    /** How many stories matched, of those that were not passed over. */
    Results.Total total() {
      return new Results.Total(met, !skipping);
    }

    /** The best, in order; empties the collector. */
    List<Place> inOrder() {
      List<Place> places = new ArrayList<>(worst.size());
      while (worst.size() > 0) {
        places.add(worst.pop());
      }
      return places.reversed();
    }
  }
}
