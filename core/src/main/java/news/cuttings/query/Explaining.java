package news.cuttings.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.index.RankingOptions;
import news.cuttings.index.StoredStories;
import news.cuttings.story.Letters;
import news.cuttings.story.Story;
import org.apache.lucene.search.Query;

/** Explains scores: Lucene says how much, the stored story where. */
final class Explaining {
  private final Holdings holdings;
  private final List<Asked> asked = new ArrayList<>();

  /** A clause, how many stories match it, and what it alone scores for each hit, by id. */
  private record Asked(
      Clause.Part part, int stories, Map<String, Double> scores, Highlighter highlighter) {}

  Explaining(
      Holdings holdings, Clause.Group clauses, Translation translation, List<Holdings.Held> hits)
      throws IOException {
    this.holdings = holdings;
    RankingOptions.Analysis kind = holdings.options().analysis();
    for (Clause.Part part : clauses.parts()) {
      if (part.occur() != Clause.Occur.NOT) {
        Query query = translation.top(new Clause.Group(List.of(part)), false);
        Highlighter highlighter = new Highlighter(part.clause(), kind, term -> 1);
        asked.add(
            new Asked(part, holdings.count(query), holdings.scores(query, hits), highlighter));
      }
    }
  }

  Explanation of(Holdings.Held hit) throws IOException {
    Story story = StoredStories.read(hit.json());
    List<Explanation.Part> parts = new ArrayList<>();
    for (Asked one : asked) {
      Double score = one.scores().get(hit.key().id());
      if (score != null) {
        parts.add(
            new Explanation.Part(
                Interpretation.noun(one.part().clause()), score, because(one, story)));
      }
    }
    return new Explanation(parts);
  }

  private String because(Asked one, Story story) throws IOException {
    int headline = story.headline().map(text -> marks(one, text)).orElse(0);
    int lead = marks(one, story.lead());
    int rest = marks(one, story.body()) - lead;
    List<String> places = new ArrayList<>();
    add(places, headline, "in the headline");
    add(places, lead, "in the lead");
    add(places, rest, "after it");
    String where = places.isEmpty() ? "" : String.join(", ", places) + "; ";
    return String.format(
        Locale.ROOT, "%sin %,d of %,d stories", where, one.stories(), holdings.stories());
  }

  /** How often the clause is in the text: a phrase has a mark on each of its words. */
  private static int marks(Asked one, String text) {
    int marks = one.highlighter().whole(text).marks().size();
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
