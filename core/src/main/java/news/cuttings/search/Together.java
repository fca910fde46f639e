package news.cuttings.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/**
 * What stories gain by having the words of a query together. Of two or three words those with all
 * come before those with some, however often. Four or more may be a headline that somebody
 * remembers: where nearly all of them stand in a story's, that is ranked once more, alone, and the
 * shorter it is the more it scores. Words that no story has are not counted, for they are misspelt.
 * No story is found by this that the words do not find.
 */
final class Together {
  /** Of so many words one expects all. */
  private static final int FEW = 3;

  /** More words, those that rank nothing left out, are no headline. */
  private static final int LONGEST = 16;

  /** Which share of the words is nearly all. */
  private static final double NEARLY = 0.8;

  private final QueryWords known;
  private final QueryTokens analysed;
  private final QueryTerms lookups;

  /** Each word by its terms: one typed twice, with a capital once, is one. */
  private final Map<List<String>, Query> words = new LinkedHashMap<>();

  private final Set<String> terms = new LinkedHashSet<>();
  private boolean isAllAsked = true;

  /**
   * Of the stories that are taken.
   *
   * @param known the query's words
   */
  Together(Scope scope, QueryWords known) throws IOException {
    this.known = known;
    analysed = scope.translation().analysed();
    lookups = scope.translation().terms();
    List<Translation.Asked> asked =
        scope.translation().asked().stream().filter(Together::isWord).toList();
    if (asked.size() > 1 && asked.size() <= LONGEST) {
      for (Translation.Asked one : asked) {
        add(one);
      }
    }
  }

  private static boolean isWord(Translation.Asked one) {
    return one.scores()
        && one.part().clause() instanceof Clause.Word word
        && word.field() == Field.ALL;
  }

  private void add(Translation.Asked one) throws IOException {
    List<String> had = new ArrayList<>();
    for (TextAnalysis.Token token : analysed.of(((Clause.Word) one.part().clause()).text())) {
      if (known.has(token.term())) {
        had.add(token.term());
      }
    }
    if (!had.isEmpty()) {
      words.putIfAbsent(had, one.query());
      terms.addAll(had);
      isAllAsked &= one.part().occur() == Clause.Occur.MUST;
    }
  }

  /** What may be gained: of few words and of many another; nothing where all are asked for. */
  List<Gain> gains() throws IOException {
    if (words.size() < 2 || isAllAsked) {
      return List.of();
    }
    return words.size() <= FEW
        ? List.of(new Gain("all of the words", "it has each of them", all()))
        : List.of(new Gain("a headline of these words", "its own has nearly all", headline()));
  }

  /** More than a story can score that has only some. */
  private Query all() throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Map.Entry<List<String>, Query> word : words.entrySet()) {
      if (word.getKey().size() == 1) {
        all.add(word.getValue(), BooleanClause.Occur.FILTER);
      } else { // a story is found by any of joined words, and has it by all
        for (String term : word.getKey()) {
          all.add(lookups.query(new Term(Schema.ALL, term)), BooleanClause.Occur.FILTER);
        }
      }
    }
    return new BoostQuery(new ConstantScoreQuery(all.build()), (float) known.total());
  }

  private Query headline() throws IOException {
    BooleanQuery.Builder headline = new BooleanQuery.Builder();
    for (String term : terms) {
      headline.add(lookups.query(new Term(Schema.HEADLINE, term)), BooleanClause.Occur.SHOULD);
    }
    headline.setMinimumNumberShouldMatch((int) Math.ceil(NEARLY * terms.size()));
    return headline.build();
  }
}
