package news.cuttings.search.like;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Facets;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.search.Analyses;
import news.cuttings.search.FoundHit;
import news.cuttings.search.SearchBackend;
import news.cuttings.search.Shown;
import news.cuttings.search.like.LikeSearch.Source;
import news.cuttings.search.like.LikeTerms.Chosen;
import news.cuttings.story.Story;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;

/**
 * Finds stories like another where neither postings nor sketches are at hand: the first step of
 * {@link LikeSearch} alone, and near-copies are hits like others.
 */
final class FarLikeSearch {
  private final SearchBackend backend;
  private final Analyses analyses;
  private final TextAnalysis analysis;

  FarLikeSearch(SearchBackend backend, Analyses analyses) {
    this.backend = backend;
    this.analyses = analyses;
    analysis = analyses.of(backend.options().analysis());
  }

  Results answer(Like like) throws IOException {
    long start = System.nanoTime();
    String id = like.id().or(() -> like.story().map(Story::id)).orElse("");
    Optional<Story> story = like.story().isPresent() ? like.story() : backend.story(id);
    if (story.isEmpty()) {
      return LikeSearch.nothing("more like " + id, "there is no story " + id, start);
    }
    Source source =
        new Source(like, story.get(), OptionalInt.empty(), LikeSearch.keys(story.get()));
    List<Chosen> terms = terms(source.story());
    String interpretation = LikeSearch.interpretation(source, terms);
    Optional<String> lack = LikeSearch.lack(source);
    if (lack.isPresent()) {
      return LikeSearch.nothing(interpretation, lack.get(), start);
    }
    Query query = LikeSearch.query(source, terms);
    SearchBackend.Found top =
        backend.top(query, StoryQuery.Order.RELEVANCE, null, like.limit(), like.isIdsOnly());
    return new Results(
        hits(top, source, terms),
        interpretation,
        List.of(),
        new Results.Total(top.hits().size(), false),
        Facets.NONE,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private List<Chosen> terms(Story story) throws IOException {
    LikeTerms terms = new LikeTerms(analysis, story, backend.options());
    backend.expect(
        terms.all().stream().map(term -> new Term(Schema.ALL, term)).toList(), List.of());
    int fewest = backend.docFreq(new Term(Schema.ID, story.id())) > 0 ? 2 : 1;
    return LikeTerms.best(
        terms.known(term -> backend.docFreq(new Term(Schema.ALL, term))),
        backend.stories(),
        fewest);
  }

  private List<Hit> hits(SearchBackend.Found top, Source source, List<Chosen> terms)
      throws IOException {
    LikeShown showing = new LikeShown(source.story(), terms, analyses.later(analysis.kind()));
    List<Hit> hits = new ArrayList<>();
    for (SearchBackend.StoredHit hit : top.hits()) {
      Shown shown = source.like().isIdsOnly() ? Shown.NOTHING : showing.of(hit);
      hits.add(new FoundHit(hits.size() + 1, hit.key(), shown, null, List.of()));
    }
    return hits;
  }
}
