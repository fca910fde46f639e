package news.cuttings.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.cuttings.index.BegunWordQuery;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Field;
import news.cuttings.ranking.RankingOptions.Analysis;
import news.cuttings.story.Letters;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes Lucene's query of words of which only the beginning, or nearly the spelling, is known. */
final class OpenWords {
  private static final int FUZZY_EXPANSIONS = 50;

  /** For each stem that a misspelt word may have meant besides. */
  private static final int STEM_EXPANSIONS = 10;

  /** What a fuzzy word becomes at most. */
  static final int FUZZY_CLAUSES =
      FUZZY_EXPANSIONS + 2 + (STEM_EXPANSIONS + 1) * WordForms.MOST_MISSPELT;

  private static final int PREFIX_CLAUSES = 2;

  /** No term of the index is longer, in characters. */
  private static final int LONGEST_TERM = 5000;

  private final QueryTokens analysed;
  private final ClauseBudget budget;

  OpenWords(QueryTokens analysed, ClauseBudget budget) {
    this.analysed = analysed;
    this.budget = budget;
  }

  /** Words that begin so. */
  Query prefix(Field field, String text) {
    budget.take(PREFIX_CLAUSES);
    TextAnalysis.Token token = token(field, text);
    if (token == null) {
      return begun(field, text);
    }
    int end = end(field, text, token.end());
    Query begun = begun(field, text.substring(token.start(), end));
    int whole = whole(field, token);
    return whole >= 0 && budget.fits(PREFIX_CLAUSES)
        ? new ConstantScoreQuery(either(begun, begun(field, text.substring(whole, end))))
        : begun;
  }

  /** Where the beginning ends: before marks that no word goes on behind. */
  private static int end(Field field, String text, int end) {
    int last = end;
    while (last < text.length() && goesOn(field, text.charAt(last))) {
      last++;
    }
    return last;
  }

  /** Whether such a mark is in terms: AT&amp;T, C++; guardian.com where wholes are. */
  private static boolean goesOn(Field field, char c) {
    return c == '&' || c == '+' || (field == Field.ALL && isJoint(c));
  }

  private static boolean isJoint(char c) {
    return TextAnalysis.isJoined(String.valueOf(c), 0, 1);
  }

  /** Words spelt nearly so. */
  Query fuzzy(Field field, String text, int edits) {
    budget.take(FUZZY_CLAUSES);
    TextAnalysis.Token token = token(field, text);
    if (token == null) {
      return near(field, text, edits);
    }
    Query near = near(field, text.substring(token.start()), edits);
    int whole = whole(field, token);
    return whole >= 0 && budget.fits(FUZZY_CLAUSES)
        ? new DisjunctionMaxQuery(List.of(near, near(field, text.substring(whole), edits)), 0)
        : near;
  }

  /** The word's only token; null where it has none. */
  private TextAnalysis.@Nullable Token token(Field field, String text) {
    List<TextAnalysis.Token> tokens =
        field.kind() == Field.Kind.TEXT ? analysed.of(text) : List.of();
    return tokens.isEmpty() ? null : tokens.getLast();
  }

  /** Where the word begins that the token is elided in, if that is filed; -1 where it is not. */
  private static int whole(Field field, TextAnalysis.Token token) {
    TextAnalysis.Whole whole = token.whole();
    boolean isFiled = field == Field.ALL || token.asName().isPresent();
    return whole != null && token.isElided() && isFiled ? whole.start() : -1;
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder()
        .add(one, BooleanClause.Occur.SHOULD)
        .add(other, BooleanClause.Occur.SHOULD)
        .build();
  }

  private Query begun(Field field, String text) {
    String name = Translation.name(field);
    String start = written(field, text);
    if (start.length() > LONGEST_TERM) {
      return new MatchNoDocsQuery("no word is so long");
    }
    if (!isStemmed(field)) {
      return new PrefixQuery(new Term(name, start));
    }
    if (field == Field.ALL) {
      return new ConstantScoreQuery(words(start));
    }
    Query words = new PrefixQuery(new Term(name, start));
    List<BytesRef> stems = stems(field, text, start);
    return new ConstantScoreQuery(
        new BooleanQuery.Builder()
            .add(
                stems.isEmpty() ? words : either(words, new TermInSetQuery(name, stems)),
                BooleanClause.Occur.MUST)
            .add(words(start), BooleanClause.Occur.FILTER)
            .build());
  }

  /** Whether the field's terms are stems, which do not tell how words are written. */
  private boolean isStemmed(Field field) {
    return field.kind() == Field.Kind.TEXT && analysed.analysis().kind() == Analysis.NEWS;
  }

  /** Stories with words that begin so, and no others. */
  private static Query words(String start) {
    return either(
        new PrefixQuery(new Term(Schema.WRITTEN, start)), new BegunWordQuery(Schema.ALL, start));
  }

  /** What a story must match besides that has a word with that beginning at its place in a text. */
  Optional<Query> besides(Field field, String start) {
    return isStemmed(field) ? Optional.of(words(start)) : Optional.empty();
  }

  /** Terms that do not begin so, of words that do. */
  List<BytesRef> stems(Field field, String text, String start) {
    List<BytesRef> stems = new ArrayList<>();
    boolean isWhole = !start.isEmpty() && isJoint(start.charAt(start.length() - 1));
    if (field.kind() == Field.Kind.TEXT && !start.isEmpty() && !isWhole) {
      new WordForms(analysed.analysis())
          .stemsOf(start)
          .forEach(stem -> stems.add(new BytesRef(stem)));
      analysed.of(text).stream()
          .map(TextAnalysis.Token::term)
          .filter(term -> !term.startsWith(start))
          .forEach(term -> stems.add(new BytesRef(term)));
    }
    return stems;
  }

  private Query near(Field field, String text, int most) {
    String name = Translation.name(field);
    String word = written(field, text);
    if (word.length() > LONGEST_TERM) {
      return new MatchNoDocsQuery("no word is so long");
    }
    List<Query> either = new ArrayList<>();
    // The spelling asked for counts as the word alone does. Beside it, what is near is a clause of
    // its own: Lucene would put its words together with equal words of other clauses.
    either.add(new TermQuery(new Term(name, word)));
    either.add(near(name, word, most, FUZZY_EXPANSIONS));
    if (field.kind() == Field.Kind.TEXT) {
      new WordForms(analysed.analysis())
          .misspelt(word, most)
          .forEach((stem, edits) -> either.add(near(name, stem, edits, STEM_EXPANSIONS)));
    }
    return new DisjunctionMaxQuery(either, 0);
  }

  /** The beginning as terms of the field are written. */
  String written(Field field, String text) {
    return field.kind() == Field.Kind.TEXT ? analysed.analysis().written(text) : Letters.fold(text);
  }

  private static Query near(String name, String word, int edits, int expansions) {
    Term term = new Term(name, word);
    return edits == 0 ? new TermQuery(term) : new FuzzyQuery(term, edits, 0, expansions, true);
  }
}
