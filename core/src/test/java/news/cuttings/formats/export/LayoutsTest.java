package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** Stories put into each layout, and read back, are the same stories. */
class LayoutsTest {
  private static final String[] WORDS =
      ("goats sheep harbour tide mayor council table guess farmer count fewer street church Zoë"
              + " Brandt café Jüterbog Nether Wallop 1,200 2021 “scone” (almost) minister's AC/DC"
              + " section: language BODY U.S. £5m naïve Łódź 9 p.m. & <b> {x} \\ – … Monday")
          .split(" ");

  private record Random7(Random random) {
    String words(int fewest, int most) {
      StringBuilder text = new StringBuilder("The");
      int count = fewest + random.nextInt(most - fewest);
      for (int i = 0; i < count; i++) {
        text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
      }
      return text.toString();
    }

    Story story() {
      List<String> body = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(6); i++) {
        body.add(words(8, 70) + ".");
      }
      return Story.builder()
          .headline(words(2, 12))
          .body(String.join("\n\n", body))
          .source(random.nextBoolean() ? "The Harbour Post" : "Wallop Gazette (England)")
          .edition(random.nextBoolean() ? "Late Edition - Final" : null)
          .date(
              LocalDate.of(
                  1985 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)))
          .build();
    }

    List<Story> stories() {
      List<Story> stories = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(8); i++) {
        stories.add(story());
      }
      return stories;
    }
  }

  private static Map<String, byte[]> layouts(List<Story> stories) {
    Map<String, byte[]> layouts = new LinkedHashMap<>();
    layouts.put("old text", Nexis.old(stories).getBytes(UTF_8));
    layouts.put("old HTML", Nexis.oldHtml(stories).getBytes(UTF_8));
    layouts.put("new text", String.join("\n\n", Nexis.uni(stories)).getBytes(UTF_8));
    layouts.put("new DOCX", Documents.docx(Nexis.uni(stories)));
    layouts.put("new RTF", Documents.rtf(Nexis.uni(stories)));
    layouts.put("Factiva's page", Factiva.html(stories).getBytes(UTF_8));
    layouts.put("Factiva's tables", Factiva.tables(stories).getBytes(UTF_8));
    layouts.put("Factiva's text", Factiva.taggedText(stories).getBytes(UTF_8));
    layouts.put("Factiva's RTF", Documents.rtf(Factiva.tagged(stories)));
    return layouts;
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      List<Story> stories = new Random7(new Random(seed)).stories();
      for (Map.Entry<String, byte[]> layout : layouts(stories).entrySet()) {
        Collected read =
            Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(layout.getValue()));
        assertThat(read.stories.stream().map(LayoutsTest::said).toList())
            .as("%s of seed %s", layout.getKey(), seed)
            .isEqualTo(stories.stream().map(LayoutsTest::said).toList());
        assertThat(read.skipped).isEmpty();
      }
    }
  }

  private static List<Object> said(Story story) {
    return List.of(story.headline(), story.body(), story.source(), story.date(), story.id());
  }
}
