package news.cuttings;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import news.cuttings.people.People;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;

/** Indices for tests, in which nobody is recognised. */
public final class Filed {
  private Filed() {}

  /** Names nobody whom the story does not. */
  public static People people() {
    return People.given();
  }

  /** An index in memory with those stories, visible. */
  public static StoryIndex of(Iterable<Story> stories) throws IOException {
    StoryIndex index = StoryIndex.inMemory(people());
    index.addAll(stories);
    index.commit();
    return index;
  }

  /** An index in memory with a story of each text, named by its place from 0. */
  public static StoryIndex ofTexts(String... bodies) throws IOException {
    StoryIndex index = StoryIndex.inMemory(people());
    for (int i = 0; i < bodies.length; i++) {
      index.add(Story.builder().id(Integer.toString(i)).body(bodies[i]).build());
    }
    index.commit();
    return index;
  }

  /** The ids of the answer, best first. */
  public static List<String> ids(StoryIndex index, StoryQuery query) throws IOException {
    return ids(index.search(query));
  }

  /** The ids of the hits, in order. */
  public static List<String> ids(Iterable<Hit> hits) {
    return StreamSupport.stream(hits.spliterator(), false).map(Hit::id).toList();
  }
}
