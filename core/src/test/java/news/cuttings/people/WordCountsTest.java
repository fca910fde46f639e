package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.cuttings.Corpora;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The resource {@code words.txt} is what the counting gives. {@code mvn -pl core test
 * -Dtest=WordCountsTest -Dcuttings.skipTags= -Dcuttings.write=true} makes it anew.
 */
@Tag("slow")
class WordCountsTest {
  private static final Path RESOURCE = Path.of("src/main/resources/news/cuttings/people/words.txt");

  @Test
  void countsAreRepeatable() throws IOException {
    List<String> lines = WordCounts.of(Corpora.shared("people/train"));
    if (Boolean.getBoolean("cuttings.write")) {
      Files.write(RESOURCE, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(RESOURCE));
  }
}
