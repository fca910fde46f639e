package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Markup;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;

/**
 * Reads exports of Europresse (Eureka): pages in HTML and text. A document ends with its number
 * ({@code news·20210309·HP·0123}).
 */
public final class EuropresseReader implements StoryReader {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:.{0,60}\\s)?(?:news|web|bio|tv)SEP?\\d{8}SEP\\w{1,8}SEP\\w(?:\\w|SEP|-){0,40}"
              .replace("SEP", "(?:[^\\w\\s]|Â·)"));

  private static final Pattern MARKED =
      Pattern.compile("class=[\"']?(?:rdp__)?DocPublicationName", Pattern.CASE_INSENSITIVE);

  private static final Set<String> OWN =
      Set.of("DocPublicationName", "DocHeader", "TitreArticleVisu", "titreArticleVisu");

  @Override
  public Evidence evidence(Sample sample) {
    if (Markup.opens(sample)
        && sample.lines().stream().anyMatch(line -> MARKED.matcher(line).find())) {
      return Evidence.sure("what a page of Europresse is marked with").plus(5);
    }
    List<String> lines = Plain.lines(sample);
    boolean isNumbered = lines.stream().anyMatch(EuropresseReader::isEnd);
    return isNumbered && !Plain.areCode(lines)
        ? Evidence.sure("numbers of documents of Europresse")
        : Evidence.NONE;
  }

  static boolean isEnd(String line) {
    return line.length() < 120 && NUMBER.matcher(line).matches();
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Document document = new Document(intake);
    Blocks blocks = Blocks.of(in, intake, OWN, ProQuestReader::begins);
    boolean isMarked = false;
    boolean isOver = false;
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      boolean begins = block.hint().contains("docpublicationname");
      if (begins && isMarked) {
        story(document, intake);
      } else if (begins) {
        document.drop("cover");
      }
      isMarked |= begins;
      isOver &= isMarked && !begins; // certificates of a page, up to the next document
      if (isEnd(block.flat())) {
        story(document, intake);
        isOver = true;
      } else if (!isOver) {
        document.add(block);
      }
    }
    document.leaveOut("a document without its number, which ends one");
  }

  private static void story(Document document, Intake intake) {
    List<Block> blocks = document.take();
    if (!blocks.isEmpty()) {
      Draft draft = new EuropresseStory(blocks, intake).draft();
      draft.hand(intake, document.line(), Document.text(blocks));
    }
  }
}
