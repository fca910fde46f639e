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
  private final Cursor key;
  private final Shown shown;
  private final @Nullable Explanation explanation;
  private final List<String> copies;

  Hit(int rank, Cursor key, Shown shown, @Nullable Explanation explanation, List<String> copies) {
    this.rank = rank;
    this.key = key;
    this.shown = shown;
    this.explanation = explanation;
    this.copies = List.copyOf(copies);
  }

  /** The place in the answer, from 1; goes on counting over pages. */
  public int rank() {
    return rank;
  }

  /** How well the story answers: comparable within one answer only; 0 in orders by date. */
  public float score() {
    return key.score();
  }

  /** The story's id. */
  public String id() {
    return key.id();
  }

  /** The story; empty where {@linkplain StoryQuery#idsOnly() ids only} were asked for. */
  public Optional<Story> story() {
    return Optional.ofNullable(shown.story());
  }

  /** The headline as written. */
  public Optional<String> headline() {
    return story().flatMap(Story::headline);
  }

  /** The headline, or the first sentence in its place, with what the query found in it. */
  public Snippet title() {
    return shown.title();
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
    return shown.snippet();
  }

  /**
   * The ids of near-copies of this story that it stands for; none in a search, or where {@linkplain
   * Like#copies they are hits themselves}.
   */
  public List<String> copies() {
    return copies;
  }

  /** How the score came about; empty where the query did not ask. */
  public Optional<Explanation> explanation() {
    return Optional.ofNullable(explanation);
  }

  /** Where to go on after this hit: {@link StoryQuery#after}. */
  public String cursor() {
    return key.ranked(rank).text();
  }

  /** Why the story is here; {@link Why#NOTHING} in a search. */
  public Why why() {
    return shown.why();
  }

  /**
   * Whether it is the same story at the same place, shown alike and for the same reasons. Costs
   * what showing both costs; the view of the index that they were found in does not matter.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Hit hit
            && rank == hit.rank
            && Float.compare(score(), hit.score()) == 0
            && id().equals(hit.id())
            && copies.equals(hit.copies)
            && Objects.equals(explanation, hit.explanation)
            && story().equals(hit.story())
            && title().equals(hit.title())
            && snippet().equals(hit.snippet())
            && why().equals(hit.why()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(rank, score(), id());
  }

  /** The place, the title, the id and the score: for messages, not for machines. */
  @Override
  public String toString() {
    String title = title().text();
    return rank + ". " + (title.isEmpty() ? "" : title + " ") + "(" + id() + ", " + score() + ")";
  }
}
