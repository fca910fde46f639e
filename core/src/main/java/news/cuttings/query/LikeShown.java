package news.cuttings.query;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.cuttings.index.Labels;
import news.cuttings.index.RankingOptions;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Story;

/** Shows the hits of a search by likeness: what they have in common with the source. */
final class LikeShown {
  private final Supplier<Highlighter> highlighter;
  private final Supplier<Likeness> likeness;

  /**
   * @param source what they are like
   * @param terms what they were found by
   * @param kind how the index makes terms
   */
  LikeShown(Story source, List<LikeTerms.Chosen> terms, RankingOptions.Analysis kind) {
    highlighter = new Once<>(() -> highlighter(source, reasons(terms), kind));
    likeness = new Once<>(() -> new Likeness(source, reasons(terms), kind));
  }

  private static Map<String, Why.Term> reasons(List<LikeTerms.Chosen> terms) {
    Map<String, Why.Term> reasons = new LinkedHashMap<>();
    terms.forEach(term -> reasons.put(term.term(), new Why.Term(term.written(), term.weight())));
    return reasons;
  }

  private static Highlighter highlighter(
      Story source, Map<String, Why.Term> reasons, RankingOptions.Analysis kind) {
    Set<String> names = new HashSet<>();
    source.people().forEach(person -> names.addAll(Labels.words(person.name())));
    return new Highlighter(
        reasons.keySet(),
        names,
        new TextAnalysis(kind),
        term -> Optional.ofNullable(reasons.get(term)).map(Why.Term::weight).orElse(1.0));
  }

  /** A hit's stored story. */
  Shown of(String json) {
    return new Shown(json, highlighter, likeness);
  }
}
