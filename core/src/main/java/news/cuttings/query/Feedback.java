package news.cuttings.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.cuttings.index.Ranking;
import news.cuttings.index.RankingOptions;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Story;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words that the best stories have in common, beside those asked for: a relevance model (V.
 * Lavrenko and W. B. Croft, "Relevance-Based Language Models", 2001) weighed by rarity and held
 * low, so that it puts stories in order and finds none. Costs a look at ten stored stories.
 */
final class Feedback {
  /** A long story says what it is about in its first thousand words. */
  private static final int MOST_READ = 6000;

  /** How rare a word is is looked up for no more than that. */
  private static final int MOST_LOOKED_UP = 100;

  /** A word of more than this share of the stories tells none apart. */
  private static final double COMMON = 0.25;

  private final IndexSearcher searcher;
  private final TextAnalysis analysis;
  private final RankingOptions options;

  /** A word of the best stories. */
  private static final class Candidate {
    private final String term;
    private int stories;
    private double weight;

    Candidate(String term) {
      this.term = term;
    }
  }

  /** A word and what it is worth. */
  private record Chosen(Term term, TermStates states, double worth) {}

  Feedback(IndexSearcher searcher, TextAnalysis analysis) {
    this.searcher = searcher;
    this.analysis = analysis;
    options = Ranking.options(searcher);
  }

  /** What a story scores by these words; empty where the query is not helped by any. */
  Optional<Query> of(QueryWords words, List<BestHits.Place> best) throws IOException {
    int read = Math.min(options.feedbackStories(), best.size());
    if (read < 2
        || !words.areAtLeast(options.feedbackWords())
        || words.coverage(searcher, best.getFirst().doc()) > options.feedbackCoverage()) {
      return Optional.empty();
    }
    List<Chosen> chosen = chosen(candidates(best.subList(0, read)), words.stories());
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    double most = chosen.getFirst().worth();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Chosen one : chosen) {
      float boost = (float) (options.feedbackWeight() * one.worth() / most);
      query.add(
          new BoostQuery(new TermQuery(one.term(), one.states()), boost),
          BooleanClause.Occur.SHOULD);
    }
    return Optional.of(query.build());
  }

  /** The words of two stories or more, those first that make up most of the stories. */
  private List<Candidate> candidates(List<BestHits.Place> best) throws IOException {
    double scores = best.stream().mapToDouble(hit -> hit.score()).sum();
    Map<String, Candidate> all = new HashMap<>();
    StoredFields stored = searcher.storedFields();
    for (BestHits.Place hit : best) {
      Map<String, Integer> counts = counts(StoredStories.read(stored, hit.doc()));
      double length = counts.values().stream().mapToInt(Integer::intValue).sum();
      double share = hit.score() / scores;
      counts.forEach((term, count) -> {
        Candidate candidate = all.computeIfAbsent(term, Candidate::new);
        candidate.stories++;
        candidate.weight += share * count / length;
      });
    }
    List<Candidate> candidates = new ArrayList<>(all.values());
    candidates.removeIf(
        one -> one.stories < 2 || one.term.length() < 2 || FunctionWords.has(one.term));
    candidates.sort(
        Comparator.<Candidate>comparingDouble(one -> -one.weight).thenComparing(one -> one.term));
    return candidates;
  }

  private List<Chosen> chosen(List<Candidate> candidates, double stories) throws IOException {
    List<Chosen> chosen = new ArrayList<>();
    for (Candidate one : candidates.subList(0, Math.min(MOST_LOOKED_UP, candidates.size()))) {
      Term term = new Term(Schema.ALL, one.term);
      TermStates states = TermStates.build(searcher, term, true);
      if (states.docFreq() > 0 && states.docFreq() <= COMMON * stories) {
        double idf = QueryWords.idf(states.docFreq(), stories);
        chosen.add(new Chosen(term, states, one.weight * idf));
      }
    }
    chosen.sort(
        Comparator.<Chosen>comparingDouble(one -> -one.worth()).thenComparing(Chosen::term));
    return chosen.subList(0, Math.min(options.feedbackTerms(), chosen.size()));
  }

  /** The words of headline and body as the index weighs them. */
  private Map<String, Integer> counts(Story story) {
    Map<String, Integer> counts = new HashMap<>();
    story
        .headline()
        .ifPresent(text ->
            analysis.analyse(
                text,
                (term, start, end, exact) ->
                    counts.merge(term.utf8ToString(), options.headlineWeight(), Integer::sum)));
    int leadEnd = story.lead().length();
    String body = story.body();
    String read = body.length() > MOST_READ ? body.substring(0, MOST_READ) : body;
    analysis.analyse(
        read,
        (term, start, end, exact) ->
            counts.merge(
                term.utf8ToString(), start < leadEnd ? 1 + options.leadWeight() : 1, Integer::sum));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }
}
