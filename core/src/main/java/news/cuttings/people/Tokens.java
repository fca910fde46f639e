package news.cuttings.people;

import java.util.Arrays;
import java.util.Set;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * The words and marks of a text, each looked at once. Words keep inner hyphens and apostrophes;
 * initials and a few abbreviations keep their full stop; a possessive ending is cut off. Linear
 * time; not safe for use by many threads.
 */
final class Tokens {
  /** A word in lower case. */
  static final byte LOWER = 0;

  /** A word with a capital and a small letter. */
  static final byte CAPITAL = 1;

  /** Two or more capitals. */
  static final byte UPPER = 2;

  /** One capital, or several with full stops: {@code J.}, {@code J.K.}. */
  static final byte INITIAL = 3;

  /** Digits, and words of a script without case. */
  static final byte OTHER = 4;

  /** A punctuation mark. */
  static final byte MARK = 5;

  /** The end of a line. */
  static final byte LINE_END = 6;

  private static final Set<String> SHORTENED =
      Set.of(
          "mr", "mrs", "ms", "dr", "jr", "sr", "st", "gen", "sen", "rep", "gov", "lt", "col", "sgt",
          "capt", "prof", "rev", "messrs", "maj", "brig", "adm", "cmdr", "supt", "fr", "hon");

  private static final Set<String> ARTICLES =
      Set.of("al", "el", "an", "as", "ar", "ad", "at", "az", "ash", "ul", "d", "l");

  private static final int LONGEST = 60;

