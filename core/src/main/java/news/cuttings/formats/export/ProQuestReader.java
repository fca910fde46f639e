package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;

/**
 * Reads exports of ProQuest. Documents are parted by rules, or begin with their number; what is
 * said of them stands behind labels.
 */
public final class ProQuestReader implements StoryReader {
  /** {@code ProQuest document ID: 2941234567}, in any language. */
  private static final Pattern NUMBER =
      Pattern.compile("[^:]{0,40}\\bproquest\\b[^:]{0,30}:\\s*\\d{5,12}", Pattern.CASE_INSENSITIVE);

  private static final Pattern RULE = Pattern.compile("[_=*-]{20,}");

  @Override
  public Evidence evidence(Sample sample) {
    List<String> lines = Plain.lines(sample);
    boolean isNumbered = lines.stream().anyMatch(line -> NUMBER.matcher(line).matches());
    return isNumbered && !Plain.areCode(lines)
        ? Evidence.sure("numbers of documents of ProQuest").plus(8)
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Document document = new Document(intake);
    Blocks blocks = Blocks.of(in, intake, Set.of(), ProQuestReader::begins);
    int stated = 0;
    int read = 0;
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      Optional<Count> count = Count.of(block.flat());
      stated = count.map(Count::of).orElse(stated);
      if (RULE.matcher(block.text()).matches() || count.isPresent()) {
        read += story(document, false, intake);
      } else {
        document.add(block);
      }
    }
    read += story(document, true, intake);
    if (stated > 0 && stated != read) {
      intake.warn(
          0, "count", "the export says that it has " + stated + " documents, it has " + read);
    }
  }

  static boolean begins(String line, boolean goesOn) {
    return !goesOn || Label.known(new Block(line, 0, "")).isPresent();
  }

  /** What has no labels is the cover, a list of contents or whom to ask. */
  private static int story(Document document, boolean isLast, Intake intake) {
    boolean isDocument =
        document.blocks().stream().filter(block -> Label.known(block).isPresent()).count() > 2;
    if (!isDocument) {
      document.drop("cover");
      return 0;
    }
    List<Block> blocks = document.take();
    if (blocks.isEmpty()) {
      return 1;
    }
    LabelledStory story = new LabelledStory(blocks, intake);
    if (isLast && !story.isClosed()) {
      String message = "a document without its end: left out";
      intake.skip(document.line(), "cut short", message, Document.text(blocks));
      return 1;
    }
    story.draft().hand(intake, document.line(), Document.text(blocks));
    return 1;
  }
}
