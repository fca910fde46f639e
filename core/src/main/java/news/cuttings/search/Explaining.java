package news.cuttings.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Explanation;
import news.cuttings.query.Snippet;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Interpretation;
import news.cuttings.story.Letters;
import news.cuttings.story.Story;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Explains scores: Lucene says how much, the stored story where. */
final class Explaining {
  private final SearchBackend backend;
  private final TextAnalysis analysis;
  private final List<Gained> gained = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();

  /** A clause, how many stories match it, and what it alone scores for each hit, by id. */
  private record Asked(
      Clause.Part part, int stories, Map<String, Double> scores, Highlighter highlighter) {}

  /** A gain, and what it scores for each hit, by id. */
  private record Gained(Gain gain, Map<String, Double> scores) {}

  /**
   * @param translation what the hits were found by
   * @param scored whether the hits are in the order of their scores; else nothing adds to them
   * @param gains what stories may score beside
   */
  Explaining(
      SearchBackend backend,
      Translation translation,
      boolean scored,
      List<SearchBackend.StoredHit> hits,
      List<Gain> gains)
      throws IOException {
    this.backend = backend;
    analysis = translation.analysed().analysis();
    Query whole = whole(translation);
    for (Gain gain : gains) {
      gained.add(new Gained(gain, backend.scores(gain.query(), whole, hits)));
    }
    for (Translation.Asked one : translation.asked()) {
      Clause.Part part = one.part();
      if (part.occur() != Clause.Occur.NOT) {
        Map<String, Double> scores = backend.scores(one.query(), whole, hits);
        if (!scored || !one.scores()) {
          scores.replaceAll((id, score) -> 0.0);
        }
        Highlighter highlighter = new Highlighter(part.clause(), () -> analysis, term -> 1);
        asked.add(new Asked(part, backend.count(one.query()), scores, highlighter));
      }
    }
  }

  /** All that scores, as it was asked together. */
  private static Query whole(Translation translation) {
    BooleanQuery.Builder whole = new BooleanQuery.Builder();
    for (Translation.Asked one : translation.asked()) {
      if (one.scores()) {
        boolean must = one.part().occur() == Clause.Occur.MUST;
        whole.add(one.query(), must ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
      }
    }
    return whole.build();
  }

  /**
   * Explains one hit.
   *
   * @param id its id
   * @param story its story
   */
  Explanation of(String id, Story story) throws IOException {
    Places places = new Places(analysis, story);
    List<Explanation.Part> parts = new ArrayList<>();
    for (Asked one : asked) {
      Double score = one.scores().get(id);
      if (score != null) {
        parts.add(
            new Explanation.Part(
                Interpretation.noun(one.part().clause()), score, because(one, places)));
      }
    }
    for (Gained one : gained) {
      double score = one.scores().getOrDefault(id, 0.0);
      if (score > 0) {
        parts.add(new Explanation.Part(one.gain().what(), score, one.gain().because()));
      }
    }
    return new Explanation(parts);
  }

  private String because(Asked one, Places of) throws IOException {
    List<Snippet.Mark> body = one.highlighter().marks(of.body, of.bodyTokens);
    int lead = (int) body.stream().filter(mark -> mark.end() <= of.leadEnd).count();
    List<String> places = new ArrayList<>();
    int headline = one.highlighter().marks(of.headline, of.headlineTokens).size();
    add(places, times(one, headline), "in the headline");
    add(places, times(one, lead), "in the lead");
    add(places, times(one, body.size() - lead), "after it");
    String where = places.isEmpty() ? "" : String.join(", ", places) + "; ";
    return String.format(
        Locale.ROOT, "%sin %,d of %,d stories", where, one.stories(), backend.stories());
  }

  /** A story's texts, analysed once for all clauses. */
  private static final class Places {
    private final String headline;
    private final List<TextAnalysis.Token> headlineTokens;
    private final String body;
    private final List<TextAnalysis.Token> bodyTokens;
    private final int leadEnd;

    Places(TextAnalysis analysis, Story story) {
      headline = story.headline().orElse("");
      headlineTokens = analysis.tokens(headline);
      body = story.body();
      bodyTokens = analysis.tokens(body);
      leadEnd = story.lead().length();
    }
  }

  /** How often the clause is there: a phrase has a mark on each of its words. */
  private static int times(Asked one, int marks) {
    return one.part().clause() instanceof Clause.Phrase phrase
        ? marks / Math.max(1, Letters.words(phrase.text()).size())
        : marks;
  }

  private static void add(List<String> places, int times, String where) {
    if (times > 0) {
      places.add(times + " " + where);
    }
  }
}
