package news.cuttings.formats.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.formats.io.ByteText;
import news.cuttings.formats.io.Intake;

/** The paragraphs of one document of an export, as they come, and never more than a story has. */
final class Document {
  /** What is left at the end of an export, and is less, is not worth telling. */
  private static final int FEWEST = 200;

  private final Intake intake;
  private List<Block> blocks = new ArrayList<>();
  private long line = 1;
  private long size;
  private boolean isBegun;
  private boolean isTooLong;

  Document(Intake intake) {
    this.intake = intake;
  }

  /** Begins at a line, where the next paragraph does not. */
  void begin(long begun) {
    line = begun;
    isBegun = true;
  }

  void add(Block block) {
    if (!isBegun) {
      begin(block.line());
    }
    size += block.text().length();
    isTooLong |= block.isTooLong() || size > ByteText.MAX;
    if (isTooLong && blocks.size() > 1) {
      blocks = new ArrayList<>(blocks.subList(0, 1));
    } else if (!isTooLong) {
      blocks.add(block);
    }
  }

  /** The paragraphs so far. */
  List<Block> blocks() {
    return blocks;
  }

  /** Where the document that was taken last begins. */
  long line() {
    return line;
  }

  /** The paragraphs so far, no more held; none where they are more than a story has. */
  List<Block> take() {
    List<Block> taken = blocks;
    if (isTooLong) {
      intake.skipTooLong(line(), text(taken));
      taken = List.of();
    }
    blocks = new ArrayList<>();
    size = 0;
    isBegun = false;
    isTooLong = false;
    return taken;
  }

  /** Tells that what there is is no story. */
  void drop(String reason) {
    take().forEach(block -> intake.drop(block.line(), reason, block.flat()));
  }

  /** Tells that a document is not whole, unless it is next to nothing. */
  void leaveOut(String what) {
    String text = text(take());
    if (text.length() > FEWEST) {
      intake.skip(line(), "cut short", what + ": left out", text);
    }
  }

  /** The text of paragraphs, to be shown where no story comes of it. */
  static String text(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }
}
