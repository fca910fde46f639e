package news.cuttings.formats.io;

import java.util.Map;
import news.cuttings.story.WrittenDate;

/**
 * What the caller wants of reading beyond what the content says.
 *
 * @param names other people's keys, or paths of keys with points between, to ours: {@code
 *     fields.bodyText} to {@code body}
 * @param dates what comes first in a date like {@code 03/04/2024}
 * @param headlinesOnly whether somebody else's record without a text is a story for its headline
 */
public record Wishes(Map<String, String> names, WrittenDate.Order dates, boolean headlinesOnly) {
  /** No wish at all. */
  public static final Wishes NONE = new Wishes(Map.of(), WrittenDate.Order.UNKNOWN, false);

  /** Wishes that do not change. */
  public Wishes {
    names = Map.copyOf(names);
  }

  /** These wishes with those names. */
  public Wishes names(Map<String, String> theirs) {
    return new Wishes(theirs, dates, headlinesOnly);
  }

  /** These wishes with that order of dates. */
  public Wishes dates(WrittenDate.Order order) {
    return new Wishes(names, order, headlinesOnly);
  }

  /** These wishes, with records that have a headline and no text as stories. */
  public Wishes withHeadlinesOnly() {
    return new Wishes(names, dates, true);
  }
}
