package news.cuttings.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/**
 * What is filed under an id: the stories written since the last refresh, kept in memory as far as a
 * later copy may lack it, and those before, read from the index.
 */
final class KnownStories {
  /**
   * At that many the index should be refreshed and these forgotten: a refresh stops all writing,
   * and before it these take some hundred bytes each.
   */
  static final int MANY = 100_000;

  private static final Known ABSENT = new Known(null);

  /** A story from which a copy can take nothing. */
  private static final Known BARE = new Known(Story.builder().id("-").headline("-").build());

  private final ConcurrentHashMap<String, Known> recent = new ConcurrentHashMap<>();
  private final SearcherManager searchers;

  /** What a copy may lack of the story; null where there is none. */
  private record Known(@Nullable Story story) {}

  /**
   * A story to be filed.
   *
   * @param story with the date and the stated people that the one filed under its id has and it
   *     lacked
   * @param replaces whether there is one filed under its id
   */
  record Completed(Story story, boolean replaces) {}

  KnownStories(SearcherManager searchers) {
    this.searchers = searchers;
  }

  boolean areMany() {
    return recent.size() >= MANY;
  }

  /** Forgets what was written: the index tells it from now on. */
  void refreshed() {
    recent.clear();
  }

  void written(Story story) {
    recent.put(story.id(), essence(story));
  }

  void deleted(String id) {
    recent.put(id, ABSENT);
  }

  /** Whether a story of that id is filed. */
  boolean has(String id) throws IOException {
    return known(id, false).story() != null;
  }

  /** Completes the story from the one filed under its id; costs one look at the ids. */
  Completed complete(Story story) throws IOException {
    Story old = known(story.id(), Completion.mayLack(story)).story();
    if (old == null) {
      return new Completed(story, false);
    }
    return new Completed(Completion.of(story, old), true);
  }

  private Known known(String id, boolean whole) throws IOException {
    Known known = recent.get(id);
    return known != null ? known : read(id, whole);
  }

  /** The story without its text. */
  private static Known essence(Story story) {
    List<Person> stated = story.people().stream().filter(Person::isStated).toList();
    if (story.date().isEmpty() && stated.isEmpty()) {
      return BARE;
    }
    return new Known(
        Story.builder()
            .id(story.id())
            .headline("-")
            .date(story.date().orElse(null))
            .published(story.published().orElse(null))
            .edition(story.edition().orElse(null))
            .people(stated)
            .build());
  }

  private Known read(String id, boolean whole) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Optional<Integer> doc = StoredStories.find(searcher, id);
      if (doc.isEmpty()) {
        return ABSENT;
      }
      return whole ? new Known(StoredStories.read(searcher.storedFields(), doc.get())) : BARE;
    } finally {
      searchers.release(searcher);
    }
  }
}
