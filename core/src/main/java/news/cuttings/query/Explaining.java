package news.cuttings.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.cuttings.index.Ranking;
import news.cuttings.index.RankingOptions;
import news.cuttings.story.Letters;
import news.cuttings.story.Story;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Explains scores: Lucene says how much, the stored story where. */
final class Explaining {
  private final IndexSearcher searcher;
  private final @Nullable Query gain;
  private final List<Asked> asked = new ArrayList<>();

  /** A clause, its query alone, and how many stories match it. */
  private record Asked(Clause.Part part, Query query, int stories, Highlighter highlighter) {}

  /**
   * @param gain what a story gains by being new; null where nothing is
   */
  Explaining(
      IndexSearcher searcher, Clause.Group clauses, Translation translation, @Nullable Query gain)
      throws IOException {
    this.gain = gain;
    this.searcher = searcher;
    RankingOptions.Analysis kind = Ranking.options(searcher).analysis();
    for (Clause.Part part : clauses.parts()) {
      if (part.occur() != Clause.Occur.NOT) {
        Query query = translation.top(new Clause.Group(List.of(part)), false);
        Highlighter highlighter = new Highlighter(part.clause(), kind, term -> 1);
        asked.add(new Asked(part, query, searcher.count(query), highlighter));
      }
    }
  }

  /**
   * Explains one hit.
   *
   * @param added what the second stage added to its score
   */
  Explanation of(int doc, Story story, float added) throws IOException {
    List<Explanation.Part> parts = new ArrayList<>();
    for (Asked one : asked) {
      org.apache.lucene.search.Explanation lucene = searcher.explain(one.query(), doc);
      if (lucene.isMatch()) {
        parts.add(
            new Explanation.Part(
                Interpretation.noun(one.part().clause()),
                lucene.getValue().doubleValue(),
                because(one, story)));
      }
    }
    double newness = gain == null ? 0 : searcher.explain(gain, doc).getValue().doubleValue();
    if (newness > 0) {
      parts.add(new Explanation.Part("what is new", newness, "of its date"));
    }
    if (added > 0) {
      parts.add(new Explanation.Part("words of the best stories", added, "in the second stage"));
    }
    return new Explanation(parts);
  }

  private String because(Asked one, Story story) {
    int headline = story.headline().map(text -> marks(one, text)).orElse(0);
    int lead = marks(one, story.lead());
    int rest = marks(one, story.body()) - lead;
    List<String> places = new ArrayList<>();
    add(places, headline, "in the headline");
    add(places, lead, "in the lead");
    add(places, rest, "after it");
    String where = places.isEmpty() ? "" : String.join(", ", places) + "; ";
    return String.format(
        Locale.ROOT,
        "%sin %,d of %,d stories",
        where,
        one.stories(),
        searcher.getIndexReader().numDocs());
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
