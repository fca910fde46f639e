package news.cuttings.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import news.cuttings.index.TextAnalysis;
import news.cuttings.ranking.RankingOptions;

/** The analyses that questions are asked with, one of each kind. Safe for use by many threads. */
public final class Analyses {
  private final Map<RankingOptions.Analysis, TextAnalysis> each =
      new EnumMap<>(RankingOptions.Analysis.class);

  Analyses() {
    for (RankingOptions.Analysis kind : RankingOptions.Analysis.values()) {
      each.put(kind, new TextAnalysis(kind));
    }
  }

  /** The analysis of that kind. */
  public TextAnalysis of(RankingOptions.Analysis kind) {
    return Objects.requireNonNull(each.get(kind));
  }

  /** The analysis for a snippet that may never be looked at. */
  public Supplier<TextAnalysis> later(RankingOptions.Analysis kind) {
    return () -> of(kind);
  }
}
