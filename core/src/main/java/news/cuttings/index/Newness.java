package news.cuttings.index;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Scores every dated story by its day: {@code gain * halfLife / (halfLife + distance)}, the
 * distance being that to another day. It is Lucene's own query for that, of which Lucene knows
 * bounds, so that old stories can be passed over; unlike Lucene's it tells its numbers, which a
 * cluster's form of it needs. For use inside the library.
 */
public final class Newness extends Query {
  private final float gain;
  private final long day;
  private final long halfLife;

  /**
   * Of that day.
   *
   * @param gain what a story of the day scores, above 0
   * @param day the day, counted from 1970
   * @param halfLife days away at which half of it is left, at least 1
   */
  public Newness(float gain, long day, long halfLife) {
    this.gain = gain;
    this.day = day;
    this.halfLife = halfLife;
  }

  /** What a story of the day scores. */
  public float gain() {
    return gain;
  }

  /** The day, counted from 1970. */
  public long day() {
    return day;
  }

  /** Days away at which half is left. */
  public long halfLife() {
    return halfLife;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    return LongField.newDistanceFeatureQuery(Schema.DATE, gain, day, halfLife);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(Schema.DATE)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Newness that
        && gain == that.gain
        && day == that.day
        && halfLife == that.halfLife;
  }

  @Override
  public int hashCode() {
    return (Float.hashCode(gain) * 31 + Long.hashCode(day)) * 31 + Long.hashCode(halfLife);
  }

  @Override
  public String toString(String field) {
    return gain + " by days from " + day + ", half at " + halfLife;
  }
}
