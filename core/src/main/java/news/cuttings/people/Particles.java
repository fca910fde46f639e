package news.cuttings.people;

import java.util.Set;

/** Small words inside names. */
final class Particles {
  /** Those that stand between the words of a name. */
  static final Set<String> ALL =
      Set.of(
          "van", "von", "der", "den", "de", "la", "le", "da", "di", "del", "della", "dos", "das",
          "du", "des", "do", "bin", "bint", "ibn", "al", "el", "ul", "ap", "ab", "af", "av", "zu",
          "ten", "ter", "te", "y", "e", "abu", "los", "las", "lo");

  /** Those that a name may begin with. */
  static final Set<String> LEADING =
      Set.of("van", "von", "de", "bin", "ibn", "al", "el", "ap", "da", "di", "du", "ten", "ter");

  private Particles() {}
}
