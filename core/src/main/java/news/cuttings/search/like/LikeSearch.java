package news.cuttings.search.like;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.cuttings.index.Labels;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Facets;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.Results.Warning;
import news.cuttings.search.Analyses;
import news.cuttings.search.BestHits;
import news.cuttings.search.FoundHit;
import news.cuttings.search.LuceneBackend;
import news.cuttings.search.SearchBackend.StoredHit;
import news.cuttings.search.Shown;
import news.cuttings.search.TopHits;
import news.cuttings.search.TopHits.Ordered;
import news.cuttings.search.like.LikeTerms.Chosen;
import news.cuttings.search.like.LikeTerms.Known;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds stories like another in three steps: one ranked query of the {@linkplain LikeTerms terms}
 * that tell it apart best and of the people it names; the best of it put in order by their
 * {@linkplain Nearness nearness} to it; and {@linkplain NearCopies near-copies} put together. The
 * source is left out by its id.
 */
final class LikeSearch {
  /** So many are put in order: with 100 or 200 hardly anything changes. */
  private static final int CANDIDATES = 50;

  /** So many, or twice the page, are looked at for near-copies. */
  private static final int LOOKED_AT = 50;

  private static final int MOST_PEOPLE = 60;
  private static final float PEOPLE_WEIGHT = 1;

  /** What a person counts where it is people that are asked for: more than all words. */
  private static final float PEOPLE_FIRST = 20;

  private final LuceneBackend backend;
  private final IndexSearcher searcher;
  private final Analyses analyses;
  private final TextAnalysis analysis;

  /**
   * What is looked for more of.
   *
   * @param like how
   * @param story itself
   * @param doc its number, where it is in the index
   * @param people the keys of whom it names
   */
  record Source(Like like, Story story, OptionalInt doc, Set<String> people) {}

  LikeSearch(LuceneBackend backend, Analyses analyses) {
    this.backend = backend;
    searcher = backend.searcher();
    this.analyses = analyses;
    analysis = analyses.of(Ranking.options(searcher).analysis());
  }

  Results answer(Like like) throws IOException {
    long start = System.nanoTime();
    Optional<Source> source = source(like);
    if (source.isEmpty()) {
      String id = like.id().orElse("");
      return nothing("more like " + id, "there is no story " + id, start);
    }
    Source of = source.get();
    int fewest = of.doc().isPresent() ? 2 : 1;
    IndexReader reader = searcher.getIndexReader();
    LikeTerms words = new LikeTerms(analysis, of.story(), Ranking.options(searcher));
    List<Known> known = words.known(reader);
    List<Chosen> terms = LikeTerms.best(known, reader.maxDoc(), fewest);
    String interpretation = interpretation(of, terms);
    Optional<String> lack = lack(of);
    if (lack.isPresent()) {
      return nothing(interpretation, lack.get(), start);
    }
    Nearness nearness = new Nearness(searcher, known, words.length(), fewest);
    NearCopies.Told told = told(of, terms, nearness);
    return new Results(
        hits(told.groups(), of, terms),
        interpretation + leftOut(told.ofSource()),
        List.of(),
        new Results.Total(told.groups().size(), false),
        Facets.NONE,
        Duration.ofNanos(System.nanoTime() - start));
  }

