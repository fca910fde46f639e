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
import org.jspecify.annotations.Nullable;

/** Explains scores: Lucene says how much, the stored story where. */
final class Explaining {
  private final Holdings holdings;
  private final Map<String, Double> newness;
  private final List<Asked> asked = new ArrayList<>();

  /** A clause, how many stories match it, and what it alone scores for each hit, by id. */
  private record Asked(
      Clause.Part part, int stories, Map<String, Double> scores, Highlighter highlighter) {}

  /**
   * @param gain what a story gains by being new; null where nothing is
   */
  Explaining(
      Holdings holdings,
      Clause.Group clauses,
      Translation translation,
      List<Holdings.Held> hits,
      @Nullable Query gain)
      throws IOException {
    this.holdings = holdings;
    newness = gain == null ? Map.of() : holdings.scores(gain, hits);
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

  /**
   * Explains one hit.
   *
   * @param added what the second stage added to its score
   */
  Explanation of(Holdings.Held hit, float added) throws IOException {
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
    double gained = newness.getOrDefault(hit.key().id(), 0.0);
    if (gained > 0) {
      parts.add(new Explanation.Part("what is new", gained, "of its date"));
    }
    if (added > 0) {
      parts.add(new Explanation.Part("words of the best stories", added, "in the second stage"));
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
