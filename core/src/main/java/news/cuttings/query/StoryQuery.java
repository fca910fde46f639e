package news.cuttings.query;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Diagnostic;
import news.cuttings.query.syntax.Field;
import news.cuttings.query.syntax.Interpretation;
import news.cuttings.query.syntax.QueryDates;
import news.cuttings.query.syntax.QueryLanguage;
import news.cuttings.query.syntax.QueryText;
import org.jspecify.annotations.Nullable;

/**
 * What to search for, and how much of the answer to give. Immutable: each method gives a changed
 * copy.
 *
 * <p>{@link #parse} reads the query language and never fails; {@link #words} takes any text as
 * plain words, so that what a user typed needs no escaping. Filters are added by methods and are
 * never parsed:
 *
 * {@snippet class="news.cuttings.SnippetsTest" region="typed"}
 */
public final class StoryQuery {
  /** How many hits are given where nothing is said. */
  public static final int DEFAULT_LIMIT = 10;

  /** The most hits that one answer gives; go on with {@link #after}. */
  public static final int MAX_LIMIT = 10_000;

  /** In which order hits come. */
  public enum Order {
    /** Best first; newest first where nothing is ranked. */
    RELEVANCE,
    /** Newest first, undated last. */
    NEWEST,
    /** Oldest first, undated last. */
    OLDEST
  }

  /** Which stories match a query of several words. */
  public enum Match {
    /** Any of the words in order of relevance, all of them where stories are counted or dated. */
    BY_ORDER,
    /** Stories with any of the words. */
    ANY,
    /** Stories with all of the words. */
    ALL
  }

  private final Clause.Group clauses;
  private final List<Warning> warnings;
  private final Map<Warning, Clause> doubts;
  private final int limit;
  private final @Nullable String after;
  private final Order order;
  private final Match match;
  private final boolean counting;
  private final boolean undated;
  private final boolean idsOnly;
  private final int facetLimit;
  private final boolean explaining;
  private final @Nullable Duration timeout;
  private final @Nullable Recency recency;

  private StoryQuery(Builder b) {
    clauses = b.clauses;
    warnings = List.copyOf(b.warnings);
    doubts = b.doubts;
    limit = b.limit;
    after = b.after;
    order = b.order;
    match = b.match;
    counting = b.counting;
    undated = b.undated;
    idsOnly = b.idsOnly;
    facetLimit = b.facetLimit;
    explaining = b.explaining;
    timeout = b.timeout;
    recency = b.recency;
  }

  /**
   * The text's words, ranked; nothing in it is syntax. A search for an empty text finds every
   * story; a removal by one removes none.
   */
  public static StoryQuery words(String text) {
    Objects.requireNonNull(text, "text");
    return of(QueryLanguage.words(text));
  }

  /**
   * The text in the query language; what cannot be used as syntax is taken as words and told in the
   * warnings. Relative dates count from today in the system's time zone. Never fails.
   */
  public static StoryQuery parse(String text) {
    return parse(text, LocalDate.now(ZoneId.systemDefault()));
  }

