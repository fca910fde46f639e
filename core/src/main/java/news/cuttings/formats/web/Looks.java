package news.cuttings.formats.web;

/** What a line of text looks like, whatever it says. */
final class Looks {
  private Looks() {}

  /** Which share of the words before a colon near the beginning says that the rest is no story. */
  static float label(String text) {
    int end = Math.min(text.length(), 40);
    for (int i = 2; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：' || c == '|' || c == '>' || c == '»') {
        float[] shares = Phrases.standard().shares(Words.hashes(text.substring(0, i)));
        float most = 0;
        for (float share : shares) {
          most = Math.max(most, share);
        }
        return most > 0 ? most : -1;
      }
    }
    return 0;
  }

  /** Whether a short line has a number that may be a year. */
  static boolean hasYear(String text) {
    if (text.length() > 200) {
      return false;
    }
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isDigit(text.charAt(i))) {
        run++;
      } else {
        if (run == 4) {
          int century =
              Character.digit(text.charAt(i - 4), 10) * 10
                  + Character.digit(text.charAt(i - 3), 10);
          if (century == 19 || century == 20) {
            return true;
          }
        }
        run = 0;
      }
    }
    return false;
  }
}
