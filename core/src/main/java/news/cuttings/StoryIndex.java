package news.cuttings;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;

/** An index of news stories. */
public interface StoryIndex extends Closeable {

  /**
   * How many stories were written.
   *
   * @param added stories whose id was not there before
   * @param replaced stories whose id was
   * @param deleted stories removed
   */
  record Changes(long added, long replaced, long deleted) {}

  /** Files a story, or replaces the one of its id. Hands over and returns. */
  void add(Story story) throws IOException;

  /** Files stories; those of one page, one after another, resolve one another's names. */
  void addAll(Iterable<Story> stories) throws IOException;

  /** Removes the story of that id, if there is one. */
  void delete(String id) throws IOException;

  /** Makes all that was added durable and visible, and says how much since the last commit. */
  Changes commit() throws IOException;

  /** Makes all that was added visible, not durable. */
  void refresh() throws IOException;

  /** The best answers. */
  Results search(StoryQuery query) throws IOException;

  /** More like the story of that id. */
  default Results moreLike(String id) throws IOException {
    return moreLike(Like.id(id));
  }

  /** More like a story or a text. */
  Results moreLike(Like like) throws IOException;

  /** The story of that id. */
  Optional<Story> story(String id) throws IOException;

  /** The ids that begin so, in order, at most so many. */
  List<String> idsWithPrefix(String prefix, int limit) throws IOException;

  /** The other stories of the page that the story of that id was read from, in the page's order. */
  List<Story> samePage(String id) throws IOException;

  /** Gives every story in the order of ids. */
  void export(Consumer<Story> to) throws IOException;

  /** What is in the index. */
  IndexStats stats() throws IOException;
}
