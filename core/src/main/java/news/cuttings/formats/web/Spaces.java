package news.cuttings.formats.web;

/** White space in a page, and what is seen by nobody. */
final class Spaces {
  private Spaces() {}

  static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u3000'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u0085';
  }

  /** Soft hyphens, zero-width spaces, marks of byte order: but not joiners, which letters need. */
  static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF'
        || (c >= '\u007F' && c < '\u00A0');
  }
}
