package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;

/**
 * Reads exports of NewsBank. A document ends with labels, its record number or a link to it among
 * them; the next one begins with what is no label.
 */
public final class NewsBankReader implements StoryReader {
  private static final Pattern RECORD =
      Pattern.compile("record(?: number)?:\\s*\\S+.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern LINK = Pattern.compile("openurl\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern RULE = Pattern.compile("[_=*-]{10,}");

  @Override
  public Evidence evidence(Sample sample) {
    List<String> lines = Plain.lines(sample);
    boolean hasRecord = lines.stream().anyMatch(line -> RECORD.matcher(line).matches());
    boolean hasLink =
        lines.stream().anyMatch(line -> LINK.matcher(line).matches() || line.contains("NewsBank"));
    return hasRecord && hasLink && !Plain.areCode(lines)
        ? Evidence.sure("record numbers and links of NewsBank")
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Document document = new Document(intake);
    Blocks blocks = Blocks.of(in, intake, Set.of(), ProQuestReader::begins);
    boolean isOver = false;
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      String line = block.flat();
      boolean isRule = RULE.matcher(line).matches();
      boolean isEnd = isEnd(line);
      boolean isTail = isEnd || Furniture.isCopyright(line) || Label.known(block).isPresent();
      if (isOver && (isRule || !isTail)) {
        story(document, intake);
      }
      if (isRule) {
        continue;
      }
      isOver = isEnd || (isOver && isTail);
      if (!LINK.matcher(line).matches()) {
        document.add(block);
      }
    }
    if (isOver) {
      story(document, intake);
    } else {
      document.leaveOut("a document without its record number, which ends one");
    }
  }

  private static boolean isEnd(String line) {
    return RECORD.matcher(line).matches() || LINK.matcher(line).matches();
  }

  private static void story(Document document, Intake intake) {
    List<Block> blocks = document.take();
    if (!blocks.isEmpty()) {
      Draft draft = new LabelledStory(blocks, intake).draft();
      draft.hand(intake, document.line(), Document.text(blocks));
    }
  }
}
