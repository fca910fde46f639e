package news.cuttings.formats.io;

import java.util.List;

/** Tells marked-up text from plain. */
public final class Markup {
  private static final List<String> OPENINGS =
      List.of("<?xml", "<!doctype", "<html", "<head>", "<body", "<!--", "<rss", "<feed", "{\\rtf");

  private Markup() {}

  /** Whether the text opens as no plain text does. */
  public static boolean opens(Sample sample) {
    return OPENINGS.stream().anyMatch(sample.start()::startsWith);
  }
}
