package news.cuttings.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which of several names mean the same person. A shorter name joins the one fuller name that
 * it fits best, and stays alone where none or several fit. Time is linear in the names but for
 * names of one surname, of which {@value #MOST} are looked at.
 */
final class Resolver {
  private static final int MOST = 100;

  private final int weakest;
  private final Map<String, List<Named>> byWord = new HashMap<>();
  private final Set<Named> withStated = new HashSet<>();

  private Resolver(int weakest) {
    this.weakest = weakest;
  }

  /**
   * For each of the names the fullest that means the same person, itself where it stands alone.
   * Those that the source states are never put together.
   *
   * @param weakest how well a name must fit, see {@link Name#fit}
   */
  static Map<Named, Named> wholes(List<Named> names, int weakest) {
    Resolver resolver = new Resolver(weakest);
    List<Named> fullestFirst = new ArrayList<>(names);
    fullestFirst.sort(Comparator.comparingInt(named -> -named.name().fullness()));
    Map<Named, Named> wholes = new LinkedHashMap<>();
    fullestFirst.forEach(named -> wholes.put(named, resolver.whole(named)));
    return wholes;
  }

  private Named whole(Named named) {
    Named best = named;
    int bestFit = Name.NONE;
    boolean several = false;
    List<Named> same = byWord.getOrDefault(named.name().core().getLast(), List.of());
    for (Named other : same) {
      int fit = fit(named, other);
      if (fit > bestFit) {
        best = other;
        bestFit = fit;
        several = false;
      } else if (fit == bestFit && fit > Name.NONE) {
        several = true;
      }
    }
    if (bestFit == Name.NONE || several || same.size() == MOST) {
      file(named);
      return named;
    }
    if (named.isStated()) {
      withStated.add(best);
    }
    return best;
  }

  private int fit(Named named, Named other) {
    if (named.isStated() && withStated.contains(other)) {
      return Name.NONE;
    }
    int fit = named.name().fit(other.name());
    return fit < (named.isStated() ? Name.INNER : weakest) ? Name.NONE : fit;
  }

  private void file(Named named) {
    if (named.isStated()) {
      withStated.add(named);
    }
    Set<String> words = new HashSet<>(named.name().words());
    words.addAll(named.name().called());
    for (String word : words) {
      List<Named> same = byWord.computeIfAbsent(word, w -> new ArrayList<>());
      if (same.size() < MOST) {
        same.add(named);
      }
    }
  }
}
