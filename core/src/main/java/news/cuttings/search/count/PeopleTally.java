package news.cuttings.search.count;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.index.Labels;
import news.cuttings.index.Schema;
import news.cuttings.query.NamedPerson;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts stories by the people they name, with spellings and dates, from doc values alone. Costs
 * sixteen bytes for each person of each segment.
 */
public final class PeopleTally implements Matching.Segments {
  /** Days from 1970 that are told apart: some million years. */
  private static final int MOST_DAYS = 1 << 30;

  private final LabelCounts values = new LabelCounts();
  private final List<Days> days = new ArrayList<>();
  private final LabelTally spellings = new LabelTally(Schema.PERSON_SPELLING);

  /** The first and the last day of each person of a segment, in days since 1970. */
  private static final class Days {
    private final int[] first;
    private final int[] last;

    Days(int people) {
      first = new int[people];
      last = new int[people];
      Arrays.fill(first, Integer.MAX_VALUE);
      Arrays.fill(last, Integer.MIN_VALUE);
    }

    void add(int person, int day) {
      first[person] = Math.min(first[person], day);
      last[person] = Math.max(last[person], day);
    }
  }

  /** A person, in how many stories, and of which days. */
  private record Count(String key, long stories, int first, int last) {}

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues keys = DocValues.getSortedSet(leaf.reader(), Schema.PERSON);
    NumericDocValues dates = DocValues.getNumeric(leaf.reader(), Schema.DATE);
    int[] stories = new int[Math.toIntExact(keys.getValueCount())];
    Days met = new Days(stories.length);
    values.add(keys, stories);
    days.add(met);
    Matching.Segment spelt = spellings.begin(leaf);
    return doc -> {
      spelt.story(doc);
      if (!keys.advanceExact(doc)) {
        return;
      }
      boolean dated = dates.advanceExact(doc);
      int day = dated ? Math.clamp(dates.longValue(), -MOST_DAYS, MOST_DAYS) : 0;
      for (int i = 0; i < keys.docValueCount(); i++) {
        int person = (int) keys.nextOrd();
        stories[person]++;
        if (dated) {
          met.add(person, day);
        }
      }
    };
  }

  /** Those whom most stories name, at most so many; of equals the first by their keys. */
  public List<NamedPerson> top(int limit) throws IOException {
    TopN<Count> most = new TopN<>(limit, Count::stories);
    values.each(new Summing(most));
    List<NamedPerson> people = new ArrayList<>();
    for (Count count : most.list()) {
      people.add(person(count));
    }
    return people;
  }

  /** Adds up a person's segments. */
  private final class Summing implements LabelCounts.Visitor {
    private final TopN<Count> most;
    private long stories;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;

    Summing(TopN<Count> most) {
      this.most = most;
    }

    @Override
    public void at(int part, int ord) {
      stories += values.stories(part, ord);
      first = Math.min(first, days.get(part).first[ord]);
      last = Math.max(last, days.get(part).last[ord]);
    }

    @Override
    public void end(BytesRef key) {
      if (most.takes(stories)) {
        most.add(new Count(key.utf8ToString(), stories, first, last));
      }
      stories = 0;
      first = Integer.MAX_VALUE;
      last = Integer.MIN_VALUE;
    }
  }

  private NamedPerson person(Count count) throws IOException {
    String key = count.key();
    String prefix = key + Schema.SEPARATOR;
    Map<String, Long> forms = new HashMap<>();
    spellings
        .termsWithPrefix(prefix)
        .forEach((spelling, stories) -> forms.put(spelling.substring(prefix.length()), stories));
    return named(key, count.stories(), forms, day(count.first()), day(count.last()));
  }

  /**
   * Somebody by the key of the name.
   *
   * @param forms the forms met, and how many stories have each
   */
  public static NamedPerson named(
      String key,
      long stories,
      Map<String, Long> forms,
      @Nullable LocalDate first,
      @Nullable LocalDate last) {
    List<String> spellings =
        forms.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    String name =
        spellings.stream()
            .filter(form -> Labels.personKey(form).equals(key))
            .findFirst()
            .orElse(key);
    return new NamedPerson(name, stories, spellings, first, last);
  }

  private static @Nullable LocalDate day(int number) {
    return number == Integer.MAX_VALUE || number == Integer.MIN_VALUE
        ? null
        : LocalDate.ofEpochDay(number);
  }
}
