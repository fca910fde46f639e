package news.cuttings.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Words, and behind them one of which only the beginning is known: {@code "quick bro*"}. Looks for
 * the first {@link #MOST} words of the index that begin so; costs what a phrase of so many costs.
 * To be asked as a filter, as it scores by all of them. For use inside the library.
 */
public final class BegunQuery extends Query {
  /** Of more words that begin so the last are not looked for. */
  public static final int MOST = 1000;

  private final String field;
  private final List<Placed> words;
  private final Last last;
  private final int others;

  /**
   * A word.
   *
   * @param term the term
   * @param place its place, from 0
   */
  public record Placed(String term, int place) {}

  /**
   * The last word.
   *
   * @param beginning how its term begins
   * @param also terms that do not begin so, of words that do
   * @param place its place
   */
  public record Last(String beginning, Set<BytesRef> also, int place) {
    /** Copies the terms. */
    public Last {
      also = Set.copyOf(also);
    }
  }

  /**
   * Those words.
   *
   * @param words one or more, each in its place
   * @param others 0 for each in its place; else they are near in any order, with at most so many
   *     others among them
   */
  public BegunQuery(String field, Collection<Placed> words, Last last, int others) {
    if (words.isEmpty() || others < 0) {
      throw new IllegalArgumentException("words must be given, others >= 0, got " + others);
    }
    this.field = Objects.requireNonNull(field, "field");
    this.words = List.copyOf(words);
    this.last = Objects.requireNonNull(last, "last");
    this.others = others;
  }

  /** The field. */
  public String field() {
    return field;
  }

  /** The words before the last. */
  public List<Placed> words() {
    return words;
  }

  /** The last word. */
  public Last last() {
    return last;
  }

  /** How many other words may be among them; 0 where each has its place. */
  public int others() {
    return others;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Set<BytesRef> any = new TreeSet<>();
    Terms all = MultiTerms.getTerms(searcher.getIndexReader(), field);
    if (all != null) {
      TermsEnum terms = all.iterator();
      BytesRef beginning = new BytesRef(last.beginning());
      BytesRef term = terms.seekCeil(beginning) == TermsEnum.SeekStatus.END ? null : terms.term();
      for (; term != null && any.size() < MOST; term = terms.next()) {
        if (!StringHelper.startsWith(term, beginning)) {
          break;
        }
        any.add(BytesRef.deepCopyOf(term));
      }
      for (BytesRef one : last.also()) {
        if (terms.seekExact(one)) {
          any.add(one);
        }
      }
    }
    if (any.isEmpty()) {
      return new MatchNoDocsQuery("no word begins so");
    }
    return others == 0 ? phrase(any) : near(any);
  }

  private Query phrase(Set<BytesRef> any) {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (Placed word : words) {
      phrase.add(new Term[] {new Term(field, word.term())}, word.place());
    }
    Term[] either = any.stream().map(term -> new Term(field, term)).toArray(Term[]::new);
    return phrase.add(either, last.place()).build();
  }

  private Query near(Set<BytesRef> any) {
    List<BytesRef> terms = words.stream().map(word -> new BytesRef(word.term())).toList();
    return new NearQuery(field, terms, any, others);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String of) {
    return field + ":begun(" + words + " " + last + ")~" + others;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof BegunQuery o
        && field.equals(o.field)
        && words.equals(o.words)
        && last.equals(o.last)
        && others == o.others;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, words, last, others);
  }
}
