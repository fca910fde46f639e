package news.cuttings.index;

import java.io.IOException;
import java.util.ArrayList;
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
  /** At that many the index should be refreshed and these forgotten. */
  static final int MANY = 20_000;

  private static final Known DELETED = new Known(null);

  private final ConcurrentHashMap<String, Known> recent = new ConcurrentHashMap<>();
  private final SearcherManager searchers;

  /** What a copy may lack of the story; null where the story was deleted. */
  private record Known(@Nullable Story story) {}

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
    recent.put(story.id(), new Known(essence(story)));
  }

  void deleted(String id) {
    recent.put(id, DELETED);
  }

  /** Whether a story of that id is filed. */
  boolean has(String id) throws IOException {
    Known known = recent.get(id);
    return known != null ? known.story() != null : read(id, false) != null;
  }

  /**
   * The story, with the date and the stated people that the one filed under its id has and it
   * lacks.
   */
  Story complete(Story story) throws IOException {
    boolean lacksDate = story.date().isEmpty();
    boolean lacksPeople = story.people().stream().noneMatch(Person::isStated);
    if (!lacksDate && !lacksPeople) {
      return story;
    }
    Known known = recent.get(story.id());
    Story old = known != null ? known.story() : read(story.id(), true);
    if (old == null) {
      return story;
    }
    Story.Builder complete = story.toBuilder();
    if (lacksDate && old.date().isPresent()) {
      complete.date(old.date().get());
      complete.published(story.published().or(old::published).orElse(null));
      complete.edition(story.edition().or(old::edition).orElse(null));
    }
    if (lacksPeople) {
      complete.people(withStated(old.people(), story.people()));
    }
    return complete.build();
  }

  private static List<Person> withStated(List<Person> old, List<Person> people) {
    List<Person> stated = old.stream().filter(Person::isStated).toList();
    List<String> keys = stated.stream().map(Person::key).toList();
    List<Person> all = new ArrayList<>(stated);
    people.stream().filter(person -> !keys.contains(person.key())).forEach(all::add);
    return all;
  }

  /** The story without its text. */
  private static Story essence(Story story) {
    return Story.builder()
        .id(story.id())
        .headline("-")
        .date(story.date().orElse(null))
        .published(story.published().orElse(null))
        .edition(story.edition().orElse(null))
        .people(story.people().stream().filter(Person::isStated).toList())
        .build();
  }

  private @Nullable Story read(String id, boolean whole) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Optional<Integer> doc = StoredStories.find(searcher, id);
      if (doc.isEmpty()) {
        return null;
      }
      return whole
          ? StoredStories.read(searcher.storedFields(), doc.get())
          : Story.builder().id(id).headline("-").build();
    } finally {
      searchers.release(searcher);
    }
  }
}
