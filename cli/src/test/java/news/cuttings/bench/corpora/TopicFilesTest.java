package news.cuttings.bench.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import news.cuttings.bench.results.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three forms of topics. */
class TopicFilesTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("topics"), text, StandardCharsets.UTF_8);
  }

  @Test
  void linesWithATab() throws IOException {
    assertThat(TopicFiles.read(file("\uFEFFq1\tfloods in Ostrava\r\n\nq2\tBárta\n")))
        .containsExactly(new Topic("q1", "floods in Ostrava"), new Topic("q2", "Bárta"));
  }

  @Test
  void trecRecords() throws IOException {
    assertThat(
            TopicFiles.read(
                file(
                    """
                    <top>
                    <num> Number: 301
                    <title> International
                    Organized Crime

                    <desc> Description:
                    Identify organizations.
                    </top>
                    <TOP><num>302</num><desc>Description: What is it?</desc></TOP>
                    """)))
        .containsExactly(
            new Topic("301", "International Organized Crime"), new Topic("302", "What is it?"));
  }

  @Test
  void beirQueries() throws IOException {
    assertThat(
            TopicFiles.read(
                file("{\"_id\": \"7\", \"text\": \"storms \\\"now\\\"\", \"metadata\": {}}\n")))
        .containsExactly(new Topic("7", "storms \"now\""));
  }

  @Test
  void aLineWithoutATabIsToldWithItsNumber() throws IOException {
    Path wrong = file("q1\tgood\nbad\n");
    assertThatThrownBy(() -> TopicFiles.read(wrong))
        .isInstanceOf(BadFileException.class)
        .hasMessageEndingWith("topics:2: a topic is ID<TAB>TEXT");
  }
}
