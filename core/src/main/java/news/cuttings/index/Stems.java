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
  private final @Nullable Met[] met = new Met[REMEMBERED];

  /** A word and its stem. */
  private static final class Met {
    private final char[] word;
    private final char[] stem;

    Met(char[] word, char[] stem) {
      this.word = word;
      this.stem = stem;
    }

    boolean is(char[] buffer, int length) {
      return Arrays.equals(word, 0, word.length, buffer, 0, length);
    }
  }

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
    Met known = met[place];
    if (known != null && known.is(buffer, length)) {
      term.copyBuffer(known.stem, 0, known.stem.length);
      return true;
    }
    char[] word = Arrays.copyOf(buffer, length);
    stem(length);
    met[place] = new Met(word, Arrays.copyOf(term.buffer(), term.length()));
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
