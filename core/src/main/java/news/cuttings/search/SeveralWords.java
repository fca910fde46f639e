package news.cuttings.search;

import java.util.List;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;
import news.cuttings.query.syntax.Field;

/** Tells whether a query has several words of which a story may have only some. */
final class SeveralWords {
  private final QueryTokens analysed;

  SeveralWords(QueryTokens analysed) {
    this.analysed = analysed;
  }

  /** Whether stories with any of its words need not have all of them. */
  boolean in(Clause.Group clauses) {
    List<Part> may =
        clauses.parts().stream()
            .filter(part -> part.occur() == Occur.MAY && says(part.clause()))
            .distinct()
            .toList();
    boolean must = clauses.parts().stream().anyMatch(part -> part.occur() == Occur.MUST);
    return may.size() > (must ? 0 : 1) || isSeveral(clauses);
  }

  private boolean says(Clause clause) {
    return !(clause instanceof Clause.Word word && word.field().kind() == Field.Kind.TEXT)
        || !analysed.of(word.text()).isEmpty();
  }

  private boolean isSeveral(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> word.field().kind() == Field.Kind.TEXT && isSeveral(word.text());
      case Clause.Weighted weighted -> isSeveral(weighted.clause());
      case Clause.Group group ->
          group.parts().stream()
              .filter(part -> part.occur() != Occur.NOT) // excluded by any of its words
              .anyMatch(part -> isSeveral(part.clause()));
      default -> false;
    };
  }

  private boolean isSeveral(String text) {
    List<TextAnalysis.Token> tokens = analysed.of(text);
    for (int i = 1; i < tokens.size(); i++) {
      if (!TextAnalysis.isBound(text, tokens.get(i - 1).end(), tokens.get(i).start())) {
        return true;
      }
    }
    return false;
  }
}
