package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class NexisReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.NEXIS;
  }

  @Override
  protected String written(List<Story> stories) {
    return Nexis.old(stories);
  }

  @Override
  protected long lineOf(String headline, String text) {
    String before = text.substring(0, text.indexOf(headline));
    return before.substring(0, before.lastIndexOf(" DOCUMENTS")).lines().count();
  }

  @Override
  protected String bad() {
    return "    1 of 2 DOCUMENTS\n\nWe are sorry but there is an error in this document.\n\n";
  }

  @Override
  protected String hugeBeginning() {
    return "    1 of 2 DOCUMENTS\n\n"
        + "    The Post\n\n"
        + "    March 9, 2021 Tuesday\n\n"
        + "Goats\n\n"
        + "LENGTH: 9 words\n\n";
  }

  private void assertSame(byte[] bytes) throws IOException {
    Collected read = read(bytes);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.stories)
        .allSatisfy(story -> {
          assertThat(story.source()).hasValue("The Harbour Post");
          assertThat(story.byline()).hasValue("Ann Lee");
          assertThat(story.section()).hasValue("NEWS");
          assertThat(story.topics()).containsExactly("HARBOURS", "GOATS & SHEEP");
          assertThat(story.people().getFirst().name()).isEqualTo("ZOE BRANDT");
          assertThat(story.people().getFirst().confidence()).isEqualTo(0.87);
        });
    List<String> ids =
        read(Nexis.old(stories()).getBytes(UTF_8)).stories.stream().map(Story::id).toList();
    assertThat(read.stories.stream().map(Story::id)).isEqualTo(ids);
  }

  @Test
  void theSameStoriesComeOutOfEveryLayoutAndFile() throws IOException {
    assertSame(Nexis.old(stories()).getBytes(UTF_8));
    assertSame(Nexis.oldHtml(stories()).getBytes(UTF_8));
    assertSame(String.join("\n\n", Nexis.uni(stories())).getBytes(UTF_8));
    assertSame(String.join("\n", Nexis.uni(stories())).getBytes(UTF_8));
    assertSame(Documents.docx(Nexis.uni(stories())));
    assertSame(Documents.rtf(Nexis.uni(stories())));
  }
}
