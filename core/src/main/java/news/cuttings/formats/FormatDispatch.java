package news.cuttings.formats;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.cuttings.formats.io.Contents;
import news.cuttings.formats.io.Evidence;
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
  private final Consumer<Told> told;

  /**
   * A dispatch.
   *
   * @param format the format of every text; null where it is told by content
   * @param encoding the encoding of every text; null where it is told by content
   * @param told takes what each text was told to be
   */
  FormatDispatch(@Nullable Format format, @Nullable Charset encoding, Consumer<Told> told) {
    this.format = format;
    this.encoding = encoding;
    this.told = told;
  }

  @Override
  public boolean take(Head packed, Intake intake, boolean named) throws IOException {
    if (named && Foreign.isDocument(packed)) {
      throw unreadable(packed, null, intake);
    }
    boolean isDocument = !packed.document().isEmpty();
    Head head = isDocument ? packed : Head.of(Utf8.of(packed, encoding));
    if (head.bytes().length == 0) {
      return true;
    }
    Sample sample = Sample.of(head);
    List<Told.Guess> guesses =
        format != null
            ? List.of()
            : Detector.guesses(sample).stream()
                .filter(guess -> !isDocument || isIn(guess))
                .toList();
    Format found =
        format != null || guesses.isEmpty() ? format : enough(guesses.getFirst(), intake, named);
    told.accept(new Told(intake.at(0), Optional.ofNullable(found), format != null, guesses));
    if (found != null) {
      found.reader().read(head.whole(), intake);
      return true;
    }
    if (named) {
      throw unreadable(packed, sample, intake);
    }
    intake.passOver("unknown format", Foreign.kind(packed, sample) + ": passed over");
    return false;
  }

  /** What a text processor's document is read as: prose in it may be a letter as well. */
  private static boolean isIn(Told.Guess document) {
    return document.format() != Format.PLAIN_TEXT;
  }

  /** Text that nobody named must look like one, and be called one: logs and code are text too. */
  private static @Nullable Format enough(Told.Guess best, Intake intake, boolean named) {
    boolean enough =
        named
            || best.score() >= Evidence.LIKELY
            || (best.format() == Format.JSON_LINES && !intake.wishes().names().isEmpty());
    return enough ? best.format() : null;
  }

  @Override
  public void refuseEmpty(Intake archive, boolean areLost) throws UnreadableInputException {
    throw new UnreadableInputException(
        archive.at(0)
            + (areLost
                ? ": an archive of which nothing could be read; "
                    + "unpack it by what made it and name the folder"
                : ": an archive that holds no file in a known format; "
                    + "take out the text, save it as .txt and name that"));
  }

  private static UnreadableInputException unreadable(
      Head head, @Nullable Sample sample, Intake intake) {
    return new UnreadableInputException(intake.at(0) + ": " + Foreign.advice(head, sample));
  }
}
