package news.cuttings.formats;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.story.Story;

class EditionPageReaderTest extends RecordReaderContract {
  @Override
  Format format() {
    return Format.EDITION_PAGE;
  }

  @Override
  String written(List<Story> stories) {
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
  long lineOf(String headline, String text) {
    return lineWith(headline, text);
  }

  /** What is lost alone in a page is a line longer than any story. */
  @Override
  String bad() {
    return "x".repeat(ByteText.MAX + 1) + "\n";
  }

  @Override
  String hugeBeginning() {
    return "";
  }
}
