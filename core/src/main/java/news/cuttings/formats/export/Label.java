package news.cuttings.formats.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph that begins with a label: {@code BYLINE: Ann Lee}, {@code Byline: Ann Lee}.
 *
 * @param name as written, without the colon
 * @param field what it stands for; null where that is not known
 */
record Label(String name, @Nullable Field field, String value) {
  private static final Pattern LABELLED =
      Pattern.compile("(\\p{Lu}[\\p{L}\\p{M}\\d /_.'’-]{1,40}?)\\s?:(?:\\s+(.*)|)", Pattern.DOTALL);

  /** The label that a paragraph begins with, known or not. */
  static Optional<Label> of(Block block) {
    Matcher labelled = LABELLED.matcher(block.text());
    if (!labelled.matches()) {
      return Optional.empty();
    }
    String value = labelled.group(2);
    String name = labelled.group(1);
    return Optional.of(new Label(name, Field.of(name).orElse(null), value == null ? "" : value));
  }

  /** The label where it is known. */
  static Optional<Label> known(Block block) {
    return of(block).filter(label -> label.field() != null);
  }

  /** Its name as a key: folded, its words joined. */
  String key() {
    return Letters.fold(Letters.squeeze(name)).replace(' ', '-');
  }

  boolean is(Field other) {
    return field == other;
  }

  /** Whether it is in capitals, as the old exports have theirs. */
  boolean isCapital() {
    return name.chars().noneMatch(Character::isLowerCase);
  }

  /** Its value in one line. */
  String flat() {
    return value.replace('\n', ' ');
  }
}
