package news.cuttings.formats;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import news.cuttings.formats.io.Contents;
import news.cuttings.formats.io.Foreign;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.Utf8;
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
    Format found = format != null ? format : told(Sample.of(head), intake, named);
    if (found != null) {
      found.reader().read(head.whole(), intake);
      return true;
    }
    if (named) {
      throw unreadable(packed, intake);
    }
    intake.passOver("unknown format", Foreign.kind(packed) + ": passed over");
    return false;
  }

  /** Text that nobody named must look like one, and be called one: logs and code are text too. */
  private static @Nullable Format told(Sample sample, Intake intake, boolean named) {
    Detector.Told told = Detector.of(sample);
    if (told == null) {
      return null;
    }
    boolean enough =
        named
            || told.evidence().isLikely()
            || (told.format() == Format.JSON_LINES && !intake.wishes().names().isEmpty())
            || (told.format() == Format.PLAIN_TEXT && isText(intake) && Prose.isIn(sample));
    return enough ? told.format() : null;
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
}
