package news.cuttings.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import news.cuttings.index.StoredStories;
import news.cuttings.query.Snippet;
import news.cuttings.query.Why;
import news.cuttings.search.SearchBackend.StoredHit;
import news.cuttings.story.Story;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a hit, made of its stored story when it is looked at and not before: an answer
 * of ids costs nothing more. Safe for use by many threads.
 */
public final class Shown {
  /** For answers of ids only. */
  public static final Shown NOTHING = new Shown(null, null, null);

  private final @Nullable StoredHit hit;
  private final @Nullable Supplier<Highlighter> highlighter;
  private final @Nullable Supplier<Function<Story, Why>> likeness;
  private @Nullable Story story;
  private @Nullable Snippet title;
  private @Nullable Snippet snippet;
  private @Nullable Why why;

  public Shown(
      @Nullable StoredHit hit,
      @Nullable Supplier<Highlighter> highlighter,
      @Nullable Supplier<Function<Story, Why>> likeness) {
    this.hit = hit;
    this.highlighter = highlighter;
    this.likeness = likeness;
  }

  synchronized @Nullable Story story() {
    StoredHit of = hit;
    if (story == null && of != null) {
      story = reading(() -> StoredStories.read(of.json()));
    }
    return story;
  }

  /** What a list shows; null where the story tells, which is at hand or must be. */
  private synchronized HitStories.@Nullable Listed listed() {
    check();
    StoredHit of = hit;
    return of == null || story != null ? null : reading(of::listed);
  }

  Optional<String> headline() {
    HitStories.Listed listed = listed();
    return listed != null && listed.headline() != null
        ? Optional.of(listed.headline())
        : read().headline();
  }

  Optional<String> source() {
    HitStories.Listed listed = listed();
    return listed != null && !listed.isCut()
        ? Optional.ofNullable(listed.source())
        : read().source();
  }

  private static <T extends @Nullable Object> T reading(IOSupplier<T> work) {
    try {
      return work.get();
    } catch (CorruptIndexException e) {
      throw new IllegalStateException("a stored story cannot be read; check the index", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a story of the index cannot be read", e);
    }
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
    check();
    return Objects.requireNonNull(story());
  }

  /** Whether there is anything to show: not where ids alone were asked for. */
  boolean isAny() {
    return hit != null;
  }

  /** Refuses to tell of a story that nobody asked for: it would look as though it had nothing. */
  void check() {
    if (!isAny()) {
      throw new IllegalStateException(
          "the query asked for ids only: the story was not read; ask without idsOnly()");
    }
  }

  private Snippet highlighted(boolean isTitle) {
    check();
    Supplier<Highlighter> maker = highlighter;
    if (maker == null) {
      return Snippet.EMPTY;
    }
    Optional<String> headline = isTitle ? headline() : Optional.empty();
    String body = headline.isPresent() ? "" : read().body();
    Highlighter with = maker.get();
    synchronized (with) { // the hits of an answer share it
      return headline
          .map(with::whole)
          .orElseGet(() -> isTitle ? with.firstSentence(body) : with.best(body));
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
