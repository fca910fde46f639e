package news.cuttings.formats.io;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import news.cuttings.story.WrittenDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is read of one file, or entry of an archive: what the readers know of where they are,
 * and the way out for stories and for what is wrong.
 */
public interface Intake {
  /** How an address begins that does something where it should lead somewhere. */
  Pattern SCRIPT =
      Pattern.compile(
          "[\\s\\p{Cntrl}]*(?:javascript|vbscript|data)\\s*:", Pattern.CASE_INSENSITIVE);

  /** The file, as it was named. */
  String file();

  /** The entry of the archive that the file is; null where it is none. */
  @Nullable String entry();

  /** What the caller wants of reading. */
  Wishes wishes();

  /** The day that a date names, as the caller has dates read; empty where it names none. */
  default Optional<LocalDate> day(String written) {
    return WrittenDate.parse(written, wishes().dates());
  }

  /** That entry of the same file. */
  Intake inside(String entry);

  /**
   * The story of a whole web page that stands in something else, a record for instance; empty where
   * it has none, or several.
   */
  default Optional<Story> page(String html) {
    return Optional.empty();
  }

  /** Takes a story as it is. */
  void take(Story story);

  /** Takes a record that could not be read; those around it are kept. */
  void skip(long line, String kind, String message, String record);

  /** Takes word of something that was read otherwise than written. */
  void warn(long line, String kind, String message);

  /** Takes word of how the input was read, for the caller to check. */
  void note(long line, String message);

  /** Takes a line that is no part of a story, with the reason. */
  void drop(long line, String reason, String text);

  /** Takes word that the whole file, or entry, is not read. */
  void passOver(String kind, String message);

  /** Where that line of it is; 0 for the whole. */
  default Origin at(long line) {
    return Origin.of(file(), entry(), line);
  }

  /** Takes word of the parts of the input that the fields of the story handed on last are from. */
  void parts(Story story, Supplier<Map<String, String>> parts);

  /** Hands on the story that the builder makes; skips the record where it makes none. */
  default void story(Story.Builder builder, long line, String record, Parts parts) {
    Story story;
    try {
      story = builder.build();
    } catch (IllegalArgumentException e) {
      String kind = record.length() > Story.MAX_LENGTH ? "too long" : "no text";
      skip(line, kind, String.valueOf(e.getMessage()), record);
      return;
    }
    if (story.url().filter(url -> SCRIPT.matcher(url).lookingAt()).isPresent()) {
      warn(line, "address left out", "an address that is no page's but a script: left out");
      story = story.toBuilder().url(null).build();
    }
    story = story.origin().isPresent() ? story : story.toBuilder().origin(at(line)).build();
    take(story);
    Story taken = story;
    parts(taken, () -> parts.of(taken));
  }

  /** Skips a record that is longer than any story. */
  default void skipTooLong(long line, String beginning) {
    skip(
        line,
        "too long",
        "a record of more than " + (ByteText.MAX >> 20) + " MB; a story is shorter: left out",
        beginning);
  }

  /** Tells that a date is in no known form. */
  default void warnOfDate(long line, String written) {
    String date = Letters.squeeze(written);
    warn(
        line,
        "date not read",
        "no day could be read from the date \""
            + (date.length() > 60 ? date.substring(0, 60) + "…" : date)
            + "\""
            + WrittenDate.advice(written));
  }

  /** A decoder that tells once when bytes are no UTF-8. */
  default Decoder decoder() {
    return new Decoder(line ->
        warn(line, "not UTF-8", "bytes that are no UTF-8: read as windows-1252, here and on"));
  }
}