  /** Reads the text as {@link #parse(String)} does, with relative dates counted from that day. */
  public static StoryQuery parse(String text, LocalDate today) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(today, "today");
    return of(QueryLanguage.parse(text, today));
  }

  /**
   * Reads the text in the query language strictly: what cannot be used as syntax is an error, whose
   * message says what to write.
   *
   * @throws QuerySyntaxException where {@link #parse} would warn
   */
  public static StoryQuery parseStrict(String text, LocalDate today) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(today, "today");
    QueryLanguage.Reading reading = QueryLanguage.parse(text, today);
    if (!reading.remarks().isEmpty()) {
      Diagnostic first = reading.remarks().getFirst();
      throw new QuerySyntaxException(first.refused(), first.from());
    }
    return of(reading);
  }

  /** Every story, newest first; with filters, every story that passes them. */
  public static StoryQuery everything() {
    return of(
        new Clause.Group(List.of(new Clause.Part(Clause.Occur.MAY, new Clause.Everything()))));
  }

  /** A query of that tree. */
  public static StoryQuery of(Clause.Group clauses) {
    Objects.requireNonNull(clauses, "clauses");
    return of(new QueryLanguage.Reading(clauses, List.of()));
  }

  private static StoryQuery of(QueryLanguage.Reading reading) {
    Builder b = new Builder();
    b.clauses = reading.clauses();
    if (!reading.remarks().isEmpty()) {
      List<Warning> warnings = new ArrayList<>();
      Map<Warning, Clause> doubts = new HashMap<>();
      for (Diagnostic remark : reading.remarks()) {
        Warning warning =
            new Warning(Warning.Kind.READ_OTHERWISE, remark.told(), remark.from(), remark.to());
        warnings.add(warning);
        if (remark.unless() != null) {
          doubts.put(warning, remark.unless());
        }
      }
      b.warnings = warnings;
      b.doubts = Map.copyOf(doubts);
    }
    return new StoryQuery(b);
  }

  /** Only stories that name that person: any part of a name, accents and case folded. */
  public StoryQuery person(String name) {
    Objects.requireNonNull(name, "name");
    return label(Field.PERSON, name);
  }

  /** Only stories of that publication: any words of its name. */
  public StoryQuery source(String name) {
    Objects.requireNonNull(name, "name");
    return label(Field.SOURCE, name);
  }

  /** Only stories with that label: person, source, section, byline, topics, edition or id. */
  public StoryQuery label(Field field, String text) {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(text, "text");
    if (field.kind() != Field.Kind.LABEL) {
      throw new IllegalArgumentException(field.label() + " is no label");
    }
    return filter(new Clause.Phrase(field, text, 0));
  }

  /** Only stories of that day or later. */
  public StoryQuery since(LocalDate day) {
    return filter(new Clause.Days(Objects.requireNonNull(day, "day"), null));
  }

  /** Only stories of that day or earlier. */
  public StoryQuery until(LocalDate day) {
    return filter(new Clause.Days(null, Objects.requireNonNull(day, "day")));
  }

  /**
   * Only stories of that date or later: a date as in the language, {@code 2023-12} or {@code 7d}.
   *
   * @param today the day that relative dates count from
   * @throws IllegalArgumentException where it is no date
   */
  public StoryQuery since(String date, LocalDate today) {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(today, "today");
    return filter(new QueryDates(today).since(date).orElseThrow(() -> noDate(date)));
  }

  /** Only stories of that date or earlier; see {@link #since(String, LocalDate)}. */
  public StoryQuery until(String date, LocalDate today) {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(today, "today");
    return filter(new QueryDates(today).until(date).orElseThrow(() -> noDate(date)));
  }

  private static IllegalArgumentException noDate(String date) {
    return new IllegalArgumentException("\"" + date + "\" is no date; write " + QueryDates.FORMS);
  }

  /** Only stories that match the clause too; no score. */
  public StoryQuery filter(Clause clause) {
    Builder b = toBuilder();
    List<Clause.Part> parts = new ArrayList<>();
    if (!clauses.isEverything()) { // a filter says which
      parts.addAll(clauses.parts());
    }
    parts.add(new Clause.Part(Clause.Occur.FILTER, clause));
    b.clauses = new Clause.Group(parts);
    return new StoryQuery(b);
  }

  /**
   * At most so many hits: 10 where nothing is said.
   *
   * @throws IllegalArgumentException below 0 or above {@link #MAX_LIMIT}
   */
  public StoryQuery limit(int limit) {
    if (limit < 0 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be from 0 to " + MAX_LIMIT + ", got " + limit);
    }
    return with(b -> b.limit = limit);
  }

  /**
   * Goes on after the hit that gave that cursor.
   *
   * @throws IllegalArgumentException where it is no cursor
   */
  public StoryQuery after(String cursor) {
    Objects.requireNonNull(cursor, "cursor");
    return with(b -> b.after = Cursor.read(cursor).text());
  }

  /** Begins with the first hit, wherever {@link #after} would have gone on. */
  public StoryQuery fromFirst() {
    return with(b -> b.after = null);
  }

  /** In that order. */
  public StoryQuery order(Order order) {
    return with(b -> b.order = Objects.requireNonNull(order, "order"));
  }

  /** Any or all of the words. */
  public StoryQuery match(Match match) {
    return with(b -> b.match = Objects.requireNonNull(match, "match"));
  }

  /** Counts the matching stories exactly; costs a visit to each of them. */
  public StoryQuery counting() {
    return counting(true);
  }

  /** Whether the matching stories are counted exactly, as {@link #counting()} has them. */
  public StoryQuery counting(boolean counting) {
    return with(b -> b.counting = counting);
  }

  /**
   * Counts people, publications, sections and months of the matching stories; costs a visit to each
   * of them.
   *
   * @param limit at most so many values of each; 0 for no facets
   * @throws IllegalArgumentException below 0 or above {@link #MAX_LIMIT}
   */
  public StoryQuery facets(int limit) {
    if (limit < 0 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be from 0 to " + MAX_LIMIT + ", got " + limit);
    }
    return with(b -> b.facetLimit = limit);
  }

  /** Says of each hit how its score came about; costs a second look at each hit of the page. */
  public StoryQuery explaining() {
    return explaining(true);
  }

  /** Whether each hit says how its score came about. */
  public StoryQuery explaining(boolean explaining) {
    return with(b -> b.explaining = explaining);
  }

  /**
   * Ends the search after so long, with what was found until then; the answer says so. Without it a
   * query ends when it is done, which its bounds on words and spellings see to. The clock is looked
   * at between stories and between terms, so that the time is met within milliseconds.
   *
   * @throws IllegalArgumentException where it is negative
   */
  public StoryQuery timeout(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    return with(b -> b.timeout = checked(timeout));
  }

  /** Takes what time it takes. */
  public StoryQuery withoutTimeout() {
    return with(b -> b.timeout = null);
  }

  static Duration checked(Duration timeout) {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must not be negative, got " + timeout);
    }
    return timeout;
  }

  /**
   * Prefers the new: in order of relevance a story of that day gains half of what the query's words
   * can score together, one a half-life away half of that gain, one three half-lives away a
   * quarter; an undated story gains nothing.
   *
   * @param halfLifeDays 1 or more
   * @param today the day that age counts from
   * @throws IllegalArgumentException where the half-life is less than a day
   */
  public StoryQuery recency(int halfLifeDays, LocalDate today) {
    return with(b -> b.recency = new Recency(halfLifeDays, today));
  }

  /**
   * Prefers the new as {@link #recency(int, LocalDate)} does, counted from today in the system's
   * time zone.
   */
  public StoryQuery recency(int halfLifeDays) {
    return recency(halfLifeDays, LocalDate.now(ZoneId.systemDefault()));
  }

  /** Prefers nothing for being new. */
  public StoryQuery withoutRecency() {
    return with(b -> b.recency = null);
  }

  /** Lets undated stories through filters on the date. */
  public StoryQuery undated() {
    return undated(true);
  }

  /** Whether filters on the date let undated stories through. */
  public StoryQuery undated(boolean undated) {
    return with(b -> b.undated = undated);
  }

  /** Gives ids, scores and cursors and no more: no stored story is read. */
  public StoryQuery idsOnly() {
    return idsOnly(true);
  }

  /** Whether no more than ids, scores and cursors are given. */
  public StoryQuery idsOnly(boolean idsOnly) {
    return with(b -> b.idsOnly = idsOnly);
  }

  /** The tree. */
  public Clause.Group clauses() {
    return clauses;
  }

  /** What could not be read as written. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** The warnings that are in vain where stories have what is with them. */
  public Map<Warning, Clause> doubts() {
    return doubts;
  }

  /**
   * The tree in the query language: {@link #parse} makes of it the same tree, or one that finds the
   * same stories where the language has no way to write it. Warnings, order and paging are no part
   * of it.
   */
  public String text() {
    return QueryText.of(clauses);
  }

  /** The query in words, as {@link Results#interpretation} tells it. */
  public String interpretation() {
    return interpretation(needsAll());
  }

  /** The query in words, of stories with all of its words or with any. */
  public String interpretation(boolean all) {
    String order =
        switch (order()) {
          case RELEVANCE -> clauses.ranks() ? "best first" : "newest first";
          case NEWEST -> "newest first";
          case OLDEST -> "oldest first";
        };
    return Interpretation.stories(clauses, all, undated) + "; " + order;
  }

  /** At most so many hits. */
  public int limit() {
    return limit;
  }

  /** Where the page begins; empty for the first. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(after).map(Cursor::read);
  }

  /** In which order hits come. */
  public Order order() {
    return order;
  }

  /** Which stories match, of several words. */
  public Match match() {
    return match;
  }

  /** Whether a story must have all of the words to be among the hits. */
  public boolean needsAll() {
    return switch (match) {
      case ANY -> false;
      case ALL -> true;
      case BY_ORDER -> order != Order.RELEVANCE;
    };
  }

  /** How long it may take; empty where it takes what it takes. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Whether the stories are counted exactly. */
  public boolean isCounting() {
    return counting;
  }

  /** Whether filters on the date let undated stories through. */
  public boolean isUndated() {
    return undated;
  }

  /** At most so many values of each facet; 0 where none are wanted. */
  public int facetLimit() {
    return facetLimit;
  }

  /** What is preferred for being new; empty where nothing is. */
  public Optional<Recency> recency() {
    return Optional.ofNullable(recency);
  }

  /** Whether scores are explained. */
  public boolean isExplaining() {
    return explaining;
  }

  /** Whether only ids and scores are wanted. */
  public boolean isIdsOnly() {
    return idsOnly;
  }

  /** Whether it asks for the same in the same way, with the same warnings. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoryQuery query && values().equals(query.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  /** The query in the language, and what else was asked for: for messages, not for machines. */
  @Override
  public String toString() {
    StringJoiner said = new StringJoiner("; ", "StoryQuery[", "]");
    said.add(text());
    said.add("limit " + limit);
    tell(said, order, Order.RELEVANCE);
    tell(said, match, Match.BY_ORDER);
    tell(said, after == null ? "" : "after " + after, "");
    tell(said, counting ? "counting" : "", "");
    tell(said, undated ? "undated" : "", "");
    tell(said, idsOnly ? "ids only" : "", "");
    tell(said, facetLimit == 0 ? "" : "facets " + facetLimit, "");
    tell(said, explaining ? "explaining" : "", "");
    tell(said, timeout == null ? "" : "timeout " + timeout, "");
    tell(said, recency == null ? "" : recency.toString(), "");
    tell(said, warnings.isEmpty() ? "" : "warnings " + warnings, "");
    return said.toString();
  }

  private static void tell(StringJoiner said, Object value, Object usual) {
    if (!value.equals(usual)) {
      said.add(value.toString());
    }
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
        clauses,
        warnings,
        doubts,
        limit,
        after,
        order,
        match,
        counting,
        undated,
        idsOnly,
        facetLimit,
        explaining,
        timeout,
        recency);
  }

  private StoryQuery with(Consumer<Builder> change) {
    Builder b = toBuilder();
    change.accept(b);
    return new StoryQuery(b);
  }

  private Builder toBuilder() {
    Builder b = new Builder();
    b.clauses = clauses;
    b.warnings = warnings;
    b.doubts = doubts;
    b.limit = limit;
    b.after = after;
    b.order = order;
    b.match = match;
    b.counting = counting;
    b.undated = undated;
    b.idsOnly = idsOnly;
    b.facetLimit = facetLimit;
    b.explaining = explaining;
    b.timeout = timeout;
    b.recency = recency;
    return b;
  }

  private static final class Builder {
    Clause.Group clauses = Clause.none();
    List<Warning> warnings = List.of();
    Map<Warning, Clause> doubts = Map.of();
    int limit = DEFAULT_LIMIT;
    @Nullable String after;
    Order order = Order.RELEVANCE;
    Match match = Match.BY_ORDER;
    boolean counting;
    boolean undated;
    boolean idsOnly;
    int facetLimit;
    boolean explaining;
    @Nullable Duration timeout;
    @Nullable Recency recency;
  }
}
