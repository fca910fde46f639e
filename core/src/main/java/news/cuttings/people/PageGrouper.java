package news.cuttings.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;

/** Puts stories that follow one another on a page together. */
public final class PageGrouper implements Consumer<Story> {
  private final Consumer<List<Story>> out;
  private final List<Story> page = new ArrayList<>();
  private Optional<String> key = Optional.empty();

  /** Gives pages to that consumer. */
  public PageGrouper(Consumer<List<Story>> out) {
    Objects.requireNonNull(out, "out");
    this.out = out;
  }

  /** Takes the stories of a page. */
  public interface Pages {
    /** A page, in its order. */
    void page(List<Story> page) throws IOException;
  }

  /**
   * Gives those stories page by page, as long as pages are taken without failure.
   *
   * @param progress told after each page how many stories have been taken so far
   */
  public static void each(Iterable<Story> stories, Pages to, LongConsumer progress)
      throws IOException {
    Objects.requireNonNull(stories, "stories");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(progress, "progress");
    AtomicLong taken = new AtomicLong();
    PageGrouper pages =
        new PageGrouper(page -> {
          try {
            to.page(page);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          progress.accept(taken.addAndGet(page.size()));
        });
    try {
      stories.forEach(pages);
      pages.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void accept(Story story) {
    Objects.requireNonNull(story, "story");
    Optional<String> next = story.origin().flatMap(Origin::pageKey);
    if (!next.equals(key) || key.isEmpty() || page.size() == People.MAX_PAGE) {
      flush();
    }
    key = next;
    page.add(story);
  }

  /** Gives what is left. */
  public void flush() {
    if (!page.isEmpty()) {
      out.accept(List.copyOf(page));
      page.clear();
    }
  }
}
