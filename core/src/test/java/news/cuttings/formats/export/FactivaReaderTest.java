package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.ReaderContract;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class FactivaReaderTest extends ReaderContract {
  @Override
  protected Format format() {
    return Format.FACTIVA;
  }

  @Override
  protected String written(List<Story> stories) {
    return Factiva.html(stories);
  }

  @Override
  protected long lineOf(String headline, String text) {
    String before = text.substring(0, text.indexOf(Documents.escaped(headline)));
    return before.substring(0, before.lastIndexOf("<div>News")).lines().count();
  }

  private void assertSame(byte[] bytes) throws IOException {
    Collected read = read(bytes);
    assertThat(read.told.getFirst().format()).hasValue(Format.FACTIVA);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
    assertThat(read.stories)
        .allSatisfy(story -> {
          assertThat(story.source()).hasValue("The Harbour Post");
          assertThat(story.byline()).hasValue("Ann Lee");
          assertThat(story.section()).hasValue("News");
          assertThat(story.edition()).hasValue("Late Edition - Final");
          assertThat(story.further())
              .containsEntry("page", "\"3\"")
              .containsEntry("language", "\"English\"");
        });
    List<String> ids =
        read(Nexis.old(stories()).getBytes(UTF_8)).stories.stream().map(Story::id).toList();
    assertThat(read.stories.stream().map(Story::id)).isEqualTo(ids);
  }

  @Test
  void theSameStoriesComeOutOfEveryLayoutAndFile() throws IOException {
    assertSame(Factiva.html(stories()).getBytes(UTF_8));
    assertSame(Factiva.html(stories()).replace("\n", " ").getBytes(UTF_8));
    assertSame(Factiva.tables(stories()).getBytes(UTF_8));
    assertSame(Factiva.taggedText(stories()).getBytes(UTF_8));
    assertSame(Documents.rtf(Factiva.tagged(stories())));
    assertSame(Documents.docx(Factiva.tagged(stories())));
    assertSame(Documents.rtf(Factiva.untagged(stories())));
    assertSame(String.join("\n", Factiva.untagged(stories())).getBytes(UTF_8));
  }

  @Test
  void aPageOfManyPiecesHasTheSameStories() throws IOException {
    List<Story> many = Documents.many(stories());
    for (String page : List.of(Factiva.html(many), Factiva.tables(many))) {
      assertThat(read(page.getBytes(UTF_8)).stories.stream().map(Said::of))
          .isEqualTo(many.stream().map(Said::of).toList());
    }
  }

  @Test
  void aStoryMayStandOnMoreThanOnePage() throws IOException {
    for (String pages : List.of("6,7", "A1, A4", "B12")) {
      String page = Factiva.html(stories()).replace("<div>3</div>", "<div>" + pages + "</div>");
      assertThat(read(page.getBytes(UTF_8)).stories)
          .allSatisfy(story -> {
            assertThat(story.further()).containsEntry("page", "\"" + pages + "\"");
            assertThat(story.edition()).hasValue("Late Edition - Final");
          });
    }
  }
}
