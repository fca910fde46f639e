package news.cuttings.query;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import news.cuttings.index.RankingOptions;
import news.cuttings.index.TextAnalysis;

/**
 * The analyses of the thread that asks, one of each kind: they remember stems, so that the next
 * text costs half. Safe for use by many threads.
 */
final class Analyses {
  private final ThreadLocal<Map<RankingOptions.Analysis, TextAnalysis>> own =
      ThreadLocal.withInitial(() -> new EnumMap<>(RankingOptions.Analysis.class));

  /** The analysis of that kind, for this thread alone. */
  TextAnalysis of(RankingOptions.Analysis kind) {
    return own.get().computeIfAbsent(kind, TextAnalysis::new);
  }

  /** The analysis of that kind, for whichever thread asks. */
  Supplier<TextAnalysis> later(RankingOptions.Analysis kind) {
    return () -> of(kind);
  }
}
