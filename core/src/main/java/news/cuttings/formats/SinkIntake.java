package news.cuttings.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Wishes;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/** Hands what is read of one file, or entry of an archive, to the caller's sink. */
record SinkIntake(String file, @Nullable String entry, Sink sink, Wishes wishes) implements Intake {

  @Override
  public Intake inside(String inner) {
    return new SinkIntake(file, inner, sink, wishes);
  }

  @Override
  public Optional<Story> page(String html) {
    List<Story> stories = new ArrayList<>();
    Sink only =
        new Sink() {
          @Override
          public void story(Story story) {
            stories.add(story);
          }
        };
    try {
      Format.WEB_PAGE
          .reader()
          .read(
              new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)),
              new SinkIntake(file, entry, only, wishes));
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be read", e);
    }
    return stories.size() == 1 ? Optional.of(stories.getFirst()) : Optional.empty();
  }

  @Override
  public void take(Story story) {
    sink.story(story);
  }

  @Override
  public void parts(Story story, Supplier<Map<String, String>> parts) {
    sink.parts(story, parts);
  }

  @Override
  public void skip(long line, String kind, String message, String record) {
    sink.skipped(new Problem(at(line), kind, message), record);
  }

  @Override
  public void warn(long line, String kind, String message) {
    sink.warning(new Problem(at(line), kind, message));
  }

  @Override
  public void note(long line, String message) {
    sink.note(new Problem(at(line), "how it was read", message));
  }

  @Override
  public void drop(long line, String reason, String text) {
    sink.dropped(new Problem(at(line), reason, reason), text);
  }

  @Override
  public void passOver(String kind, String message) {
    sink.passedOver(new Problem(Origin.of(file, entry, 0), kind, message));
  }
}
