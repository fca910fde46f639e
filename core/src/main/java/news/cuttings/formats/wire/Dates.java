package news.cuttings.formats.wire;

import java.util.Optional;
import news.cuttings.formats.io.Intake;
import news.cuttings.story.Story;
import news.cuttings.story.WrittenDate;

/** Gives a story the day and the moment that are written on it. */
final class Dates {
  private Dates() {}

  static void set(Story.Builder story, Optional<String> written, long line, Intake intake) {
    written
        .filter(text -> !text.isBlank())
        .ifPresent(text -> {
          intake.day(text).ifPresentOrElse(story::date, () -> intake.warnOfDate(line, text));
          WrittenDate.moment(text).ifPresent(story::published);
        });
  }
}
