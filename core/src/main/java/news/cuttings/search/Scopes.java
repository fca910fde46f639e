package news.cuttings.search;

import java.io.IOException;
import java.util.List;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Words;
import news.cuttings.query.syntax.Clause;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;

/**
 * Decides which stories are taken for a query, as hits or to be counted: with all of its words or
 * with any. One for an answer, whose warnings it adds to.
 */
final class Scopes {
  private final SearchBackend backend;
  private final QueryTokens analysed;
  private final QueryTerms terms;
  private final StoryQuery query;
  private final List<Warning> warnings;

  Scopes(SearchBackend backend, TextAnalysis analysis, StoryQuery query, List<Warning> warnings) {
    this.backend = backend;
    this.query = query;
    this.warnings = warnings;
    analysed = new QueryTokens(analysis);
    terms = new QueryTerms(backend);
  }

  /** The tokens of the words. */
  QueryTokens analysed() {
    return analysed;
  }

  /** The stories with all of the words, or with any. */
  Scope of(Clause.Group clauses, boolean all) throws IOException {
    Translation translation = new Translation(backend, analysed, terms, query.isUndated());
    Scope scope =
        new Scope(clauses, all, words(clauses, all), translation, translation.top(clauses, all));
    translation.warnings().stream().filter(one -> !warnings.contains(one)).forEach(warnings::add);
    return scope;
  }

  private Words words(Clause.Group clauses, boolean all) {
    return !new SeveralWords(analysed).in(clauses) ? Words.SAME : all ? Words.ALL : Words.ANY;
  }

  /** Whether those with any are taken where no story has all. */
  boolean mayBeAny(Scope scope) {
    return scope.words() == Words.ALL && query.match() == StoryQuery.Match.BY_ORDER;
  }

  /** The stories that are counted: those with all of the words or, where none has all, with any. */
  Scope counted(Clause.Group clauses) throws IOException {
    Scope all = of(clauses, query.match() != StoryQuery.Match.ANY);
    if (!mayBeAny(all) || backend.count(all.query()) > 0 || backend.isOver()) {
      return all;
    }
    Scope any = of(clauses, false);
    return backend.count(any.query()) > 0 ? any : all;
  }

  /** Whether some story has the clause. */
  boolean isHad(Clause clause) throws IOException {
    Clause.Group alone = new Clause.Group(List.of(new Clause.Part(Clause.Occur.MAY, clause)));
    return backend.count(of(alone, true).query()) > 0;
  }

  /** Tells of the stories that nothing but the lack of a date keeps out. */
  void tellUndated(Scope scope) throws IOException {
    if (query.isUndated() || !asksDays(scope.clauses()) || backend.allDated()) {
      return;
    }
    BooleanQuery.Builder leftOut = new BooleanQuery.Builder();
    leftOut.add(
        new Translation(backend, analysed, terms, true).top(scope.clauses(), scope.all()),
        BooleanClause.Occur.FILTER);
    leftOut.add(Translation.none(), BooleanClause.Occur.FILTER);
    leftOut.add(scope.query(), BooleanClause.Occur.MUST_NOT);
    int count = backend.count(leftOut.build());
    if (count > 0) {
      String stories =
          count == 1 ? "1 story without a date was" : count + " stories without a date were";
      warnings.add(Warning.of(Warning.Kind.UNDATED, stories + " left out"));
    }
  }

  private static boolean asksDays(Clause clause) {
    return switch (clause) {
      case Clause.Days days -> true;
      case Clause.Weighted weighted -> asksDays(weighted.clause());
      case Clause.Group group -> group.parts().stream().anyMatch(part -> asksDays(part.clause()));
      default -> false;
    };
  }
}
