package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.cuttings.formats.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of README and CLUSTER.md is the compiled snippets'; RELEVANCE.md has the table. */
class ReadmeTest {
  @ParameterizedTest
  @ValueSource(strings = {"tour", "typed"})
  void showsTheCompiledSnippet(String region) throws IOException {
    String readme = Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8);
    assertThat(readme).contains(snippet(region));
  }

  @Test
  void showsHowAClusterIsAsked() throws IOException {
    assertThat(Files.readString(Path.of("CLUSTER.md"), StandardCharsets.UTF_8))
        .contains(snippet("cluster"));
  }

  @Test
  void showsTheFormats() throws IOException {
    String rows =
        Stream.of(Format.values())
            .map(format -> "| `" + format.label() + "` | " + format.contents() + " |\n")
            .collect(Collectors.joining());
    assertThat(Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8))
        .contains("|---|---|\n" + rows + "\n");
  }

  @Test
  void isReadToTheEnd() throws IOException {
    assertThat(Files.size(Path.of("../README.md"))).isLessThanOrEqualTo(9_000);
  }

  @Test
  void showsTheTableOfNamesAndWords() throws IOException {
    String relevance = Files.readString(Path.of("RELEVANCE.md"), StandardCharsets.UTF_8);
    assertThat(relevance)
        .contains(
            Files.readString(
                Path.of("src/test/resources/news/cuttings/pass-table.txt"),
                StandardCharsets.UTF_8));
  }

  private static String snippet(String region) throws IOException {
    String source =
        Files.readString(
            Path.of("src/test/java/news/cuttings/SnippetsTest.java"), StandardCharsets.UTF_8);
    String start = "// @start region=\"" + region + "\"\n";
    int from = source.indexOf(start) + start.length();
    int to = source.lastIndexOf('\n', source.indexOf("// @end region=\"" + region + "\""));
    return source.substring(from, to).stripIndent().lines().collect(Collectors.joining("\n"));
  }
}
