package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines that say something of a teaser and are known only by what stands beside them or
 * by coming again: a short line that other teasers have too, word for word or with other numbers,
 * is a label whatever it says, in any language.
 */
final class TeaserLabels {
  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 4;
  private static final int FEW_TEXTS = 8;
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern DAY = Pattern.compile("\\D*\\d{1,2}\\D+(?:1[89]|20)\\d\\d\\D*");

  private final List<Teasers.Item> items;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final Map<String, Boolean> differing = new HashMap<>();
  private final Set<Integer> days;
  private final boolean few;

  private TeaserLabels(List<Teasers.Item> items) {
    this.items = items;
    few = items.stream().filter(Teasers.Item::isText).count() <= FEW_TEXTS;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (isShort(i)) {
        places.computeIfAbsent(mask(text(i)), key -> new ArrayList<>()).add(i);
        if (DAY.matcher(text(i)).matches()) {
          found.add(i);
        }
      }
    }
    days = found.size() > 1 ? Set.copyOf(found) : Set.of();
  }

  /** The items, with the texts that are labels told as such. */
  static List<Teasers.Item> found(List<Teasers.Item> items) {
    TeaserLabels labels = new TeaserLabels(items);
    List<Teasers.Item> out = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      MetaLine label = labels.label(i);
      out.add(label == null ? items.get(i) : new Teasers.Item(items.get(i).line(), label, null));
    }
    return out;
  }

  private @Nullable MetaLine label(int i) {
    if (!isShort(i)) {
      return null;
    }
    if (days.contains(i)) {
      return new MetaLine(null, text(i), false);
    }
    boolean name = PageLine.isName(text(i)) && !DIGITS.matcher(text(i)).find();
    if (name && (comesAgain(i, 2) || closes(i) || opens(i))) {
      return new MetaLine(text(i), null, false);
    }
    return !name && isFew(i) && comesAgain(i, few ? 2 : 3) ? new MetaLine(null, null, true) : null;
  }

  private String text(int i) {
    return items.get(i).line().text();
  }

  private boolean isShort(int i) {
    Teasers.Item item = items.get(i);
    return item.isText() && item.line().text().length() <= LONGEST && !item.line().endsSentence();
  }

  private boolean isFew(int i) {
    return Letters.words(text(i)).size() <= MOST_WORDS;
  }

  private static String mask(String text) {
    return DIGITS.matcher(Letters.key(text)).replaceAll("#");
  }

  /**
   * Whether the line stands in so many places that differ in the lines before and after, as copies
   * of a teaser do not.
   */
  private boolean comesAgain(int i, int often) {
    String mask = mask(text(i));
    return places.getOrDefault(mask, List.of()).size() >= often
        && differing.computeIfAbsent(mask, m -> differ(m, -1) && differ(m, 1));
  }

  private boolean differ(String mask, int step) {
    return places.getOrDefault(mask, List.of()).stream()
            .map(at -> neighbour(at, step))
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  private String neighbour(int i, int step) {
    int at = i + step;
    while (at >= 0 && at < items.size() && !items.get(at).isText()) {
      at += step;
    }
    return at < 0 || at == items.size() ? "" : items.get(at).line().key();
  }

  /** After a sentence and before a day or a reading time, the third text of its teaser. */
  private boolean closes(int i) {
    return i >= 2
        && isText(i - 1)
        && items.get(i - 1).line().endsSentence()
        && isText(i - 2)
        && i + 1 < items.size()
        && isBare(items.get(i + 1));
  }

  /** After the day or reading time of another teaser, before a headline and a sentence. */
  private boolean opens(int i) {
    return i + 2 < items.size()
        && (i > 0 ? !isText(i - 1) : i + 3 < items.size() && isBare(items.get(3)))
        && isText(i + 1)
        && !items.get(i + 1).line().endsSentence()
        && isText(i + 2)
        && items.get(i + 2).line().endsSentence()
        && (i + 3 == items.size() || !isText(i + 3));
  }

  private boolean isText(int i) {
    return items.get(i).isText();
  }

  private static boolean isBare(Teasers.Item item) {
    return item.meta() != null && item.meta().source() == null;
  }
}
