package news.cuttings.formats.edition;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.formats.Format;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.io.ByteText;
import news.cuttings.story.Story;

class EditionPageReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.EDITION_PAGE;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream().map(EditionPageReaderTest::page).collect(Collectors.joining());
  }

  private static String page(Story story) {
    String day =
        story.date().orElseThrow().format(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.UK));
    return story.headline().orElseThrow()
        + "\n"
        + story.body()
        + String.format(Locale.ROOT, "\nThis story is from the %s edition of The Courier.\n", day)
        + "Already a subscriber? Sign In\n----------\n";
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text);
  }

  /** What is lost alone in a page is a line longer than any story. */
  @Override
  protected String bad() {
    return "x".repeat(ByteText.MAX + 1) + "\n";
  }

  @Override
  protected String hugeBeginning() {
    return "";
  }
}
