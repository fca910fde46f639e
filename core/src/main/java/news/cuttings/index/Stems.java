package news.cuttings.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Stems words as Lucene's SnowballFilter does, but remembers those it met last: a newspaper's words
 * are mostly the same few thousand, and stemming would be more than half of what analysis costs. A
 * word and its stem are kept as four numbers side by side, so that one look at memory tells. Keeps
 * 256 kB, or none; serves one thread.
 */
final class Stems extends TokenFilter {
  /** Words remembered, each at the place of its hash. */
  private static final int REMEMBERED = 1 << 13;

  /** Letters of ASCII in two numbers; longer words are rare, and are not met again. */
  private static final int LONGEST = 2 * Long.BYTES;

  private static final int WORD = 0;
  private static final int STEM = 2;
  private static final int NUMBERS = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final boolean remembers;
  private final long[] met;

  /** The word that was stemmed last. */
  private char[] word = new char[64];

  private int length;

  /**
   * @param remembers whether words are remembered at all
   */
  Stems(TokenStream words, boolean remembers) {
    super(words);
    this.remembers = remembers;
    met = remembers ? new long[REMEMBERED * NUMBERS] : new long[0];
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] buffer = term.buffer();
    length = term.length();
    if (word.length < length) {
      word = new char[ArrayUtil.oversize(length, Character.BYTES)];
    }
    System.arraycopy(buffer, 0, word, 0, length);
    if (!remembers || !fits(buffer, length)) {
      stem(length);
      return true;
    }
    long first = packed(buffer, 0, Math.min(length, Long.BYTES));
    long second = packed(buffer, Long.BYTES, length);
    int place = place(first, second);
    if (met[place + WORD] == first && met[place + WORD + 1] == second) {
      int end = unpack(met[place + STEM], buffer, 0);
      term.setLength(end < Long.BYTES ? end : unpack(met[place + STEM + 1], buffer, end));
      return true;
    }
    stem(length);
    if (fits(term.buffer(), term.length())) {
      met[place + WORD] = first;
      met[place + WORD + 1] = second;
      met[place + STEM] = packed(term.buffer(), 0, Math.min(term.length(), Long.BYTES));
      met[place + STEM + 1] = packed(term.buffer(), Long.BYTES, term.length());
    }
    return true;
  }

  /** Whether the term last given is its word, folded, and no other word has it. */
  boolean isAsWritten() {
    return Arrays.equals(word, 0, length, term.buffer(), 0, term.length())
        && isOwn(word[length - 1])
        && !isCapital();
  }

  private boolean isCapital() {
    return word[0] <= 'Z' && word[0] >= 'A'; // US, which is not us
  }

  /** Tells the word whose term was last given. */
  void tell(TextAnalysis.Sink sink) {
    if (isCapital()) {
      CharacterUtils.toLowerCase(word, 0, length);
    }
    sink.written(word, length);
  }

  /**
   * Whether a term with that end is only of words that begin with it: the stemmer writes other
   * letters than were there only as one of these ({@code body} is {@code bodi}, {@code coming} is
   * {@code come}, {@code skies} is {@code sky}, {@code capabilities} is {@code capabl}).
   */
  static boolean isOwn(int end) {
    return end != 'e' && end != 'i' && end != 'l' && end != 'y';
  }

  private void stem(int length) {
    stemmer.setCurrent(term.buffer(), length);
    stemmer.stem();
    term.copyBuffer(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
  }

  private static boolean fits(char[] word, int length) {
    int all = 0;
    for (int i = 0; i < length; i++) {
      all |= word[i];
    }
    return length <= LONGEST && all < 0x80;
  }

  /** The letters, a byte each, the first lowest; no word holds a letter that is 0. */
  private static long packed(char[] word, int from, int to) {
    long packed = 0;
    for (int i = to - 1; i >= from; i--) {
      packed = packed << Byte.SIZE | word[i];
    }
    return packed;
  }

  /** Writes the letters out again, and tells where they end: a stem is no longer than its word. */
  private static int unpack(long packed, char[] word, int from) {
    int end = from;
    for (long left = packed; left != 0; left >>>= Byte.SIZE) {
      word[end++] = (char) (left & 0x7f);
    }
    return end;
  }

  private static int place(long first, long second) {
    long hash = (first ^ second * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    return (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(REMEMBERED))) * NUMBERS;
  }
}
