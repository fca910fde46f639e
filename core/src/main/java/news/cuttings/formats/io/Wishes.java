package news.cuttings.formats.io;

import java.util.Map;
import news.cuttings.story.WrittenDate;

/**
 * What the caller wants of reading beyond what the content says.
 *
 * @param names other people's keys to ours: {@code title} to {@code headline}
 * @param dates what comes first in a date like {@code 03/04/2024}
 */
public record Wishes(Map<String, String> names, WrittenDate.Order dates) {
  /** No wish at all. */
  public static final Wishes NONE = new Wishes(Map.of(), WrittenDate.Order.UNKNOWN);

  /** Wishes that do not change. */
  public Wishes {
    names = Map.copyOf(names);
  }

  /** The same with those names. */
  public Wishes names(Map<String, String> theirs) {
    return new Wishes(theirs, dates);
  }

  /** The same with that order of dates. */
  public Wishes dates(WrittenDate.Order order) {
    return new Wishes(names, order);
  }
}
