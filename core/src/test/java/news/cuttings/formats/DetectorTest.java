package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorTest {
  private static Sample sample(String text) {
    return Sample.of(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void nothingSpeaksForAFormatInAnEmptyText(Format format) {
    assertThat(format.reader().evidence(sample("")).isLikely()).isFalse();
  }

  private static Told.Guess told(Sample sample) {
    return Detector.guesses(sample).getFirst();
  }

  @Test
  void saysByWhatItWasTold() {
    Told.Guess told = told(sample("{\"headline\":\"One\"}\n"));
    assertThat(told.format()).isEqualTo(Format.JSON_LINES);
    assertThat(told.why()).contains("JSON");
  }

  @Test
  void aTagAtALinesBeginningIsWorthMoreThanBraces() {
    String text = "{\"a\":1}\n{\"b\":2}\n<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n";
    Told.Guess told = told(sample(text));
    assertThat(told.format()).isEqualTo(Format.TREC);
  }

  @Test
  void bytesThatAreNoTextAreNoFormat() {
    assertThat(Detector.guesses(Sample.of(new byte[] {1, 2, 3, 4, 'a', 5}))).isEmpty();
    assertThat(Detector.guesses(sample("<?xml version='1.0'?><unknown/>"))).isEmpty();
  }

  @Test
  void scoresHaveBounds() {
    assertThat(Evidence.sure("a tag").plus(50).score()).isEqualTo(100);
    assertThat(Evidence.possible("text").isLikely()).isFalse();
    assertThatThrownBy(() -> new Evidence(101, "")).hasMessageContaining("101");
  }
}
