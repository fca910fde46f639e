package news.cuttings.formats.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of a story whose rest is for those who pay is kept, and says that it is cut. */
class PaywallTest {
  private static final String FIRST =
      "The lamp at Corrin Head failed on Sunday night, for the first time since 1911, and the"
          + " keeper lit a bonfire on the cliff for the ferry and the boats that were out.";

  private static final String MORE =
      "Engineers are expected on Thursday with a new lens, which took a year to grind and is to"
          + " be carried up the stairs by hand, the council said in a notice to the village.";

  private static Story read(String head, String text, String after) throws IOException {
    String page =
        "<!doctype html><html><head><title>Lighthouse goes dark</title>"
            + head
            + "</head><body><header><a href='/login'>Already a subscriber? Log in</a></header>"
            + "<main><article><h1>Lighthouse goes dark</h1>"
            + text
            + "</article>"
            + after
            + "</main><footer>Copyright The Brook</footer></body></html>";
    Collected read = Collected.of(StoryFiles.byContent(), page);
    assertThat(read.stories).hasSize(1);
    return read.stories.getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subscribe to continue reading this article",
        "This article is for subscribers only. Already a subscriber? Log in",
        "Cet article est réservé aux abonnés",
        "Jetzt weiterlesen mit dem Abo",
        "Este es un contenido para suscriptores",
      })
  void aStubBeforeAnOfferIsCut(String offer) throws IOException {
    Story story = read("", "<p>" + FIRST + "</p>", "<div class='wall'><p>" + offer + "</p></div>");
    assertThat(story.body()).isEqualTo(FIRST);
    assertThat(story.further()).containsEntry("truncated", "true");
    assertThat(StoryJson.write(story)).contains("\"truncated\":true");
  }

  @Test
  void aPageThatSaysItIsClosedAndHasLessThanItSaysIsCut() throws IOException {
    String data =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Lighthouse"
            + " goes dark\",\"isAccessibleForFree\":false,\"wordCount\":900}</script>";
    assertThat(read(data, "<p>" + FIRST + "</p>", "").further()).containsKey("truncated");
  }

  @Test
  void aWholeStoryIsNotCutWhateverStandsAroundIt() throws IOException {
    String whole = ("<p>" + FIRST + "</p><p>" + MORE + "</p>").repeat(4);
    String offer = "<div><p>Subscribe to continue reading this article</p></div>";
    assertThat(read("", whole, offer).further()).doesNotContainKey("truncated");
    assertThat(read("", "<p>" + FIRST + "</p>", "").further()).doesNotContainKey("truncated");
  }
}
