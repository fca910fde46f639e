package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that means harm ends as text, or not at all. */
class HostileTextTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String ADDRESS = "javascript:alert(1)//brook.example/";

  @TempDir private Path folder;

  static Stream<Path> examples() throws IOException {
    return ExamplesTest.examples().stream()
        .filter(file -> !file.getFileName().toString().matches(".*(base64|utf-16|mhtml|titles).*"))
        .filter(file -> !file.toString().contains("notes"));
  }

  /** In every field that has a word of the examples' texts, or an address. */
  @ParameterizedTest
  @MethodSource("examples")
  void noScriptAndNoAddressOfOneIsLeft(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), ISO_8859_1);
    boolean isMail = file.toString().contains("mail") || file.toString().contains("reuters");
    String before = text.stripLeading().startsWith("<") ? "(?<=>|CDATA\\[)" : "";
    String words =
        "(Lighthouse at|Bakers|The lamp|The price|lighthouses|Ann Day|Ida Krone|The Brook)";
    String spoilt =
        text.replaceAll(before + words, isMail ? "$1" : SCRIPT + "$1")
            .replace("https://brook.example/2", ADDRESS + "2");
    Collected read = new Collected();
    StoryFiles.byContent()
        .read("test", new ByteArrayInputStream(spoilt.getBytes(ISO_8859_1)), read);
    assertThat(read.stories).isNotEmpty();
    for (Story story : read.stories) {
      String said =
          String.join(
              "\n",
              story.headline().orElse(""),
              story.body(),
              String.join(" ", story.authors()),
              story.source().orElse(""),
              story.section().orElse(""),
              String.join(" ", story.topics()));
      assertThat(said).doesNotContain("<script", "alert(1)");
      assertThat(story.url().orElse("")).doesNotStartWith("javascript");
    }
  }

  static Stream<Path> wires() throws IOException {
    return ExamplesTest.examples().stream()
        .filter(file -> file.toString().contains("wires"))
        .filter(file -> !file.getFileName().toString().matches(".*(utf-16|091).*"));
  }

  /** An entity is what XML calls a text that is kept elsewhere: a file, or other entities. */
  @ParameterizedTest
  @MethodSource("wires")
  @Timeout(60)
  void noEntityIsOpenedAndNoneGrows(Path file) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the plans of the lighthouse");
    String text = new String(Files.readAllBytes(file), ISO_8859_1);
    StringBuilder laughs = new StringBuilder("<!ENTITY a0 \"ha ha ha ha ha ha ha ha ha ha\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      laughs.append("\">");
    }
    String types = "<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">" + laughs + "]>\n";
    int root = text.indexOf('<', text.indexOf("?>") + 1);
    String spoilt =
        text.substring(0, root)
            + types
            + text.substring(root)
                .replaceFirst("(<title|<hl1|<headline)([^>]*>)(<!\\[CDATA\\[)?", "$0 &s; &a11; ")
                .replaceAll("<p>", "<p>&s; &a11; ");
    Collected read = new Collected();
    StoryFiles.byContent()
        .read("test", new ByteArrayInputStream(spoilt.getBytes(ISO_8859_1)), read);
    assertThat(read.stories).isNotEmpty();
    for (Story story : read.stories) {
      assertThat(story.headline().orElse("") + story.body())
          .doesNotContain("the plans", "ha ha")
          .hasSizeLessThan(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<rss><channel><item>", "<nitf><body><body.content>", "<newsItem><contentSet>"})
  @Timeout(60)
  void elementsInOneAnotherAreHarmless(String opening) throws IOException {
    String deep = opening + "<p>".repeat(100_000) + "It rained all day.";
    StoryFiles.byContent()
        .read("test", new ByteArrayInputStream(deep.getBytes(ISO_8859_1)), new Collected());
  }

  @Test
  @Timeout(120)
  void aHugePageIsReadToItsEnd() throws IOException {
    StringBuilder page = new StringBuilder("<!doctype html><html><body><article><h1>Rain</h1>");
    for (int i = 0; page.length() < 20 << 20; i++) {
      page.append("<p>It rained on the harbour on day ").append(i);
      page.append(
          ", said the keeper of the lamp, who has counted the days since the spring.</p>\n");
    }
    page.append("</article></body></html>");
    Collected read =
        Collected.of(
            StoryFiles.byContent(), new ByteArrayInputStream(page.toString().getBytes(ISO_8859_1)));
    assertThat(read.stories.size() + read.skipped.size()).isEqualTo(1);
    assertThat(read.warnings.size() + read.skipped.size()).isPositive(); // it says so
  }
}
