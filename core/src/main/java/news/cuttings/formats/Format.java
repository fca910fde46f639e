package news.cuttings.formats;

import java.util.Locale;
import java.util.Optional;

/** The formats that can be read. */
public enum Format {
  /** The text of an aggregator's edition page: a lead story, site furniture, teasers. */
  EDITION_PAGE,
  /** One story in plain text. */
  PLAIN_TEXT,
  /** One JSON object a line. */
  JSON_LINES,
  /** Reuters-21578, Distribution 1.0. */
  REUTERS,
  /** TREC's {@code <DOC><DOCNO>…}. */
  TREC;

  /** The name on the command line: {@code edition-page}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The format of that name; empty where there is none. */
  public static Optional<Format> of(String label) {
    for (Format format : values()) {
      if (format.label().equalsIgnoreCase(label)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