  final String text;
  private final Lexicon lexicon;
  private @Nullable Form[] forms = new Form[256];
  private int knownForms;
  private int size;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] shapes = new byte[64];
  private boolean[] possessives = new boolean[64];
  private Form[] words = new Form[64];

  Tokens(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    read();
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  /** One past the last character, without a possessive ending. */
  int end(int token) {
    return ends[token];
  }

  byte shape(int token) {
    return token < 0 || token >= size ? LINE_END : shapes[token];
  }

  /** Whether the token is a word with a capital. */
  boolean isName(int token) {
    byte shape = shape(token);
    return shape == CAPITAL || shape == UPPER || shape == INITIAL;
  }

  boolean isPossessive(int token) {
    return possessives[token];
  }

  Form form(int token) {
    return words[token];
  }

  /** What is known of words. */
  Lexicon lexicon() {
    return lexicon;
  }

  /** Whether that token is that mark. */
  boolean is(int token, char mark) {
    return token >= 0
        && token < size
        && shapes[token] == MARK
        && text.charAt(starts[token]) == mark;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        add(at, at + 1, LINE_END);
        at++;
      } else if (Letters.isSpace(c)) {
        at++;
      } else if (isWord(at)) {
        at = word(at);
      } else if (isLoosePossessive(at)) {
        possessives[size - 1] = true;
        at += 2;
      } else {
        int end = at + Character.charCount(text.codePointAt(at));
        if (Character.getType(c) != Character.FORMAT) {
          add(at, end, MARK);
        }
        at = end;
      }
    }
  }

  /** {@code 's} with a space before it, as some tools write it. */
  private boolean isLoosePossessive(int at) {
    return size > 0
        && shapes[size - 1] < MARK
        && Letters.isApostrophe(text.charAt(at))
        && Letters.isSpace(text.charAt(at - 1))
        && at + 1 < text.length()
        && text.charAt(at + 1) == 's'
        && (at + 2 == text.length() || !isWord(at + 2));
  }

  private boolean isWord(int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int point = text.codePointAt(at);
    return Character.isLetterOrDigit(point);
  }

  /** Whether the character goes on a word but starts none: marks, and what nobody sees. */
  private boolean isInside(int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return false;
    }
    int type = Character.getType(text.codePointAt(at));
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }

  private int word(int start) {
    int at = start;
    while (at < text.length() && (isWord(at) || isInside(at) || isJoint(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    int core = possessive(start, at);
    byte shape = shape(start, core);
    if (shape == INITIAL && core == at && at < text.length() && text.charAt(at) == '.') {
      return initials(start, at);
    }
    return finish(start, core, at, shape);
  }

  private byte shape(int start, int end) {
    int upper = 0;
    int lower = 0;
    for (int at = start; at < end; ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (Character.isLowerCase(point)) {
        lower++;
      } else if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
        upper++;
      }
    }
    if (upper == 0) {
      return lower > 0 ? LOWER : OTHER;
    }
    if (lower > 0) {
      if (text.charAt(start) == 'I' && Letters.isApostrophe(text.charAt(start + 1))) {
        return LOWER; // I'm, I've
      }
      return Character.isLowerCase(text.codePointAt(start)) && !isArticled(start, end)
          ? LOWER
          : CAPITAL;
    }
    return upper == 1 ? INITIAL : UPPER;
  }

  /** Whether a name begins with a small article: {@code al-Assad}, {@code d'Estaing}. */
  private boolean isArticled(int start, int end) {
    int at = start;
    while (at < end && at - start < 4 && Character.isLowerCase(text.charAt(at))) {
      at++;
    }
    return at + 1 < end
        && !Character.isLetterOrDigit(text.charAt(at))
        && Character.isUpperCase(text.charAt(at + 1))
        && ARTICLES.contains(text.substring(start, at));
  }

  /** A hyphen or an apostrophe between two letters. */
  private boolean isJoint(int at) {
    char c = text.charAt(at);
    return (c == '-' || c == '\u2010' || c == '\u2011' || c == '&' || Letters.isApostrophe(c))
        && at + 1 < text.length()
        && isWord(at + 1);
  }

  private int initials(int start, int dot) {
    int at = dot + 1;
    while (at + 1 < text.length()
        && text.charAt(at + 1) == '.'
        && Character.isUpperCase(text.charAt(at))) {
      at += 2;
    }
    add(start, at, INITIAL);
    return at;
  }

  private int finish(int start, int core, int end, byte shape) {
    add(start, core, shape);
    possessives[size - 1] = core < end;
    if (core == end
        && end < text.length()
        && text.charAt(end) == '.'
        && SHORTENED.contains(words[size - 1].folded)) {
      ends[size - 1] = end + 1;
      return end + 1;
    }
    return end;
  }

  /** Where the word ends without {@code 's}. */
  private int possessive(int start, int end) {
    if (end - start > 2
        && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
        && Letters.isApostrophe(text.charAt(end - 2))) {
      return end - 2;
    }
    return end;
  }

  private void add(int start, int end, byte shape) {
    if (size == starts.length) {
      grow();
    }
    starts[size] = start;
    ends[size] = end;
    shapes[size] = shape;
    Form form = form(start, end);
    if (shape == LOWER) {
      form.lower++;
    } else if (shape == CAPITAL) {
      form.upper++;
    }
    words[size++] = form;
  }

  private Form form(int start, int end) {
    int to = Math.min(end, start + LONGEST);
    long hash = Hashes.SEED;
    for (int i = start; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        String folded = Letters.fold(text.substring(start, to));
        return form(Hashes.of(folded), folded);
      }
      if (c != '\'' && c != '`') {
        hash = Hashes.step(hash, c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      }
    }
    hash = Hashes.mix(hash);
    Form form = forms[slot(hash)];
    return form == null ? form(hash, Letters.fold(text.substring(start, to))) : form;
  }

  private Form form(long hash, String folded) {
    Form known = forms[slot(hash)];
    if (known != null) {
      return known;
    }
    if (++knownForms > forms.length / 2) {
      growForms();
    }
    Form form = new Form(hash, folded, lexicon.facts(folded, hash));
    forms[slot(hash)] = form;
    return form;
  }

  private int slot(long hash) {
    int slot = (int) hash & (forms.length - 1);
    for (Form form = forms[slot]; form != null && form.hash != hash; form = forms[slot]) {
      slot = (slot + 1) & (forms.length - 1);
    }
    return slot;
  }

  private void growForms() {
    @Nullable Form[] all = forms;
    forms = new Form[all.length * 2];
    for (Form form : all) {
      if (form != null) {
        forms[slot(form.hash)] = form;
      }
    }
  }

  private void grow() {
    int length = size * 2;
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    shapes = Arrays.copyOf(shapes, length);
    possessives = Arrays.copyOf(possessives, length);
    words = Arrays.copyOf(words, length);
  }
}
