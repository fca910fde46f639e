package news.cuttings.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Streams that give Lucene terms already made, so that a text is analysed once for all its fields.
 * Used again for the next story.
 */
final class TermStreams {
  private TermStreams() {}

  /** The terms of a list with their positions. */
  static final class Placed extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Terms terms;
    private final TermList list = new TermList();
    private int next;

    /** The terms are those of the story. */
    Placed(Terms terms) {
      this.terms = terms;
    }

    /** What it gives. */
    TermList list() {
      return list;
    }

    @Override
    public boolean incrementToken() {
      if (next == list.size()) {
        return false;
      }
      term.setBytesRef(terms.bytes(list.number(next)));
      step.setPositionIncrement(list.step(next));
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }

  /** Every term once, its weight as its frequency. */
  static final class Weighted extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Terms terms;
    private int next;

    Weighted(Terms terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      while (next < terms.size() && terms.weight(next) == 0) {
        next++;
      }
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(terms.bytes(next));
      frequency.setTermFrequency(terms.weight(next));
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
