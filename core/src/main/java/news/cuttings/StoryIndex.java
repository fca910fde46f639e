package news.cuttings;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import news.cuttings.people.People;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.UnclearQueryException;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;

/**
 * An index of news stories: the front door of the library.
 *
 * {@snippet class="news.cuttings.SnippetsTest" region="tour"}
 *
 * <p>Safe for use by many threads: one index serves an application. One writer and many readers may
 * have the same folder open, in other processes too. Readers see a point in time: what was added
 * shows after {@link #refresh} or {@link #commit}, what another process committed after {@link
 * #refresh}. Writing is done by threads of the index, which end with {@link #close}; no network
 * connection is opened. Any call can throw {@link DamagedIndexException} where a file is not as it
 * was written.
 *
 * <p>An {@link #add} or {@link #delete(String)} that has returned is in the index when {@link
 * #close} returns, whoever calls it meanwhile, or close throws. From the moment that close is
 * called every other call throws {@link IllegalStateException}, "the index is closed"; what it was
 * to write is not written then. A story that could not be filed is told to the next who hands over
 * one, and to the next who asks for all of them: {@link #commit}, say, or close.
 */
public interface StoryIndex extends Closeable {

  /**
   * Opens the index in that folder; where there is none, the first write makes it. The lock is
   * taken at the first write and kept until the index is closed. People are recognised.
   *
   * @throws IncompatibleIndexException where this release cannot read it
   * @throws IOException where the disk fails
   */
  static StoryIndex open(Path folder) throws IOException {
    return at(folder).open();
  }

  /** Opens the index in that folder as {@link #open(Path)} does, naming people in that way. */
  static StoryIndex open(Path folder, People people) throws IOException {
    return at(folder).people(people).open();
  }

  /**
   * Opens an index for searching only: no lock, nothing is written; the folder may be on a medium
   * that cannot be written.
   *
   * @throws NoIndexException where there is none
   */
  static StoryIndex openReadOnly(Path folder) throws IOException {
    return at(folder).readOnly().open();
  }

  /** An empty index in memory, gone when it is closed. People are recognised. */
  static StoryIndex inMemory() {
    return inMemory(People.standard());
  }

  /** An empty index in memory that names people in that way, gone when it is closed. */
  static StoryIndex inMemory(People people) {
    return LocalIndex.inMemory(new LocalIndex.Filing(people, null));
  }

  /** The index in that folder, to be opened otherwise than usual. */
  static IndexBuilder at(Path folder) {
    return IndexBuilder.at(folder);
  }

  /**
   * How many stories were written.
   *
   * @param added stories whose id was not there before
   * @param replaced stories whose id was
   * @param deleted stories removed
   */
  record Changes(long added, long replaced, long deleted) {}

  /**
   * Files a story, or replaces the one of its id; a copy without a date or stated people keeps
   * those known. Hands over and returns; waits only while too much is on its way.
   *
   * @throws IndexLockedException where another writer has the index
   * @throws IOException where the index cannot be written, or a story handed over before could not
   *     be
   * @throws IllegalStateException where the index is closed or being closed: the story was not
   *     taken
   */
  default void add(Story story) throws IOException {
    Objects.requireNonNull(story, "story");
    addAll(List.of(story));
  }

  /**
   * Files stories in order, as {@link #add} does each. Those of one page that follow one another
   * resolve one another's names.
   */
  default void addAll(Iterable<Story> stories) throws IOException {
    addAll(stories, handedOver -> {});
  }

  /**
   * Files stories as {@link #addAll(Iterable)} does, and tells how far it is.
   *
   * @param progress told by the calling thread, after each story or page that was handed over, how
   *     many stories have been so far
   */
  void addAll(Iterable<Story> stories, LongConsumer progress) throws IOException;

  /** Removes the story of that id, if there is one; shows with the next refresh or commit. */
  void delete(String id) throws IOException;

  /**
   * Removes the stories that have all of the query's words (any, if it says so), pass its filters
   * and are visible at the call; says how many. Its limit and order change nothing. Costs a visit
   * to each.
   *
   * <p>Removes only by what was asked for: a query that asks for nothing in particular, a part of
   * which says nothing, that has a warning or more words than a query can have is refused, and
   * nothing is removed. Every story is asked for by {@link StoryQuery#everything} or {@code *}
   * alone.
   *
   * @throws UnclearQueryException where it is not clear which stories are to be removed
   */
  default long delete(StoryQuery query) throws IOException {
    Objects.requireNonNull(query, "query");
    List<String> ids = idsToDelete(query);
    for (String id : ids) {
      delete(id);
    }
    return ids.size();
  }

  /**
   * The ids of the stories that {@link #delete(StoryQuery)} would remove; removes none.
   *
   * @throws UnclearQueryException where it is not clear which
   */
  List<String> idsToDelete(StoryQuery query) throws IOException;

  /** What keeps the index in order: beside everyday use, now and then. */
  Maintenance maintenance();

  /**
   * Makes durable and visible what was added before the call, and says how much that was since the
   * last commit.
   */
  Changes commit() throws IOException;

  /** Makes visible what was added before the call, and what other processes have committed. */
  void refresh() throws IOException;

  /**
   * The stories that answer best. Costs no look at stories beyond the page shown.
   *
   * @throws IOException where the index cannot be read
   */
  Results search(StoryQuery query) throws IOException;

  /**
   * More like the story of that id; nothing where there is no such story.
   *
   * @throws IOException where the index cannot be read
   */
  default Results moreLike(String id) throws IOException {
    return moreLike(Like.id(id));
  }

  /** More like a story or a text. */
  Results moreLike(Like like) throws IOException;

  /**
   * Who is named in the stories that match, those in most stories first; exact. A query of several
   * words counts stories with all of them, unless it says any. Costs a visit to each matching story
   * and no stored field.
   *
   * @param limit at most so many people
   */
  Counted<NamedPerson> people(StoryQuery query, int limit) throws IOException;

  /**
   * Who is named together with somebody: in the stories that match and name them, those in most of
   * these first; exact. Left out is whoever is called so. Costs what {@link #people} costs.
   *
   * @param name any part of a name, accents and case folded
   * @param limit at most so many people
   */
  default Counted<NamedPerson> peopleWith(String name, StoryQuery query, int limit)
      throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(query, "query");
    return people(query.person(name), Integer.MAX_VALUE)
        .only(person -> !person.isCalled(name), limit);
  }

  /**
   * How many of the stories that match are of each period, from the first to the last, the empty
   * ones too; a last row counts those without a date, where there are any. Counts and costs as
   * {@link #people} does.
   */
  Counted<DatePeriod> timeline(StoryQuery query, DatePeriod.By by) throws IOException;

  /** The story of that id; empty where there is none. */
  Optional<Story> story(String id) throws IOException;

  /** The ids that begin so, in order, at most so many. */
  List<String> idsWithPrefix(String prefix, int limit) throws IOException;

  /**
   * The stories of the page that the story of that id was read from, itself included, in the page's
   * order; empty where it was on no page with others.
   */
  List<Story> samePage(String id) throws IOException;

  /** The options that words are weighed by. */
  RankingOptions options() throws IOException;

  /** Gives every story in the order of ids, as they were at the time of the call. */
  void export(Consumer<Story> to) throws IOException;
}
