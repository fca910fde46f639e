package news.cuttings.formats;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.formats.edition.EditionPageReader;
import news.cuttings.formats.export.EuropresseReader;
import news.cuttings.formats.export.FactivaReader;
import news.cuttings.formats.export.NewsBankReader;
import news.cuttings.formats.export.NexisReader;
import news.cuttings.formats.export.ProQuestReader;
import news.cuttings.formats.export.RisReader;
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

/** The formats that can be read: the one list of them, in the order in which they are asked. */
public enum Format {
  /** Edition pages, as text. */
  EDITION_PAGE(
      new EditionPageReader(),
      "the text of an aggregator's edition page, as people copy it: the lead story and each teaser,"
          + " without offers, sign-in lines and menus"),
  /** JSON of any shape. */
  JSON_LINES(
      new JsonReader(),
      "anybody's JSON: an object a line or over several, arrays, answers of news services, dumps of"
          + " search engines"),
  /** Tables. */
  CSV(
      new TableReader(),
      "tables with a story a row: separated by commas, semicolons or tabs, with or without a first"
          + " row of names"),
  /** Web pages in HTML. */
  WEB_PAGE(
      new WebReader(new EditionPageReader()),
      "saved web pages: the story without what stands around it, or the teasers of a page that"
          + " lists stories"),
  /** Web pages saved in one file. */
  MHTML(
      new MhtmlReader(new WebReader(new EditionPageReader())),
      "web pages that a browser saved in one file"),
  /** Feeds. */
  FEED(new FeedReader(), "RSS and Atom"),
  /** NITF. */
  NITF(new NitfReader(), "the News Industry Text Format"),
  /** NewsML-G2. */
  NEWSML(new NewsMlReader(), "NewsML-G2: news items, packages and messages of them"),
  /** LexisNexis and Nexis Uni. */
  NEXIS(new NexisReader(), "exports of LexisNexis and Nexis Uni"),
  /** Factiva. */
  FACTIVA(new FactivaReader(), "exports of Factiva"),
  /** ProQuest. */
  PROQUEST(new ProQuestReader(), "exports of ProQuest"),
  /** NewsBank. */
  NEWSBANK(new NewsBankReader(), "exports of NewsBank"),
  /** Europresse. */
  EUROPRESSE(new EuropresseReader(), "exports of Europresse"),
  /** RIS. */
  RIS(new RisReader(), "references in RIS"),
  /** Mail. */
  MAIL(new MailReader(), "a mail, or a mailbox of many"),
  /** Reuters-21578, Distribution 1.0. */
  REUTERS(new ReutersReader(), "Reuters-21578"),
  /** TREC text. */
  TREC(new TrecReader(), "TREC's documents"),
  /** Plain text. The last: it is what nothing else claims. */
  PLAIN_TEXT(new PlainTextReader(), "one story in plain text or Markdown");

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final StoryReader reader;

  private final String contents;

  Format(StoryReader reader, String contents) {
    this.reader = reader;
    this.contents = contents;
  }

  /** What tells and reads it. */
  StoryReader reader() {
    return reader;
  }

  /** The name on the command line: {@code edition-page}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is read so, in a few words: {@code RSS and Atom}. */
  public String contents() {
    return contents;
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
