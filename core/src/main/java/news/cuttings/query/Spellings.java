package news.cuttings.query;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

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

  private final IndexReader reader;

  Spellings(IndexReader reader) {
    this.reader = reader;
  }

  /** What a story gains by the word's exact spelling; empty where there is but one. */
  Optional<Query> bonus(TextAnalysis.Token token, String written) throws IOException {
    String exact = token.exact();
    String folded =
        exact == null
            ? TextAnalysis.folded(written)
            : exact.substring(0, exact.indexOf(Schema.SEPARATOR));
    Set<String> variants = variants(folded);
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    Term all = new Term(Schema.ALL, token.term());
    int stories = reader.docFreq(all);
    Query exactly;
    if (exact != null) {
      Term spelling = new Term(Schema.EXACT, exact);
      int spelt = reader.docFreq(spelling);
      if (spelt == 0 || spelt >= stories) {
        return Optional.empty();
      }
      exactly = new TermQuery(spelling);
    } else {
      exactly = without(all, variants);
    }
    return Optional.of(new BoostQuery(new ConstantScoreQuery(exactly), idf(stories)));
  }

  private static Query without(Term word, Set<String> variants) {
    BooleanQuery.Builder plain = new BooleanQuery.Builder();
    plain.add(new TermQuery(word), BooleanClause.Occur.FILTER);
    for (String variant : variants) {
      plain.add(new TermQuery(new Term(Schema.EXACT, variant)), BooleanClause.Occur.MUST_NOT);
    }
    return plain.build();
  }

  /**
   * As BM25 has it: more than any frequency of the word can score. Stories removed since the last
   * merge are in both numbers.
   */
  private float idf(int stories) {
    return (float) Math.log1p((reader.maxDoc() - stories + 0.5) / (stories + 0.5) + 0.5);
  }

  /** The spellings with accents or apostrophes that fold to the word. */
  private Set<String> variants(String folded) throws IOException {
    Set<String> variants = new TreeSet<>();
    BytesRef prefix = new BytesRef(folded + Schema.SEPARATOR);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Schema.EXACT);
      if (terms == null) {
        continue;
      }
      TermsEnum spellings = terms.iterator();
      TermsEnum.SeekStatus status = spellings.seekCeil(prefix);
      BytesRef term = status == TermsEnum.SeekStatus.END ? null : spellings.term();
      while (term != null
          && StringHelper.startsWith(term, prefix)
          && variants.size() < MOST_VARIANTS) {
        variants.add(term.utf8ToString());
        term = spellings.next();
      }
    }
    return variants;
  }
}
