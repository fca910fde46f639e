package news.cuttings.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The one rule by which spellings are told the same: accents, apostrophes and case.
 *
 * <p>{@code Bárcena}, {@code Barcena} and the form with a combining accent fold to {@code barcena};
 * {@code O’Neill}, {@code O'Neill} and {@code ONeill} to {@code oneill}. The vowel points of Hebrew
 * and Arabic are accents too, and the forms of one Arabic letter are one. Built on Unicode's
 * compatibility decomposition (UAX #15); letters that have none (ø, ł, ß …) are spelt out as
 * English newspapers do. Linear time, no state.
 */
public final class Letters {
  private static final Pattern SPACE = Pattern.compile(" ");

  private Letters() {}

  /**
   * The text without accents, apostrophes, invisible characters and case. White space and other
   * punctuation stay as they are.
   */
  public static String fold(CharSequence text) {
    Objects.requireNonNull(text, "text");
    return fold(text, true);
  }

  /**
   * The text in lower case with accents kept and composed (NFC) and every apostrophe straight: the
   * exact spelling, in which only {@link #fold} may differ.
   */
  public static String exact(CharSequence text) {
    Objects.requireNonNull(text, "text");
    return fold(text, false);
  }

  /** The key of a name: folded words of letters and digits with one space between. */
  public static String key(CharSequence name) {
    Objects.requireNonNull(name, "name");
    String folded = fold(name);
    StringBuilder out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        out.appendCodePoint(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == ' ') {
      out.setLength(end - 1);
    }
    return out.toString();
  }

  /**
   * The key of a person's name: initials that follow one another are one word, so that {@code J. K.
   * Rowling}, {@code J.K. Rowling} and {@code JK Rowling} are one.
   */
  public static String nameKey(CharSequence name) {
    Objects.requireNonNull(name, "name");
    String key = key(name);
    StringBuilder out = new StringBuilder(key.length());
    boolean initial = false;
    for (String word : SPACE.split(key, -1)) {
      boolean alone = word.length() == 1 && Character.isLetter(word.charAt(0));
      if (out.length() > 0 && !(alone && initial)) {
        out.append(' ');
      }
      out.append(word);
      initial = alone;
    }
    return out.toString();
  }

  /** What stands between white space, in order. */
  public static List<String> words(CharSequence text) {
    Objects.requireNonNull(text, "text");
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean isWord = i < text.length() && !isSpace(text.charAt(i));
      if (isWord && start < 0) {
        start = i;
      } else if (!isWord && start >= 0) {
        words.add(text.subSequence(start, i).toString());
        start = -1;
      }
    }
    return words;
  }

  /** The text with each run of white space as one space, none at the ends. */
  public static String squeeze(CharSequence text) {
    Objects.requireNonNull(text, "text");
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether there is nothing but white space. */
  static boolean isBlank(CharSequence text) {
    return text.chars().allMatch(c -> isSpace((char) c));
  }

  /** Whether the character is white space in print: also the no-break and the ideographic space. */
  public static boolean isSpace(char c) {
    return c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /** Whether the character is used as an apostrophe: straight, curly, modifier or full width. */
  public static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '\u2019', '\u2018', '\u201B', '\u02BC', '\u02BB', '\u00B4', '`', '\uFF07' -> true;
      default -> false;
    };
  }

  private static String fold(CharSequence text, boolean plain) {
    int length = text.length();
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return foldBeyondAscii(text, plain);
      }
      if (c >= 'A' && c <= 'Z') {
        out.append((char) (c + ('a' - 'A')));
      } else if (c == '\'' || c == '`') {
        if (!plain) {
          out.append('\'');
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String foldBeyondAscii(CharSequence text, boolean plain) {
    // Apostrophes first: the compatibility form of the acute accent is a space and a mark. Some
    // have twins in other scripts, which composing replaces.
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder straight = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (!isApostrophe(c)) {
        straight.append(c);
      } else if (!plain) {
        straight.append('\'');
      }
    }
    Normalizer.Form form = plain ? Normalizer.Form.NFKD : Normalizer.Form.NFC;
    String decomposed = Normalizer.normalize(straight, form);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      int lower = Character.toLowerCase(c);
      if (Character.getType(lower) == Character.FORMAT) {
        continue; // soft hyphens, zero-width and direction marks: seen by nobody
      }
      if (lower <= Character.MAX_VALUE && isApostrophe((char) lower)) {
        if (!plain) {
          out.append('\''); // some come out of other letters: ŉ
        }
        continue;
      }
      if (!plain) {
        out.appendCodePoint(lower);
      } else if (!isAccent(lower)) {
        spellOut(lower, out);
      }
    }
    if (plain) {
      closeAcronyms(out);
    }
    // Scripts that are written composed (Hangul, kana) are put together again.
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** Takes out the quotation mark that stands in Hebrew before an acronym's last letter. */
  private static void closeAcronyms(StringBuilder text) {
    for (int i = text.length() - 2; i > 0; i--) {
      if (text.charAt(i) == '"' && isHebrew(text.charAt(i - 1)) && isHebrew(text.charAt(i + 1))) {
        text.deleteCharAt(i);
      }
    }
  }

  private static boolean isHebrew(char c) {
    return c >= 'א' && c <= 'ת';
  }

  /**
   * Whether the character is a mark that most writers leave out: an accent of Latin, Greek or
   * Cyrillic, a point or accent of Hebrew, a vowel sign, hamza or lengthening of Arabic. Vowel
   * signs of other scripts are letters.
   */
  private static boolean isAccent(int c) {
    if (c < 0x0300) {
      return false;
    }
    if (c == 0x0640) {
      return true; // drawn out for looks
    }
    boolean inScript =
        c <= 0x036F
            || (c >= 0x0591 && c <= 0x05C7)
            || (c >= 0x0610 && c <= 0x06ED)
            || (c >= 0x08CA && c <= 0x08FF)
            || (c >= 0x1AB0 && c <= 0x1AFF)
            || (c >= 0x1DC0 && c <= 0x1DFF)
            || c == 0xFB1E
            || (c >= 0xFE20 && c <= 0xFE2F);
    return inScript && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void spellOut(int c, StringBuilder out) {
    switch (c) {
      case 'ß', 'ẞ' -> out.append("ss");
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'þ' -> out.append("th");
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'đ', 'ð' -> out.append('d');
      case 'ħ' -> out.append('h');
      case 'ŧ' -> out.append('t');
      case 'ı' -> out.append('i');
      case 'ŋ' -> out.append('n');
      case 'ə' -> out.append('e');
      case 'ς' -> out.append('σ'); // capitals do not tell it from the other
      case 'ٱ' -> out.append('ا');
      case 'ى', 'ی' -> out.append('ي'); // Persian and Urdu keyboards have letters of their own
      case 'ک' -> out.append('ك');
      case 'ة', 'ہ', 'ە' -> out.append('ه');
      case '\u05F3', '\u05F4' -> {} // marks of abbreviation, which keyboards have as quotes
      default -> out.appendCodePoint(c);
    }
  }
}
