package news.cuttings.formats.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Byline;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * A line of a page that says what a story is rather than what it tells: the publication, the
 * edition or day, the reading time, or several of them: {@code Woman's Era|February 2021}, {@code 3
 * mins}, {@code December 30, 2023}.
 *
 * @param source the publication; null where the line does not say
 * @param edition the edition or day as written; null where the line does not say
 * @param time whether it says how long reading takes
 */
record MetaLine(@Nullable String source, @Nullable String edition, boolean time) {
  private static final int LONGEST = 120;

  /** What stands on a line of its own above the minutes. */
  private static final Set<String> TIME_LABELS =
      Set.of(
          "time to read",
          "reading time",
          "read time",
          "time read",
          "lesezeit",
          "temps de lecture",
          "tiempo de lectura",
          "tempo di lettura",
          "tempo de leitura",
          "leestijd");

  private static final Pattern PARTS = Pattern.compile("\\s*[|·•¦]\\s*");
  private static final Pattern DASH = Pattern.compile("\\s[-–—]\\s");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?:time to read|reading time|read time|read|lesezeit|temps de lecture|tiempo de"
              + " lectura|tempo di lettura|tempo de leitura|leestijd|lastid|czas"
              + " czytania|about|approx)[.:]?\\s)?"
              + "[~<>]?\\d{1,3}\\s?\\+?\\s?-?min(?:s|\\(s\\)|ute|utes|ute\\(s\\)|uten|uti|uto|utos|uut|uter|utter)?\\.?(?:\\s(?:read|to"
              + " read|reading|reading time|lesezeit|lesen|de lecture|de lectura|di lettura|de"
              + " leitura|leestijd|lezen|lastid|lasning|czytania))?");

  boolean hasDate() {
    return edition != null;
  }

  /** What the line says; empty where it says anything else. */
  static Optional<MetaLine> of(PageLine line, Set<String> sources) {
    Optional<MetaLine> label = line.look().label();
    return label.isEmpty() && sources.contains(line.name())
        ? Optional.of(new MetaLine(line.text(), null, false))
        : label;
  }

  /** The same, of a text that is no line by itself. */
  static Optional<MetaLine> of(String line, Set<String> sources) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    if (line.chars().noneMatch(Character::isDigit)) { // all that is to be told has a number
      String key = Letters.key(line);
      if (TIME_LABELS.contains(key)) {
        return Optional.of(new MetaLine(null, null, true));
      }
      return sources.contains(key)
          ? Optional.of(new MetaLine(line, null, false))
          : Optional.empty();
    }
    Optional<MetaLine> one = part(line, sources);
    if (one.isPresent()) {
      return one;
    }
    Optional<MetaLine> parts = parts(PARTS.split(line.strip()), sources);
    return parts.isPresent() ? parts : parts(DASH.split(line), sources);
  }

  private static Optional<MetaLine> part(String text, Set<String> sources) {
    Optional<String> edition = EditionLabel.whole(text);
    if (edition.isPresent()) {
      return Optional.of(new MetaLine(null, edition.get(), false));
    }
    if (isTime(text)) {
      return Optional.of(new MetaLine(null, null, true));
    }
    return sources.contains(Letters.key(text))
        ? Optional.of(new MetaLine(text, null, false))
        : Optional.empty();
  }

  private static Optional<MetaLine> parts(String[] parts, Set<String> sources) {
    if (parts.length > 5) {
      return Optional.empty();
    }
    String source = null;
    String edition = null;
    boolean time = false;
    for (String text : parts) {
      Optional<MetaLine> part = part(text, sources);
      if (part.isPresent()) {
        source = part.get().source != null ? part.get().source : source;
        edition = part.get().edition != null ? part.get().edition : edition;
        time |= part.get().time;
      } else if (source == null && PageLine.isName(text)) {
        source = text;
      } else if (!text.isBlank() && (source == null || edition == null || !isMore(text))) {
        return Optional.empty();
      }
    }
    return edition != null || time
        ? Optional.of(new MetaLine(source, edition, time))
        : Optional.empty();
  }

  /** Whether the text may follow publication and day: a section, or who wrote the story. */
  private static boolean isMore(String text) {
    return PageLine.isName(text) || Byline.of(text).isPresent();
  }

  /** Who wrote the story, where the line says that too. */
  static Optional<String> byline(String line) {
    return DASH.splitAsStream(line)
        .flatMap(PARTS::splitAsStream)
        .flatMap(part -> Byline.of(part).stream())
        .findFirst();
  }

  private static boolean isTime(String text) {
    String folded = Letters.fold(text).strip().toLowerCase(Locale.ROOT);
    return folded.length() <= 40 && TIME.matcher(folded).matches();
  }
}
