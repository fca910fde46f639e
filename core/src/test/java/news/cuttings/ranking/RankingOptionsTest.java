package news.cuttings.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingOptionsTest {
  @TempDir private Path folder;

  @Test
  void whatAFileDoesNotSayIsUsual() throws IOException {
    RankingOptions read = read("# ours\n\n k1=1.2 # less\nanalysis = standard\n");
    assertThat(read.k1()).isEqualTo(1.2);
    assertThat(read.b()).isEqualTo(RankingOptions.DEFAULT.b());
    assertThat(read.analysis()).isEqualTo(RankingOptions.Analysis.STANDARD);
    assertThat(read)
        .isEqualTo(RankingOptions.DEFAULT.with("k1", "1.20").with(RankingOptions.Analysis.STANDARD))
        .hasSameHashCodeAs(RankingOptions.DEFAULT.with("k1", "1.2").with("analysis", "standard"))
        .isNotEqualTo(RankingOptions.DEFAULT);
    assertThat(read("")).isEqualTo(RankingOptions.DEFAULT);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    RankingOptions options = RankingOptions.DEFAULT.with("b", "0.1").with("headline_weight", "7");
    Path file = folder.resolve("options");
    options.write(file);
    assertThat(RankingOptions.read(file)).isEqualTo(options);
    assertThat(RankingOptions.parse(options.toString())).isEqualTo(options);
    assertThat(options.settings().keySet())
        .isEqualTo(RankingOptions.DEFAULT.settings().keySet())
        .contains("k1", "b", "headline_weight", "lead_weight", "people_weight", "analysis");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "headline_wieght = 3 | there is no option \"headline_wieght\"; did you mean"
            + " headline_weight?",
        "colour = red        | there is no option \"colour\"; there are k1, b,",
        "k1                  | \"k1\" is not of the form name = value",
        "b = 1.5             | b must be a number from 0.0 to 1.0, got \"1.5\"",
        "k1 = NaN            | k1 must be a number from 0.0 to 1000.0, got \"NaN\"",
        "lead_weight = 1.5   | lead_weight must be a whole number from 0 to 100, got \"1.5\"",
        "analysis = german   | analysis must be news or standard, got \"german\""
      })
  void aWrongLineIsToldWithItsPlace(String line, String message) throws IOException {
    Path file = folder.resolve("options.txt");
    Files.writeString(file, "# first\n" + line, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RankingOptions.read(file))
        .isInstanceOf(BadOptionsException.class)
        .hasMessageStartingWith(file + ", line 2: " + message);
  }

  @Test
  void theDifferenceNamesWhatDiffers() {
    RankingOptions other = RankingOptions.DEFAULT.with("b", "0.5");
    assertThat(other.differenceFrom(RankingOptions.DEFAULT)).isEqualTo("b 0.5 and not 0.6");
    assertThat(other.differenceFrom(other)).isEmpty();
  }

  private RankingOptions read(String text) throws IOException {
    Path file = folder.resolve("read");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return RankingOptions.read(file);
  }
}
