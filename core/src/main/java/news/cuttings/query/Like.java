package news.cuttings.query;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * What to find more of: a story in the index, or a text that need not be in it. Immutable; each
 * method gives a changed copy.
 */
public final class Like {
  private final @Nullable String id;
  private final @Nullable Story story;
  private final int limit;
  private final @Nullable Duration timeout;

  private Like(@Nullable String id, @Nullable Story story, int limit, @Nullable Duration timeout) {
    if (limit < 1 || limit > StoryQuery.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be from 1 to " + StoryQuery.MAX_LIMIT + ", got " + limit);
    }
    this.id = id;
    this.story = story;
    this.limit = limit;
    this.timeout = timeout;
  }

  /** More like the story of that id. */
  public static Like id(String id) {
    return new Like(Objects.requireNonNull(id, "id"), null, StoryQuery.DEFAULT_LIMIT, null);
  }

  /**
   * More like that story, which need not be in the index; where it is, it is left out by its id.
   */
  public static Like story(Story story) {
    return new Like(null, Objects.requireNonNull(story, "story"), StoryQuery.DEFAULT_LIMIT, null);
  }

  /**
   * More like that text.
   *
   * @throws IllegalArgumentException where the text is blank, or longer than {@link
   *     Story#MAX_LENGTH}
   */
  public static Like text(String text) {
    return story(Story.builder().body(text).build());
  }

  /** At most so many hits; 10 by default. */
  public Like limit(int limit) {
    return new Like(id, story, limit, timeout);
  }

  /** Ends the search after so long, as {@link StoryQuery#timeout} does. */
  public Like timeout(Duration timeout) {
    return new Like(id, story, limit, StoryQuery.checked(timeout));
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** The id of the source; empty where a story was given instead. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** The source; empty where an id was given instead. */
  public Optional<Story> story() {
    return Optional.ofNullable(story);
  }

  /** At most so many hits. */
  public int limit() {
    return limit;
  }
}
