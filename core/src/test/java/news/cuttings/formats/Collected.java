package news.cuttings.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import news.cuttings.story.Story;

/** A sink that keeps what it is told. */
public final class Collected implements Sink {
  public final List<Story> stories = new ArrayList<>();
  public final List<Problem> skipped = new ArrayList<>();
  public final List<Problem> warnings = new ArrayList<>();
  public final List<Problem> passedOver = new ArrayList<>();
  public final List<Problem> notes = new ArrayList<>();
  public final List<String> dropped = new ArrayList<>();
  public final List<Problem> droppedWhy = new ArrayList<>();

  public static Collected of(StoryFiles files, InputStream in) throws IOException {
    Collected collected = new Collected();
    files.read("test", in, collected);
    return collected;
  }

  public static Collected of(StoryFiles files, String text) throws IOException {
    return of(files, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static Collected of(StoryFiles files, Path path) throws IOException {
    Collected collected = new Collected();
    files.read(path, collected);
    return collected;
  }

  /** What each text was told to be. */
  public final List<Told> told = new ArrayList<>();

  /** The parts that each story's fields are from. */
  public final List<Map<String, String>> parts = new ArrayList<>();

  @Override
  public void told(Told what) {
    told.add(what);
  }

  @Override
  public void parts(Story story, Supplier<Map<String, String>> from) {
    parts.add(from.get());
  }

  /** The stories read. */
  public List<Story> stories() {
    return stories;
  }

  /** Their headlines; {@code -} where there is none. */
  public List<String> headlines() {
    return stories.stream().map(story -> story.headline().orElse("-")).toList();
  }

  @Override
  public void story(Story story) {
    stories.add(story);
  }

  @Override
  public void skipped(Problem problem, String record) {
    skipped.add(problem);
  }

  @Override
  public void warning(Problem problem) {
    warnings.add(problem);
  }

  @Override
  public void note(Problem how) {
    notes.add(how);
  }

  @Override
  public void passedOver(Problem problem) {
    passedOver.add(problem);
  }

  @Override
  public void dropped(Problem problem, String line) {
    dropped.add(line);
    droppedWhy.add(problem);
  }
}
