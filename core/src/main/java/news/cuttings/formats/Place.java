package news.cuttings.formats;

import java.util.Map;
import news.cuttings.story.Letters;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * One file, or entry of an archive, while it is read: what the readers know of where they are, and
 * the way to the sink.
 */
record Place(String file, @Nullable String entry, Sink sink, Map<String, String> names) {

  Origin at(long line) {
    return Origin.of(file, entry, line);
  }

  /** Hands on the story that the builder makes; skips the record where it makes none. */
  void story(Story.Builder builder, long line, String record) {
    Story story;
    try {
      story = builder.build();
    } catch (IllegalArgumentException e) {
      skip(line, record.length() > Story.MAX_LENGTH ? "too long" : "no text", e, record);
      return;
    }
    sink.story(story.origin().isPresent() ? story : story.toBuilder().origin(at(line)).build());
  }

  void skip(long line, String kind, String message, String record) {
    sink.skipped(new Problem(at(line), kind, message), record);
  }

  private void skip(long line, String kind, IllegalArgumentException why, String record) {
    skip(line, kind, String.valueOf(why.getMessage()), record);
  }

  void skipTooLong(long line, String beginning) {
    skip(
        line,
        "too long",
        "a record of more than " + (ByteText.MAX >> 20) + " MB; a story is shorter: left out",
        beginning);
  }

  void warn(long line, String kind, String message) {
    sink.warning(new Problem(at(line), kind, message));
  }

  void warnOfDate(long line, String written) {
    String date = Letters.squeeze(written);
    warn(
        line,
        "date not read",
        "no day could be read from the date \""
            + (date.length() > 60 ? date.substring(0, 60) + "…" : date)
            + "\"");
  }

  void drop(long line, String reason, String text) {
    sink.dropped(new Problem(at(line), reason, reason), text);
  }

  /** A decoder that tells the sink once when bytes are no UTF-8. */
  Decoder decoder() {
    return new Decoder(line ->
        warn(line, "not UTF-8", "bytes that are no UTF-8: read as windows-1252, here and on"));
  }
}
