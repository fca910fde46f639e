package news.cuttings.search.like;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import news.cuttings.index.Labels;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Why;
import news.cuttings.search.Highlighter;
import news.cuttings.search.Once;
import news.cuttings.search.SearchBackend.StoredHit;
import news.cuttings.search.Shown;
import news.cuttings.story.Story;

/** Shows the hits of a search by likeness: what they have in common with the source. */
final class LikeShown {
  private final Supplier<Highlighter> highlighter;
  private final Supplier<Function<Story, Why>> likeness;

  /**
   * @param source what they are like
   * @param terms what they were found by
   * @param analysis how the index makes terms: that of the thread which asks
   */
  LikeShown(Story source, List<LikeTerms.Chosen> terms, Supplier<TextAnalysis> analysis) {
    highlighter = new Once<>(() -> highlighter(source, reasons(terms), analysis));
    likeness = new Once<>(() -> new Likeness(source, reasons(terms), analysis)::to);
  }

  private static Map<String, Why.Term> reasons(List<LikeTerms.Chosen> terms) {
    Map<String, Why.Term> reasons = new LinkedHashMap<>();
    terms.forEach(term -> reasons.put(term.term(), new Why.Term(term.written(), term.weight())));
    return reasons;
  }

  private static Highlighter highlighter(
      Story source, Map<String, Why.Term> reasons, Supplier<TextAnalysis> analysis) {
    Set<String> names = new HashSet<>();
    source.people().forEach(person -> names.addAll(Labels.words(person.name())));
    return new Highlighter(
        reasons.keySet(),
        names,
        analysis,
        term -> Optional.ofNullable(reasons.get(term)).map(Why.Term::weight).orElse(1.0));
  }

  /** A hit. */
  Shown of(StoredHit hit) {
    return new Shown(hit, highlighter, likeness);
  }
}
