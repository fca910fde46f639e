package news.cuttings.people;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets the stories of a page complete one another's names, where one person of the page fits. */
final class PageNames {
  private final Map<String, Named> byKey = new LinkedHashMap<>();

  private PageNames() {}

  /** Gives each name of the stories the fullest form that the page has for it. */
  static void complete(List<List<Named>> stories) {
    PageNames page = new PageNames();
    stories.forEach(story -> story.forEach(page::add));
    Map<Named, Named> wholes = Resolver.wholes(new ArrayList<>(page.byKey.values()), Name.INNER);
    stories.forEach(story -> page.complete(story, wholes));
  }

  private void add(Named named) {
    if (!named.name().isCode()) {
      byKey.putIfAbsent(named.name().key(), named);
    }
  }

  private void complete(List<Named> story, Map<Named, Named> wholes) {
    Map<String, Named> met = new LinkedHashMap<>();
    for (Iterator<Named> all = story.iterator(); all.hasNext(); ) {
      Named named = all.next();
      Named like = byKey.get(named.name().key());
      if (like == null || named.isStated()) {
        met.putIfAbsent(named.name().key(), named);
        continue;
      }
      Named whole = Objects.requireNonNull(wholes.get(like));
      if (whole != like) {
        named.rename(whole.name());
      }
      Named same = met.putIfAbsent(named.name().key(), named);
      if (same != null) {
        same.join(named);
        all.remove();
      }
    }
  }
}
