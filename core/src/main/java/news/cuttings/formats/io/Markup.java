package news.cuttings.formats.io;

import java.util.regex.Pattern;

/** Tells marked-up text from plain. */
public final class Markup {
  private static final Pattern OPENING =
      Pattern.compile("<[?!]|\\{\\\\rtf|<[a-z][\\w:.-]{0,40}(?:\\s[^<>]{0,300})?/?>");

  private Markup() {}

  /** Whether the text opens as no plain text does. */
  public static boolean opens(Sample sample) {
    return OPENING.matcher(sample.start()).lookingAt();
  }
}
