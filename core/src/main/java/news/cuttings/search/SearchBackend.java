package news.cuttings.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import news.cuttings.index.Labels;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.query.Cursor;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Facets;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IORunnable;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SearchService} asks of an index at a point in time, wherever it is. For use inside
 * the library: it takes Lucene's queries. Terms, counts and scores are of the whole index, and an
 * answer is never of a part of it.
 */
public interface SearchBackend {
  /** Tells this view of the index from another, in every process; 0 for an empty index. */
  long view();

  /** What its stories were filed and are ranked by. */
  RankingOptions options();

  /**
   * This view for one question, whose answers are of what was met when so much time is over; one
   * that has no clock answers whole.
   */
  default SearchBackend within(Duration time) throws IOException {
    return this;
  }

  /** Whether there is a time and it is over: what was found so far is all there will be. */
  default boolean isOver() {
    return false;
  }

  /** Whether something was left out because the time was over. */
  default boolean isCut() {
    return false;
  }

  /** Does the work until it is done or the time is over. */
  default void untilDeadline(IORunnable work) throws IOException {
    work.run();
  }

  /** How many stories there are. */
  int stories() throws IOException;

  /** How many stories have words, as far as the term counts hold them. */
  default int worded() throws IOException {
    return stories();
  }

  /** Whether stories can be ranked by how old they are. */
  default boolean knowsAges() {
    return true;
  }

  /** How many stories there are and, as far as the term counts hold them, were. */
  int maxDoc() throws IOException;

  /** Whether every story has a date. */
  boolean allDated() throws IOException;

  /** How many stories have the term. */
  int docFreq(Term term) throws IOException;

  /** The stories that have the term; with what was found of it, where the index is at hand. */
  default TermQuery query(Term term) throws IOException {
    return new TermQuery(term);
  }

  /** The terms of the field that begin so, in order, at most so many. */
  Set<String> termsWithPrefix(Term prefix, int limit) throws IOException;

  /** Whether terms are far away: then it should be told which will be asked for. */
  default boolean isFar() {
    return false;
  }

  /** Tells which terms and beginnings will be asked for, so that they can be fetched together. */
  default void expect(Collection<Term> terms, Collection<Term> beginnings) throws IOException {}

  /** The terms of the field within so many edits, each with how many stories have it. */
  Map<String, Integer> near(Term term, int edits) throws IOException;

  /**
   * The first hits in that order: by score where it is by relevance, then newest, then id.
   *
   * @param after to go on after; null for the first page
   * @param limit at most so many, at least 1
   * @param idsOnly whether no hit's story will be asked for
   */
  Found top(Query query, StoryQuery.Order order, @Nullable Cursor after, int limit, boolean idsOnly)
      throws IOException;

  /** How many stories match, exactly. */
  int count(Query query) throws IOException;

  /**
   * What part of a query scores, by id, for those of the hits that match it.
   *
   * @param whole what the hits were found by: what is asked beside a part may have a say in what is
   *     known of its words
   */
  Map<String, Double> scores(Query part, Query whole, List<StoredHit> hits) throws IOException;

  /** The ids of the stories that match. */
  List<String> ids(Query query) throws IOException;

  /** Who is named in most of the stories that match. */
  List<NamedPerson> people(Query query, int limit) throws IOException;

  /** How many of the stories that match are of each period. */
  List<DatePeriod> timeline(Query query, DatePeriod.By by) throws IOException;

  /** What the stories that match have most often, at most so many of each. */
  Facets facets(Query query, int limit) throws IOException;

  /** The story of that id. */
  Optional<Story> story(String id) throws IOException;

  /** The ids that begin so, in order, at most so many. */
  List<String> idsWithPrefix(String prefix, int limit) throws IOException;

  /** Gives every story in the order of ids. */
  void export(Consumer<Story> to) throws IOException;

  /** The stories of the page of that story, in order. */
  default List<Story> samePage(String id) throws IOException {
    Optional<String> key = story(id).flatMap(Story::origin).flatMap(Origin::pageKey);
    if (key.isEmpty()) {
      return List.of();
    }
    Query page = new TermQuery(new Term(Schema.PAGE, Labels.page(key.get())));
    List<Story> stories = new ArrayList<>();
    for (StoredHit hit :
        top(page, StoryQuery.Order.NEWEST, null, StoryQuery.MAX_LIMIT, false).hits()) {
      stories.add(StoredStories.read(hit.json()));
    }
    stories.sort(PageSink.IN_ORDER);
    return stories;
  }

  /** Gives every story once, those of a page together and with the first of them by id. */
  default void pages(PageSink to) throws IOException {
    Set<String> gone = new HashSet<>();
    try {
      export(story -> {
        if (!gone.remove(story.id())) {
          try {
            boolean isAlone = story.origin().flatMap(Origin::pageKey).isEmpty();
            List<Story> page = isAlone ? List.of(story) : samePage(story.id());
            to.page(page);
            page.forEach(one -> gone.add(one.id()));
            gone.remove(story.id());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A story found. */
  interface StoredHit {
    /** What it is ordered by. */
    Cursor key();

    /** The stored story. */
    String json() throws IOException;

    /** What a list shows of it, without the story; null where only the story tells. */
    default HitStories.@Nullable Listed listed() throws IOException {
      return null;
    }
  }

  /**
   * Hits, and how many the search met.
   *
   * @param hits in order
   * @param total how many match, exactly or at least
   */
  record Found(List<? extends StoredHit> hits, Results.Total total) {}
}
