package news.cuttings.search;

import java.util.function.Function;
import java.util.function.Supplier;
import news.cuttings.query.Snippet;
import news.cuttings.query.Why;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a hit, made of its stored story when it is looked at and not before: an answer
 * of ids costs nothing more. Safe for use by many threads.
 */
public final class Shown {
  /** For answers of ids only. */
  public static final Shown NOTHING = new Shown(null, null, null);

  private final @Nullable String json;
  private final @Nullable Supplier<Highlighter> highlighter;
  private final @Nullable Supplier<Function<Story, Why>> likeness;
  private @Nullable Story story;
  private @Nullable Snippet title;
  private @Nullable Snippet snippet;
  private @Nullable Why why;

  public Shown(
      @Nullable String json,
      @Nullable Supplier<Highlighter> highlighter,
      @Nullable Supplier<Function<Story, Why>> likeness) {
    this.json = json;
    this.highlighter = highlighter;
    this.likeness = likeness;
  }

  synchronized @Nullable Story story() {
    if (story == null && json != null) {
      try {
        story = StoryJson.readStored(json);
      } catch (BadStoryException e) {
        throw new IllegalStateException("a stored story cannot be read; check the index", e);
      }
    }
    return story;
  }

  synchronized Snippet title() {
    if (title == null) {
      title = highlighted(true);
    }
    return title;
  }

  synchronized Snippet snippet() {
    if (snippet == null) {
      snippet = highlighted(false);
    }
    return snippet;
  }

  Story read() {
    Story of = story();
    if (of == null) {
      throw new IllegalStateException(
          "the query asked for ids only: the story was not read; ask without idsOnly()");
    }
    return of;
  }

  private Snippet highlighted(boolean isTitle) {
    Story of = read();
    Supplier<Highlighter> maker = highlighter;
    if (maker == null) {
      return Snippet.EMPTY;
    }
    Highlighter with = maker.get();
    synchronized (with) { // the hits of an answer share it
      if (!isTitle) {
        return with.best(of.body());
      }
      return of.headline().map(with::whole).orElseGet(() -> with.firstSentence(of.body()));
    }
  }

  synchronized Why why() {
    if (why == null) {
      Story of = read();
      Supplier<Function<Story, Why>> maker = likeness;
      if (maker == null) {
        why = Why.NOTHING;
      } else {
        Function<Story, Why> with = maker.get();
        synchronized (with) {
          why = with.apply(of);
        }
      }
    }
    return why;
  }
}
