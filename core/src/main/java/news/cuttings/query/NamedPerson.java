package news.cuttings.query;

import java.time.LocalDate;
import java.util.List;
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
    spellings = List.copyOf(spellings);
  }
}
