package news.cuttings.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a query: hits, best first, and how the query was read. Immutable; it holds no file
 * open.
 *
 * @param hits the page of hits
 * @param interpretation the query as it was understood, in words
 * @param warnings what could not be used as written, and what was done instead
 * @param total how many stories the hits are taken from
 * @param facets what the matching stories have most often; {@link Facets#NONE} where nobody asked
 * @param took the time from call to answer
 * @param partial whether the query's time was over before all was done: better hits may be missing,
 *     and what is counted is too little
 * @param words which of the query's words the hits and the total's stories have
 */
public record Results(
    List<Hit> hits,
    String interpretation,
    List<Warning> warnings,
    Total total,
    Facets facets,
    Duration took,
    boolean partial,
    Words words)
    implements Iterable<Hit> {

  private static final Warning TIME_OVER =
      Warning.of(
          Warning.Kind.TIME_OVER,
          "the time for the query was over; the answer is what was found until then");

  private static final Warning NOTHING_YET =
      Warning.of(Warning.Kind.TIME_OVER, "nothing found so far: the time for the query was over");

  /**
   * A number of stories.
   *
   * @param stories how many
   * @param exact false where there are at least so many
   */
  public record Total(long stories, boolean exact) {
    @Override
    public String toString() {
      return exact ? Long.toString(stories) : "at least " + stories;
    }
  }

  /**
   * Something in which the answer is not what one may take it for.
   *
   * @param kind what a program may go by
   * @param message a sentence
   * @param from the first character of the query's text that it is about; -1 where it is about none
   * @param to one past the last
   */
  public record Warning(Kind kind, String message, int from, int to) {
    /** What a warning is about. Later releases may have more. */
    public enum Kind {
      /** Part of the query's text was read otherwise than written. */
      READ_OTHERWISE,
      /** The query asks for more than one may cost; part of it was not asked. */
      CUT,
      /** No story has all that was asked for; the answer is of stories with some of it. */
      RELAXED,
      /** A word that no story has, or hardly any, is near one that stories have. */
      SPELLING,
      /** Stories without a date were left out. */
      UNDATED,
      /** Empty rows of a timeline were left out. */
      EMPTY_ROWS,
      /** The source of more like this is not there, or has nothing to go by. */
      NOTHING_TO_GO_BY,
      /** The time for the query was over. */
      TIME_OVER,
      /** The view of the index that the cursor is of is gone. */
      VIEW_GONE,
      /** Another process is filling the index. */
      BEING_FILLED,
      /** The index is of an earlier release, and lacks what was asked for. */
      OLD_INDEX
    }

    /** Checks for absence. */
    public Warning {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(message, "message");
    }

    /** About the query as a whole. */
    public static Warning of(Kind kind, String message) {
      return new Warning(kind, message, -1, -1);
    }

    @Override
    public String toString() {
      return message;
    }
  }

  /** The whole answer. */
  public Results(
      List<Hit> hits,
      String interpretation,
      List<Warning> warnings,
      Total total,
      Facets facets,
      Duration took) {
    this(hits, interpretation, warnings, total, facets, took, false);
  }

  /** An answer whose time was over or not. */
  public Results(
      List<Hit> hits,
      String interpretation,
      List<Warning> warnings,
      Total total,
      Facets facets,
      Duration took,
      boolean partial) {
    this(hits, interpretation, warnings, total, facets, took, partial, Words.SAME);
  }

  /** Copies the lists. */
  public Results {
    Objects.requireNonNull(hits, "hits");
    Objects.requireNonNull(interpretation, "interpretation");
    Objects.requireNonNull(warnings, "warnings");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(facets, "facets");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(words, "words");
    hits = List.copyOf(hits);
    warnings = List.copyOf(warnings);
  }

  /** Gives this answer as what was found until the time was over. */
  public Results asPartial() {
    List<Warning> told = new ArrayList<>(warnings);
    told.add(hits.isEmpty() ? NOTHING_YET : TIME_OVER);
    Total least = new Total(Math.max(total.stories(), hits.size()), false);
    return new Results(hits, interpretation, told, least, facets, took, true, words);
  }

  /** Gives this answer with one more warning. */
  public Results with(Warning warning) {
    Objects.requireNonNull(warning, "warning");
    List<Warning> told = new ArrayList<>(warnings);
    told.add(warning);
    return new Results(hits, interpretation, told, total, facets, took, partial, words);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return hits.isEmpty();
  }

  /**
   * The best hit.
   *
   * @throws NoSuchElementException where nothing was found
   */
  public Hit first() {
    if (hits.isEmpty()) {
      throw new NoSuchElementException("nothing was found for: " + interpretation);
    }
    return hits.get(0);
  }

  /**
   * Where the next page begins: the last hit's cursor; empty where nothing was found. It goes on in
   * the same view of the index for ten minutes here, and in other processes while the writer that
   * has committed since is open, as long as the views and commits kept for it are few and small
   * beside the index; then after the same place in the present one, with a warning.
   */
  public Optional<String> cursor() {
    return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(hits.size() - 1).cursor());
  }

  @Override
  public Iterator<Hit> iterator() {
    return hits.iterator();
  }
}