  static Results nothing(String interpretation, String why, long start) {
    return new Results(
        List.of(),
        interpretation,
        List.of(Warning.of(Warning.Kind.NOTHING_TO_GO_BY, why)),
        new Results.Total(0, true),
        Facets.NONE,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private Optional<Source> source(Like like) throws IOException {
    String id = like.id().or(() -> like.story().map(Story::id)).orElse("");
    Optional<Integer> doc = StoredStories.find(searcher, id);
    OptionalInt number = doc.isPresent() ? OptionalInt.of(doc.get()) : OptionalInt.empty();
    Optional<Story> story = like.story();
    if (story.isEmpty() && doc.isPresent()) {
      story = Optional.of(StoredStories.read(searcher.storedFields(), doc.get()));
    }
    return story.map(found -> new Source(like, found, number, keys(found)));
  }

  static Set<String> keys(Story story) {
    Set<String> keys = new LinkedHashSet<>();
    story.people().stream()
        .limit(MOST_PEOPLE)
        .forEach(person -> keys.add(Labels.personKey(person.name())));
    return keys;
  }

  /** What the source would need to be asked about so. */
  static Optional<String> lack(Source source) {
    return switch (source.like().mode()) {
      case BACKGROUND ->
          source.story().date().isPresent()
              ? Optional.empty()
              : Optional.of("the story has no date; what was before it cannot be told");
      case PEOPLE ->
          source.people().isEmpty()
              ? Optional.of("the story names nobody that is known")
              : Optional.empty();
      case EVENT -> Optional.empty();
    };
  }

  /** So many of the best, in order. */
  private List<Ordered> best(Source source, List<Chosen> terms, Nearness nearness, int wanted)
      throws IOException {
    int considered = Math.max(CANDIDATES, wanted);
    List<BestHits.Place> found =
        new TopHits(searcher, query(source, terms), considered, null).unnamed().places();
    if (source.like().mode() != Like.Mode.PEOPLE) {
      nearness.order(found, terms, CANDIDATES);
    }
    return TopHits.ordered(searcher, TopHits.cut(found, wanted), 0);
  }

  private NearCopies.Told told(Source source, List<Chosen> terms, Nearness nearness)
      throws IOException {
    int limit = source.like().limit();
    if (source.like().isWithCopies()) {
      return new NearCopies.Told(NearCopies.each(best(source, terms, nearness, limit)), List.of());
    }
    List<Ordered> looked = best(source, terms, nearness, Math.max(LOOKED_AT, 2 * limit));
    return new NearCopies(searcher, analysis).tell(source.story(), sketch(source), looked, limit);
  }

  private BytesRef sketch(Source source) throws IOException {
    BytesRef kept =
        source.doc().isPresent()
            ? ByteValues.of(searcher, Schema.COPIES, source.doc().getAsInt())
            : new BytesRef();
    return kept.length > 0 ? kept : Shingles.of(analysis, source.story()).sketch();
  }

  private List<Hit> hits(List<NearCopies.Group> groups, Source source, List<Chosen> terms)
      throws IOException {
    LikeShown showing = new LikeShown(source.story(), terms, analyses.later(analysis.kind()));
    List<Ordered> found = groups.stream().map(NearCopies.Group::shown).toList();
    boolean idsOnly = source.like().isIdsOnly();
    List<Hit> hits = new ArrayList<>();
    for (StoredHit hit : backend.hits(found, idsOnly)) {
      Shown shown = idsOnly ? Shown.NOTHING : showing.of(hit);
      List<String> others = groups.get(hits.size()).others();
      hits.add(new FoundHit(hits.size() + 1, hit.key(), shown, null, others));
    }
    return hits;
  }

  static String interpretation(Source source, List<Chosen> terms) {
    String stories =
        switch (source.like().mode()) {
          case EVENT -> "stories like this";
          case BACKGROUND ->
              "stories like this"
                  + source.story().date().map(day -> " before " + day).orElse(" before it");
          case PEOPLE -> "stories that name the same people";
        };
    String words = String.join(", ", terms.stream().limit(10).map(Chosen::written).toList());
    String people =
        String.join(", ", source.story().people().stream().limit(10).map(Person::name).toList());
    return stories
        + " by its words "
        + words
        + (terms.size() > 10 ? " and " + (terms.size() - 10) + " more" : "")
        + (people.isEmpty() ? "" : "; by its people " + people);
  }

  private static String leftOut(List<Ordered> copies) {
    if (copies.isEmpty()) {
      return "";
    }
    String ids = String.join(", ", copies.stream().map(hit -> hit.key().id()).toList());
    return "; without its near-" + (copies.size() == 1 ? "copy " : "copies ") + ids;
  }

  static Query query(Source source, List<Chosen> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Chosen term : terms) {
      query.add(term.query(), Occur.SHOULD);
    }
    boolean peopleFirst = source.like().mode() == Like.Mode.PEOPLE;
    BooleanQuery.Builder anybody = new BooleanQuery.Builder();
    for (String person : source.people()) {
      Query named = new TermQuery(new Term(Schema.PERSON, person));
      anybody.add(named, Occur.SHOULD);
      query.add(new BoostQuery(named, peopleFirst ? PEOPLE_FIRST : PEOPLE_WEIGHT), Occur.SHOULD);
    }
    if (peopleFirst) {
      query.add(anybody.build(), Occur.FILTER);
    }
    if (source.like().mode() == Like.Mode.BACKGROUND) {
      long day = source.story().date().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE + 1);
      query.add(LongPoint.newRangeQuery(Schema.DATE, Long.MIN_VALUE, day - 1), Occur.FILTER);
      query.setMinimumNumberShouldMatch(1);
    }
    query.add(new TermQuery(new Term(Schema.ID, source.story().id())), Occur.MUST_NOT);
    return query.build();
  }
}
