package news.cuttings.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/**
 * Prefers a word's exact spelling where the index has others: {@code Bárcena} before {@code
 * Barcena} for one who types {@code Bárcena}, and the other way round. The preference is as much as
 * the word can score, so that between two stories that differ in nothing else but length it
 * decides.
 */
final class Spellings {
  private static final int MOST_VARIANTS = 20;

  /** What a word's preference adds to a query at most: its spellings, and the word itself. */
  static final int MOST_CLAUSES = MOST_VARIANTS + 1;

  private final SearchBackend backend;
  private final QueryTerms terms;

  Spellings(SearchBackend backend, QueryTerms terms) {
    this.backend = backend;
    this.terms = terms;
  }

  /** What a story gains by the word's exact spelling; empty where there is but one. */
  Optional<Query> bonus(TextAnalysis.Token token, String written) throws IOException {
    String exact = token.exact();
    Set<String> variants = variants(folded(token, written));
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    Term all = new Term(Schema.ALL, token.term());
    int stories = terms.docFreq(all);
    Query exactly;
    if (exact != null) {
      Term spelling = new Term(Schema.EXACT, exact);
      int spelt = terms.docFreq(spelling);
      if (spelt == 0 || spelt >= stories) {
        return Optional.empty();
      }
      exactly = terms.query(spelling);
    } else {
      exactly = without(all, variants);
    }
    return Optional.of(new BoostQuery(new ConstantScoreQuery(exactly), idf(stories)));
  }

  private Query without(Term word, Set<String> variants) throws IOException {
    BooleanQuery.Builder plain = new BooleanQuery.Builder();
    plain.add(terms.query(word), BooleanClause.Occur.FILTER);
    for (String variant : variants) {
      plain.add(terms.query(new Term(Schema.EXACT, variant)), BooleanClause.Occur.MUST_NOT);
    }
    return plain.build();
  }

  /**
   * As BM25 has it: more than any frequency of the word can score. Stories removed since the last
   * merge are in both numbers.
   */
  private float idf(int stories) throws IOException {
    return (float) Math.log1p((backend.maxDoc() - stories + 0.5) / (stories + 0.5) + 0.5);
  }

  /** The spellings with accents or apostrophes that fold to the word. */
  private Set<String> variants(String folded) throws IOException {
    return backend.termsWithPrefix(termsWithPrefix(folded), MOST_VARIANTS);
  }

  private static Term termsWithPrefix(String folded) {
    return new Term(Schema.EXACT, folded + Schema.SEPARATOR);
  }

  private static String folded(TextAnalysis.Token token, String written) {
    String exact = token.exact();
    return exact == null
        ? TextAnalysis.folded(written)
        : exact.substring(0, exact.indexOf(Schema.SEPARATOR));
  }

  /** Whether it should be told which words will be asked about. */
  boolean areFar() {
    return backend.isFar();
  }

  /** Tells the index which words will be asked about. */
  void expect(List<TextAnalysis.Token> tokens, List<String> written) throws IOException {
    List<Term> terms = new ArrayList<>();
    List<Term> beginnings = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      TextAnalysis.Token token = tokens.get(i);
      terms.add(new Term(Schema.ALL, token.term()));
      if (token.exact() != null) {
        terms.add(new Term(Schema.EXACT, token.exact()));
      }
      beginnings.add(termsWithPrefix(folded(token, written.get(i))));
    }
    backend.expect(terms, beginnings);
  }
}
