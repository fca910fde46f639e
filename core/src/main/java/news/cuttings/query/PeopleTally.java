package news.cuttings.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.cuttings.index.Schema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/** Counts stories by the people they name, with spellings and dates, from doc values alone. */
final class PeopleTally implements Matching.Segments {
  private final Map<String, Count> people = new HashMap<>();
  private final LabelTally spellings = new LabelTally(Schema.PERSON_SPELLING);

  /** How many stories, and of which days. */
  private static final class Count {
    private long stories;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(long more, long earliest, long latest) {
      stories += more;
      first = Math.min(first, earliest);
      last = Math.max(last, latest);
    }
  }

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    return new Counting(leaf, spellings.begin(leaf));
  }

  /** One segment's people. */
  private final class Counting implements Matching.Segment {
    private final SortedSetDocValues keys;
    private final NumericDocValues days;
    private final Matching.Segment spelt;
    private final int[] stories;
    private final long[] first;
    private final long[] last;

    Counting(LeafReaderContext leaf, Matching.Segment spelt) throws IOException {
      this.spelt = spelt;
      keys = DocValues.getSortedSet(leaf.reader(), Schema.PERSON);
      days = DocValues.getNumeric(leaf.reader(), Schema.DATE);
      int size = Math.toIntExact(keys.getValueCount());
      stories = new int[size];
      first = new long[size];
      last = new long[size];
      Arrays.fill(first, Long.MAX_VALUE);
      Arrays.fill(last, Long.MIN_VALUE);
    }

    @Override
    public void story(int doc) throws IOException {
      spelt.story(doc);
      if (!keys.advanceExact(doc)) {
        return;
      }
      boolean dated = days.advanceExact(doc);
      long day = dated ? days.longValue() : 0;
      for (int i = 0; i < keys.docValueCount(); i++) {
        int ord = (int) keys.nextOrd();
        stories[ord]++;
        if (dated) {
          first[ord] = Math.min(first[ord], day);
          last[ord] = Math.max(last[ord], day);
        }
      }
    }

    @Override
    public void end() throws IOException {
      spelt.end();
      for (int ord = 0; ord < stories.length; ord++) {
        if (stories[ord] > 0) {
          String key = keys.lookupOrd(ord).utf8ToString();
          people
              .computeIfAbsent(key, absent -> new Count())
              .add(stories[ord], first[ord], last[ord]);
        }
      }
    }
  }

  /** Those whom most stories name, at most so many; of equals the first by their keys. */
  List<NamedPerson> top(int limit) {
    List<String> keys =
        people.keySet().stream()
            .sorted(
                Comparator.comparingLong((String key) -> -stories(key))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(limit)
            .toList();
    SortedMap<String, Long> all = new TreeMap<>(spellings.counts());
    return keys.stream().map(key -> person(key, all)).toList();
  }

  private long stories(String key) {
    Count count = people.get(key);
    return count == null ? 0 : count.stories;
  }

  private NamedPerson person(String key, SortedMap<String, Long> all) {
    Count count = people.getOrDefault(key, new Count());
    String prefix = key + Schema.SEPARATOR;
    Map<String, Long> forms = new HashMap<>();
    all.subMap(prefix, prefix + Character.MAX_VALUE)
        .forEach((spelling, stories) -> forms.put(spelling.substring(prefix.length()), stories));
    return NamedPerson.of(key, count.stories, forms, day(count.first), day(count.last));
  }

  private static @Nullable LocalDate day(long number) {
    return number == Long.MAX_VALUE || number == Long.MIN_VALUE
        ? null
        : LocalDate.ofEpochDay(number);
  }
}
