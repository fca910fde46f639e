package news.cuttings.formats.web;

import java.util.Arrays;

/** The words of a text and what its characters are, told in one pass. */
final class Words {
  /** The words in lower case, as hashes; of scripts without spaces each character. */
  final int[] hashes;

  /** Words; in scripts without spaces two characters count for one. */
  final int count;

  final int letters;
  final int digits;

  /** Words that begin with a capital. */
  final int capitalised;

  /** Letters that have a capital and are none. */
  final int small;

  final int commas;
  final int sentenceEnds;

  /** Of letters and digits alone: the same for texts that differ in spaces and signs. */
  final long hash;

  Words(String text) {
    int[] found = new int[16];
    int n = 0;
    int unspaced = 0;
    int upper = 0;
    int lowers = 0;
    int allLetters = 0;
    int allDigits = 0;
    int allCommas = 0;
    int ends = 0;
    int word = 0;
    boolean within = false;
    long sum = 7;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean letter = Character.isLetter(c);
      boolean digit = !letter && Character.isDigit(c);
      boolean part = letter || digit || isMark(c);
      boolean alone = letter && isUnspaced(c);
      if (within && (!part || alone)) {
        found = add(found, n++, word);
        within = false;
      }
      if (!part) {
        allCommas += isComma(c) ? 1 : 0;
        ends += isSentenceEnd(c) ? 1 : 0;
        continue;
      }
      int lower = Character.toLowerCase(c);
      lowers += letter && Character.isLowerCase(c) ? 1 : 0;
      sum = sum * 31 + lower;
      allLetters += letter ? 1 : 0;
      allDigits += digit ? 1 : 0;
      if (alone) {
        found = add(found, n++, (17 * 31 + lower) * 0x9E3779B1);
        unspaced++;
        continue;
      }
      if (!within) {
        within = true;
        word = 17;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
      word = word * 31 + lower;
    }
    if (within) {
      found = add(found, n++, word);
    }
    hashes = Arrays.copyOf(found, n);
    count = n - unspaced + (unspaced + 1) / 2;
    letters = allLetters;
    digits = allDigits;
    capitalised = upper;
    small = lowers;
    commas = allCommas;
    sentenceEnds = ends;
    hash = sum;
  }

  static int[] hashes(String text) {
    return new Words(text).hashes;
  }

  private static int[] add(int[] to, int count, int value) {
    int[] array = count == to.length ? Arrays.copyOf(to, count * 2) : to;
    array[count] = value;
    return array;
  }

  private static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the script is written without spaces between words. */
  private static boolean isUnspaced(int c) {
    return c >= 0x0E00
        && (c < 0x0F00 // Thai, Lao
            || (c >= 0x1000 && c < 0x10A0) // Burmese
            || (c >= 0x1780 && c < 0x1800) // Khmer
            || (c >= 0x3040 && c < 0xA000) // kana, Han
            || (c >= 0xF900 && c < 0xFB00)
            || (c >= 0x20000 && c < 0x32000));
  }

  private static boolean isComma(int c) {
    return switch (c) {
      case ',', ';', '،', '؛', '、', '，', '；', '՝', '፣', '፤' -> true;
      default -> false;
    };
  }

  static boolean isSentenceEnd(int c) {
    return switch (c) {
      case '.',
          '!',
          '?',
          '…',
          '؟',
          '۔',
          '।',
          '॥',
          '。',
          '！',
          '？',
          '｡',
          '։',
          '።',
          '།',
          '။',
          '៕',
          '។' ->
          true;
      default -> false;
    };
  }
}
