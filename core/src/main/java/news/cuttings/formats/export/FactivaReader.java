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
 * Reads exports of Factiva: pages in HTML and text, each with the names of its fields ({@code HD},
 * {@code LP}) or without. A document ends with its number ({@code Document
 * HPOST000020210309eh3900001}).
 */
public final class FactivaReader implements StoryReader {
  private static final int FEWEST_CODES = 5;

  /** A document's number: source, day, and what tells it from others of that day. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:AN\\s+)?\\p{L}{2,20}:?\\s([A-Z0-9]{4,12}(?:19|20)\\d{6}[a-z0-9]{6,12})");

  private static final Pattern MARKED =
      Pattern.compile(
          "class=[\"'](?:articleParagraph\\b|article \\p{L}{2}Article)", Pattern.CASE_INSENSITIVE);

  private static final Pattern TITLE =
      Pattern.compile("<title>\\s*(?:Dow Jones )?Factiva\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Evidence evidence(Sample sample) {
    if (Markup.opens(sample) && sample.lines().stream().anyMatch(FactivaReader::isMarked)) {
      return Evidence.sure("what a page of Factiva is called and marked with");
    }
    List<String> lines = Plain.lines(sample);
    long codes =
        lines.stream().map(FactivaCode::nameOf).filter(name -> !name.isEmpty()).distinct().count();
    boolean isNumbered = lines.stream().anyMatch(FactivaReader::isEnd);
    if (Plain.areCode(lines) || (!isNumbered && codes < FEWEST_CODES)) {
      return Evidence.NONE;
    }
    return isNumbered
        ? Evidence.sure("numbers of documents of Factiva")
        : Evidence.likely("the names of Factiva's fields").plus(5);
  }

  private static boolean isMarked(String line) {
    return TITLE.matcher(line).find() || MARKED.matcher(line).find();
  }

  static boolean isEnd(String line) {
    return line.length() < 60 && NUMBER.matcher(line).matches();
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Document document = new Document(intake);
    Blocks blocks = Blocks.of(in, intake, Set.of(), FactivaReader::begins);
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      if (isEnd(block.flat())) {
        story(document, intake);
      } else if (!Furniture.isPageNumber(block.flat()) && isOfArticle(block)) {
        document.add(block);
      }
    }
    if (new FactivaStory(document.blocks(), intake).hasHead()) {
      document.leaveOut("a document without its number, which ends one");
    }
  }

  private static boolean begins(String line, boolean goesOn) {
    return !goesOn || isEnd(line) || FactivaCode.begins(line);
  }

  /** In a page what does not stand in an article is of the page. */
  private static boolean isOfArticle(Block block) {
    String hint = block.hint();
    return hint.isEmpty()
        || hint.contains("article")
        || hint.equals("hd")
        || hint.equals("author")
        || hint.equals("index");
  }

  private static void story(Document document, Intake intake) {
    List<Block> blocks = document.take();
    if (!blocks.isEmpty()) {
      new FactivaStory(blocks, intake).draft().hand(intake, document.line(), Document.text(blocks));
    }
  }
}
