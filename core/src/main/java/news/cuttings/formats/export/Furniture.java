package news.cuttings.formats.export;

import java.util.regex.Pattern;

/** Lines that say whose a text is, or where a page ends. */
final class Furniture {
  private static final int LONGEST = 500;

  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?:copyright|©|\\(c\\)|all (?:rights|content)|alle rechte|tous droits"
              + "|todos los derechos|tutti i diritti|todos os direitos)\\b.*"
              + "|(?:©|\\(c\\)).*|.{0,200}\\ball rights reserved\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:page|seite|p[aá]gina)\\s\\d{1,5}(?:\\s(?:of|von|de|van|di|sur)\\s\\d{1,5})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Furniture() {}

  /** Whether a line says whose rights a text is under. */
  static boolean isCopyright(String line) {
    return line.length() < LONGEST && RIGHTS.matcher(line).matches();
  }

  /** Whether it is the number of a page: {@code Page 2 of 7}. */
  static boolean isPageNumber(String line) {
    return PAGE.matcher(line).matches();
  }
}
