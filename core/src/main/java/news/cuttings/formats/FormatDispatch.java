package news.cuttings.formats;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import news.cuttings.formats.edition.EditionPageReader;
import news.cuttings.formats.io.Contents;
import news.cuttings.formats.io.Foreign;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.formats.io.Utf8;
import news.cuttings.formats.record.JsonReader;
import news.cuttings.formats.record.PlainTextReader;
import news.cuttings.formats.record.ReutersReader;
import news.cuttings.formats.record.TrecReader;
import org.jspecify.annotations.Nullable;

/** Has each text read by the reader of its format; refuses what no reader reads. */
final class FormatDispatch implements Contents.Taker {
  private final @Nullable Format format;
  private final @Nullable Charset encoding;

  /**
   * A dispatch.
   *
   * @param format the format of every text; null where it is told by content
   * @param encoding the encoding of every text; null where it is told by content
   */
  FormatDispatch(@Nullable Format format, @Nullable Charset encoding) {
    this.format = format;
    this.encoding = encoding;
  }

  @Override
  public boolean take(Head packed, Intake intake, boolean named) throws IOException {
    if (named && Foreign.isDocument(packed)) {
      throw unreadable(packed, intake);
    }
    Head head = Head.of(Utf8.of(packed, encoding));
    if (head.bytes().length == 0) {
      return true;
    }
    Format found = format != null ? format : told(head.bytes(), intake, named);
    if (found != null) {
      reader(found).read(head.whole(), intake);
      return true;
    }
    if (named) {
      throw unreadable(packed, intake);
    }
    intake.passOver("unknown format", Foreign.kind(packed) + ": passed over");
    return false;
  }

  /** Text that nobody named must look like one, and be called one: logs and code are text too. */
  private static @Nullable Format told(byte[] head, Intake intake, boolean named) {
    Format found = Detector.of(head);
    boolean doubtful = found == Format.PLAIN_TEXT && !named;
    return doubtful && !(isText(intake) && Prose.isIn(head)) ? null : found;
  }

  private static boolean isText(Intake intake) {
    String entry = intake.entry();
    String lower = (entry == null ? intake.file() : entry).toLowerCase(Locale.ROOT);
    return lower.endsWith(".txt") || lower.endsWith(".txt.gz");
  }

  @Override
  public void refuseEmpty(Intake archive, boolean areLost) throws UnreadableInputException {
    throw new UnreadableInputException(
        archive.at(0)
            + (areLost
                ? ": a zip file of which nothing could be read; "
                    + "unpack it by what made it and name the folder"
                : ": a zip file that holds no file in a known format; "
                    + "take out the text, save it as .txt and name that"));
  }

  private static UnreadableInputException unreadable(Head head, Intake intake) {
    return new UnreadableInputException(intake.at(0) + ": " + Foreign.advice(head));
  }

  private static StoryReader reader(Format format) {
    return switch (format) {
      case EDITION_PAGE -> new EditionPageReader();
      case PLAIN_TEXT -> new PlainTextReader();
      case JSON_LINES -> new JsonReader();
      case REUTERS -> new ReutersReader();
      case TREC -> new TrecReader();
    };
  }
}
