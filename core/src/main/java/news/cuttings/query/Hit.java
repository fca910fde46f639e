package news.cuttings.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/** A story that answers a query: its rank, its score, what to show of it, and why it is here. */
public final class Hit {
  private final int rank;
  private final float score;
  private final String id;
  private final @Nullable Story story;
  private final Snippet headline;
  private final Snippet snippet;
  private final String cursor;
  private final Why why;

  Hit(
      int rank,
      float score,
      String id,
      @Nullable Story story,
      Snippet headline,
      Snippet snippet,
      String cursor,
      Why why) {
    this.rank = rank;
    this.score = score;
    this.id = Objects.requireNonNull(id, "id");
    this.story = story;
    this.headline = headline;
    this.snippet = snippet;
    this.cursor = cursor;
    this.why = why;
  }

  /** The place in the answer, from 1; goes on counting over pages. */
  public int rank() {
    return rank;
  }

  /** How well the story answers: comparable within one answer only; 0 in orders by date. */
  public float score() {
    return score;
  }

  /** The story's id. */
  public String id() {
    return id;
  }

  /** The story; empty where the query asked for {@linkplain StoryQuery#idsOnly() ids only}. */
  public Optional<Story> story() {
    return Optional.ofNullable(story);
  }

  /** The headline as written. */
  public Optional<String> headline() {
    return story().flatMap(Story::headline);
  }

  /** The headline, or the first sentence in its place, with what the query found in it. */
  public Snippet title() {
    return headline;
  }

  /** The day of the story. */
  public Optional<LocalDate> date() {
    return story().flatMap(Story::date);
  }

  /** The publication. */
  public Optional<String> source() {
    return story().flatMap(Story::source);
  }

  /** The names of the people in the story. */
  public List<String> people() {
    return story().map(s -> s.people().stream().map(Person::name).toList()).orElse(List.of());
  }

  /** The sentences of the body that answer best; empty text where there is no body. */
  public Snippet snippet() {
    return snippet;
  }

  /** Where to go on after this hit: {@link StoryQuery#after}. */
  public String cursor() {
    return cursor;
  }

  /** Why the story is here; {@link Why#NOTHING} in a search. */
  public Why why() {
    return why;
  }

  @Override
  public String toString() {
    return rank + ". " + id + " " + score;
  }
}
