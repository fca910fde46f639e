package news.cuttings.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.ReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class NewsBankReaderTest extends ReaderContract {
  @Override
  protected Format format() {
    return Format.NEWSBANK;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream()
        .map(story ->
            "Harbour Post, The (MA)\n"
                + Nexis.date(story)
                + "\nSection: Metro\nEdition: THIRD\nPage: B1\n"
                + story.headline().orElseThrow()
                + "\nAuthor: ANN LEE, Post Staff\n\n"
                + story.body().lines().map(Nexis::wrapped).collect(Collectors.joining("\n\n"))
                + "\n\n"
                + "Caption: A picture\n"
                + "Copyright (c) 2021 Harbour Post\n"
                + "Record Number: 0403051234\n"
                + "OpenURL Article Bookmark (right click, and copy the link location):"
                + " http://x.example\n\n")
        .collect(Collectors.joining());
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text) - 5;
  }

  @Test
  void theNewLayoutHasSourceDayAndLabelsInALine() throws IOException {
    String text =
        stories().stream()
            .map(story ->
                story.headline().orElseThrow()
                    + "\n"
                    + Nexis.date(story)
                    + "  |  Harbour Post, The (MA)\n"
                    + "Author/Byline: Ann Lee, Post Staff  |  Section: Metro  |  Page: B1\n"
                    + story.body().split("\\s+").length
                    + " Words\n\n"
                    + String.join("\n\n", story.body().lines().toList())
                    + "\n\n"
                    + "Record: 0403051234\n"
                    + "Copyright: Copyright (c) 2021 Harbour Post\n"
                    + "OpenURL Link\n\n")
            .collect(Collectors.joining());
    Collected read = Collected.of(StoryFiles.byContent(), text);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.warnings).isEmpty();
    assertThat(read.stories)
        .allSatisfy(story -> {
          assertThat(story.source()).hasValue("Harbour Post, The (MA)");
          assertThat(story.section()).hasValue("Metro");
        });
  }
}
