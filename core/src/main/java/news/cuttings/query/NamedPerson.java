package news.cuttings.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom matching stories name.
 *
 * @param name the commonest full spelling
 * @param stories how many of the stories name them, exactly
 * @param spellings the forms met in these stories, the commonest first
 * @param first the day of the first of these stories; null where none has one
 * @param last the day of the last; null where none has one
 */
public record NamedPerson(
    String name,
    long stories,
    List<String> spellings,
    @Nullable LocalDate first,
    @Nullable LocalDate last) {
  /** Copies the spellings. */
  public NamedPerson {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(spellings, "spellings");
    spellings = List.copyOf(spellings);
  }

  /**
   * Whether one of the spellings has all words of that name; accents and case folded, an initial
   * stands for any word that begins so.
   */
  public boolean isCalled(String part) {
    Objects.requireNonNull(part, "part");
    List<String> asked = Letters.words(Letters.key(part));
    return Stream.concat(Stream.of(name), spellings.stream())
        .anyMatch(form -> has(Letters.words(Letters.nameKey(form)), asked));
  }

  private static boolean has(List<String> words, List<String> asked) {
    return words.containsAll(asked)
        || asked.stream()
            .allMatch(one ->
                one.length() == 1
                    ? words.stream().anyMatch(word -> word.startsWith(one))
                    : words.contains(one));
  }
}
