package news.cuttings.story;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody whom a story names.
 *
 * @param name the fullest form known, as written: accents and apostrophes kept
 * @param spellings the forms met in the text, in order of first appearance, without repeats; may be
 *     empty for a given person
 * @param origin how the name came to the story
 * @param confidence how sure that is, 0 to 1; 1 for what the source gave
 */
public record Person(String name, List<String> spellings, From origin, double confidence) {

  /** How a name came to a story. */
  public enum From {
    /** The source states it in a field of its own. */
    GIVEN,
    /** The source marks it in the text. */
    TAGGED,
    /** Found in the text. */
    RECOGNISED,
    /** The user's own alias file says so. */
    ALIAS;

    /** The name as written in JSON: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The origin of that label, in any case; empty where none has it. */
    public static Optional<From> of(String label) {
      Objects.requireNonNull(label, "label");
      for (From from : values()) {
        if (from.name().equalsIgnoreCase(label)) {
          return Optional.of(from);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Checks the confidence and the name, collapses white space and drops what no text has, copies
   * the spellings.
   */
  public Person {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(spellings, "spellings");
    Objects.requireNonNull(origin, "origin");
    name = clean(name);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a person's name must not be empty");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be from 0 to 1, got " + confidence);
    }
    spellings =
        spellings.stream().map(Person::clean).filter(met -> !met.isEmpty()).distinct().toList();
  }

  private static String clean(String text) {
    return Letters.squeeze(CleanText.characters(text));
  }

  /** A person whom the source names, without spellings, certain. */
  public static Person given(String name) {
    Objects.requireNonNull(name, "name");
    return new Person(name, List.of(), From.GIVEN, 1);
  }

  /**
   * The key under which all spellings of the name are filed: {@link Letters#nameKey} of the name,
   * {@code alicia barcena}.
   */
  public String key() {
    return Letters.nameKey(name);
  }

  /** Whether the name came from the source itself rather than from reading the text. */
  public boolean isStated() {
    return origin == From.GIVEN || origin == From.TAGGED;
  }
}
