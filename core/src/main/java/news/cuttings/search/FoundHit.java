package news.cuttings.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.query.Cursor;
import news.cuttings.query.Explanation;
import news.cuttings.query.Hit;
import news.cuttings.query.Snippet;
import news.cuttings.query.Why;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/** A hit whose story is read and shown when it is looked at. */
public final class FoundHit implements Hit {
  private final int rank;
  private final Cursor key;
  private final Shown shown;
  private final @Nullable Explanation explanation;
  private final List<String> copies;

  public FoundHit(
      int rank, Cursor key, Shown shown, @Nullable Explanation explanation, List<String> copies) {
    this.rank = rank;
    this.key = key;
    this.shown = shown;
    this.explanation = explanation;
    this.copies = List.copyOf(copies);
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public float score() {
    return key.score();
  }

  @Override
  public String id() {
    return key.id();
  }

  @Override
  public Optional<Story> story() {
    return Optional.ofNullable(shown.story());
  }

  @Override
  public Optional<String> headline() {
    return shown.headline();
  }

  @Override
  public Optional<LocalDate> date() {
    shown.check();
    return key.day() == BestHits.NO_DATE
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(key.day()));
  }

  @Override
  public Optional<String> source() {
    return shown.source();
  }

  @Override
  public List<String> people() {
    return shown.read().people().stream().map(Person::name).toList();
  }

  @Override
  public Snippet title() {
    return shown.title();
  }

  @Override
  public Snippet snippet() {
    return shown.snippet();
  }

  @Override
  public List<String> copies() {
    return copies;
  }

  @Override
  public Optional<Explanation> explanation() {
    return Optional.ofNullable(explanation);
  }

  @Override
  public String cursor() {
    return key.ranked(rank).text();
  }

  @Override
  public Why why() {
    return shown.why();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FoundHit hit
            && rank == hit.rank
            && Float.compare(score(), hit.score()) == 0
            && id().equals(hit.id())
            && copies.equals(hit.copies)
            && Objects.equals(explanation, hit.explanation)
            && story().equals(hit.story())
            && (!shown.isAny()
                || (title().equals(hit.title())
                    && snippet().equals(hit.snippet())
                    && why().equals(hit.why()))));
  }

  @Override
  public int hashCode() {
    return Objects.hash(rank, score(), id());
  }

  /** The place, the title, the id and the score: for messages, not for machines. */
  @Override
  public String toString() {
    String title = shown.isAny() ? title().text() : "";
    return rank + ". " + (title.isEmpty() ? "" : title + " ") + "(" + id() + ", " + score() + ")";
  }
}
