package news.cuttings.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Stems words as Lucene's SnowballFilter does, but remembers those it met last: a newspaper's words
 * are mostly the same few thousand, and stemming is half of what analysis costs. Keeps at most some
 * 200 kB; serves one thread.
 */
final class Stems extends TokenFilter {
  /** Words remembered, each at the place of its hash. */
  private static final int REMEMBERED = 1 << 12;

  /** A longer word is not met again. */
  private static final int LONGEST = 20;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final char @Nullable [][] words = new char[REMEMBERED][];
  private final char @Nullable [][] stems = new char[REMEMBERED][];

  Stems(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int length = term.length();
    if (length > LONGEST) {
      stem(length);
      return true;
    }
    char[] buffer = term.buffer();
    int place = place(buffer, length);
    char[] word = words[place];
    char[] stem = stems[place];
    if (word != null && stem != null && Arrays.equals(word, 0, word.length, buffer, 0, length)) {
      term.copyBuffer(stem, 0, stem.length);
      return true;
    }
    char[] met = Arrays.copyOf(buffer, length);
    stem(length);
    words[place] = met;
    stems[place] = Arrays.copyOf(term.buffer(), term.length());
    return true;
  }

  private void stem(int length) {
    stemmer.setCurrent(term.buffer(), length);
    stemmer.stem();
    term.copyBuffer(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
  }

  private static int place(char[] buffer, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer[i];
    }
    return (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
  }
}
