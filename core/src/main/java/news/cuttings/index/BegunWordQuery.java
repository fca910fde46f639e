package news.cuttings.index;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Finds stories by terms that begin so and are only of words that begin so: Lucene's PrefixQuery
 * without the stems that words of another beginning may have, which {@link Schema#WRITTEN} tells.
 */
public final class BegunWordQuery extends MultiTermQuery {
  private final BytesRef beginning;

  public BegunWordQuery(String field, String beginning) {
    super(field, CONSTANT_SCORE_BLENDED_REWRITE);
    this.beginning = new BytesRef(beginning);
  }

  /** How its words begin. */
  public String beginning() {
    return beginning.utf8ToString();
  }

  /** Whether a term that ends with that letter is among those it finds. */
  public static boolean isOwn(int end) {
    return Stems.isOwn(end);
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return new Begun(terms.iterator(), beginning);
  }

  private static final class Begun extends FilteredTermsEnum {
    private final BytesRef beginning;

    Begun(TermsEnum terms, BytesRef beginning) {
      super(terms);
      this.beginning = beginning;
      setInitialSeekTerm(beginning);
    }

    @Override
    protected AcceptStatus accept(BytesRef term) {
      if (!StringHelper.startsWith(term, beginning)) {
        return AcceptStatus.END;
      }
      boolean isOwn = term.length > 0 && isOwn(term.bytes[term.offset + term.length - 1]);
      return isOwn ? AcceptStatus.YES : AcceptStatus.NO;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String of) {
    return field + ":" + beginning() + "*";
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof BegunWordQuery query
        && beginning.equals(query.beginning);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), beginning);
  }
}
