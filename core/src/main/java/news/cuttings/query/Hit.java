package news.cuttings.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import news.cuttings.story.Story;

/**
 * A story that answers a query: its rank, its score, what to show of it, and why it is here.
 * Immutable; two are equal where the same story is at the same place, shown alike and for the same
 * reasons, whatever view of the index they were found in. Comparing costs what showing both costs.
 *
 * <p>Where {@linkplain StoryQuery#idsOnly() ids only} were asked for, the story is not read: what
 * is told of it throws {@link IllegalStateException}, so that what was not read is never taken for
 * what a story does not have.
 */
public interface Hit {
  /** The place in the answer, from 1; goes on counting over pages. */
  int rank();

  /** How well the story answers: comparable within one answer only; 0 in orders by date. */
  float score();

  /** The story's id. */
  String id();

  /** The story; empty where {@linkplain StoryQuery#idsOnly() ids only} were asked for. */
  Optional<Story> story();

  /** The headline as written; empty where the story has none. */
  Optional<String> headline();

  /** The headline, or the first sentence in its place, with what the query found in it. */
  Snippet title();

  /** The day of the story; empty where it has none. */
  Optional<LocalDate> date();

  /** The publication; empty where the story names none. */
  Optional<String> source();

  /** The names of the people in the story. */
  List<String> people();

  /** The sentences of the body that answer best; empty text where there is no body. */
  Snippet snippet();

  /**
   * The ids of near-copies of this story that it stands for; none in a search, or where {@linkplain
   * Like#copies they are hits themselves}.
   */
  List<String> copies();

  /** How the score came about; empty where the query did not ask. */
  Optional<Explanation> explanation();

  /** Where to go on after this hit: {@link StoryQuery#after}. */
  String cursor();

  /** Why the story is here; {@link Why#NOTHING} in a search. */
  Why why();
}
