package news.cuttings.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
  private final Mode mode;
  private final boolean copies;
  private final boolean idsOnly;
  private final @Nullable Duration timeout;

  /** What kind of story is wanted. */
  public enum Mode {
    /** Those on the same affair, whenever they were written; the default. */
    EVENT,
    /** Stories on the same affair of days before the story; undated stories are none. */
    BACKGROUND,
    /** Those that name the same people: most of them and the rarest first, then by words. */
    PEOPLE
  }

  private Like(
      @Nullable String id,
      @Nullable Story story,
      int limit,
      Mode mode,
      boolean copies,
      boolean idsOnly,
      @Nullable Duration timeout) {
    if (limit < 1 || limit > StoryQuery.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be from 1 to " + StoryQuery.MAX_LIMIT + ", got " + limit);
    }
    this.id = id;
    this.story = story;
    this.limit = limit;
    this.mode = mode;
    this.copies = copies;
    this.idsOnly = idsOnly;
    this.timeout = timeout;
  }

  private static Like of(@Nullable String id, @Nullable Story story) {
    return new Like(id, story, StoryQuery.DEFAULT_LIMIT, Mode.EVENT, false, false, null);
  }

  /** More like the story of that id. */
  public static Like id(String id) {
    return of(Objects.requireNonNull(id, "id"), null);
  }

  /**
   * More like that story, which need not be in the index; where it is, it is left out by its id.
   */
  public static Like story(Story story) {
    return of(null, Objects.requireNonNull(story, "story"));
  }

  /**
   * More like that text.
   *
   * @throws IllegalArgumentException where the text is blank, or longer than {@link
   *     Story#MAX_LENGTH}
   */
  public static Like text(String text) {
    Objects.requireNonNull(text, "text");
    return story(Story.builder().body(text).build());
  }

  /** At most so many hits; 10 by default. */
  public Like limit(int limit) {
    return new Like(id, story, limit, mode, copies, idsOnly, timeout);
  }

  /** Stories of that kind. */
  public Like mode(Mode mode) {
    return new Like(
        id, story, limit, Objects.requireNonNull(mode, "mode"), copies, idsOnly, timeout);
  }

  /**
   * Whether near-copies are hits like others. By default those of the source are left out, and of
   * several that are near-copies of one another the longest is the hit, which {@linkplain
   * Hit#copies names} the others. Two stories are near-copies where two in three of the runs of
   * four words of the one that has fewer, which must be eight or more, are in the other.
   */
  public Like copies(boolean copies) {
    return new Like(id, story, limit, mode, copies, idsOnly, timeout);
  }

  /** Ends the search after so long, as {@link StoryQuery#timeout} does. */
  public Like timeout(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    return new Like(id, story, limit, mode, copies, idsOnly, StoryQuery.checked(timeout));
  }

  /** Takes what time it takes. */
  public Like withoutTimeout() {
    return new Like(id, story, limit, mode, copies, idsOnly, null);
  }

  /** How long it may take; empty where it takes what it takes. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Only ids and scores of the hits: saves reading the stories. */
  public Like idsOnly() {
    return idsOnly(true);
  }

  /** Whether only ids and scores of the hits are given. */
  public Like idsOnly(boolean idsOnly) {
    return new Like(id, story, limit, mode, copies, idsOnly, timeout);
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

  /** The kind of story wanted. */
  public Mode mode() {
    return mode;
  }

  /** Whether near-copies are hits like others. */
  public boolean isWithCopies() {
    return copies;
  }

  /** Whether only ids and scores are wanted. */
  public boolean isIdsOnly() {
    return idsOnly;
  }

  /** Whether it asks for the same in the same way. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Like like && values().equals(like.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  /** The source, and what else was asked for: for messages, not for machines. */
  @Override
  public String toString() {
    return "Like["
        + (story == null ? "id " + id : "story " + story)
        + "; limit "
        + limit
        + "; "
        + mode
        + (copies ? "; copies" : "")
        + (idsOnly ? "; ids only" : "")
        + (timeout == null ? "" : "; timeout " + timeout)
        + "]";
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(id, story, limit, mode, copies, idsOnly, timeout);
  }
}
