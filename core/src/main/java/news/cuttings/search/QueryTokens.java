package news.cuttings.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.index.TextAnalysis;

/** The tokens of a query's words, each text analysed once. For one query, and one thread. */
final class QueryTokens {
  private final TextAnalysis analysis;
  private final Map<String, List<TextAnalysis.Token>> known = new HashMap<>();

  QueryTokens(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The tokens of that text. */
  List<TextAnalysis.Token> of(String text) {
    return known.computeIfAbsent(text, analysis::tokens);
  }

  /** What makes them. */
  TextAnalysis analysis() {
    return analysis;
  }
}
