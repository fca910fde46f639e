package news.cuttings.formats;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.formats.edition.EditionPageReader;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.formats.record.JsonReader;
import news.cuttings.formats.record.PlainTextReader;
import news.cuttings.formats.record.ReutersReader;
import news.cuttings.formats.record.TableReader;
import news.cuttings.formats.record.TrecReader;
import news.cuttings.formats.web.MhtmlReader;
import news.cuttings.formats.web.WebReader;
import news.cuttings.formats.wire.FeedReader;
import news.cuttings.formats.wire.MailReader;
import news.cuttings.formats.wire.NewsMlReader;
import news.cuttings.formats.wire.NitfReader;

/** The formats that can be read: the one list of them. */
public enum Format {
  /** The text of an aggregator's edition page: a lead story, site furniture, teasers. */
  EDITION_PAGE(new EditionPageReader()),
  /** Anybody's JSON: objects, one a line or not, arrays, answers of services. */
  JSON_LINES(new JsonReader()),
  /** A table of stories: comma- or tab-separated values. */
  CSV(new TableReader()),
  /** Web pages in HTML: a page a story, or the teasers of one that lists stories. */
  WEB_PAGE(new WebReader(new EditionPageReader())),
  /** Web pages that a browser saved in one file, as mail is written. */
  MHTML(new MhtmlReader(new WebReader(new EditionPageReader()))),
  /** Feeds: RSS and Atom. */
  FEED(new FeedReader()),
  /** The News Industry Text Format. */
  NITF(new NitfReader()),
  /** NewsML-G2: news items and messages of them. */
  NEWSML(new NewsMlReader()),
  /** Mail: a message, or a mailbox of many. */
  MAIL(new MailReader()),
  /** Reuters-21578, Distribution 1.0. */
  REUTERS(new ReutersReader()),
  /** TREC's {@code <DOC><DOCNO>…}. */
  TREC(new TrecReader()),
  /** One story in plain text, or a note in Markdown. The last: it is what nothing else claims. */
  PLAIN_TEXT(new PlainTextReader());

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final StoryReader reader;

  Format(StoryReader reader) {
    this.reader = reader;
  }

  /** What tells and reads it. */
  StoryReader reader() {
    return reader;
  }

  /** The name on the command line: {@code edition-page}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The format of that name; empty where there is none. */
  public static Optional<Format> of(String label) {
    Objects.requireNonNull(label, "label");
    for (Format format : values()) {
      if (format.label().equalsIgnoreCase(label)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
