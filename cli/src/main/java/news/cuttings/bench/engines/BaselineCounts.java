package news.cuttings.bench.engines;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts over all matching stories, by hand: people from ordinals, months from days. */
final class BaselineCounts {
  private BaselineCounts() {}

  /** The people named in most of the matching stories. */
  static List<String> people(IndexSearcher searcher, Query query, int limit) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    search(searcher, query, () -> new People(counts));
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort((a, b) -> {
      int order = counts.getOrDefault(b, 0) - counts.getOrDefault(a, 0);
      return order != 0 ? order : a.compareTo(b);
    });
    return names.subList(0, Math.min(limit, names.size()));
  }

  /** The months of the matching stories, each with how many are of it. */
  static List<String> months(IndexSearcher searcher, Query query) throws IOException {
    Map<Long, Integer> days = new HashMap<>();
    search(searcher, query, () -> new Days(days));
    Map<YearMonth, Integer> months = new TreeMap<>();
    days.forEach((day, count) ->
        months.merge(YearMonth.from(LocalDate.ofEpochDay(day)), count, Integer::sum));
    List<String> lines = new ArrayList<>();
    months.forEach((month, count) -> lines.add(month + ":" + count));
    return lines;
  }

  /** Makes a collector; searching is by one thread. */
  private interface Making {
    Collector make();
  }

  private static void search(IndexSearcher searcher, Query query, Making making)
      throws IOException {
    searcher.search(
        query,
        new CollectorManager<Collector, Boolean>() {
          @Override
          public Collector newCollector() {
            return making.make();
          }

          @Override
          public Boolean reduce(Collection<Collector> collectors) {
            return true;
          }
        });
  }

  /** Counts ordinals segment by segment, and names them at the segment's end. */
  private static final class People extends SimpleCollector {
    private final Map<String, Integer> counts;
    private SortedSetDocValues values = DocValues.emptySortedSet();
    private int[] ordinals = {};

    People(Map<String, Integer> counts) {
      this.counts = counts;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      values = DocValues.getSortedSet(leaf.reader(), BaselineQueries.PEOPLE);
      ordinals = new int[(int) values.getValueCount()];
    }

    @Override
    public void collect(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          ordinals[(int) values.nextOrd()]++;
        }
      }
    }

    @Override
    public void finish() throws IOException {
      for (int ordinal = 0; ordinal < ordinals.length; ordinal++) {
        if (ordinals[ordinal] > 0) {
          String name = values.lookupOrd(ordinal).utf8ToString();
          counts.merge(name, ordinals[ordinal], Integer::sum);
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private static final class Days extends SimpleCollector {
    private final Map<Long, Integer> counts;
    private SortedNumericDocValues values = DocValues.emptySortedNumeric();

    Days(Map<Long, Integer> counts) {
      this.counts = counts;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      values = DocValues.getSortedNumeric(leaf.reader(), BaselineQueries.DATE);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        counts.merge(values.nextValue(), 1, Integer::sum);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
