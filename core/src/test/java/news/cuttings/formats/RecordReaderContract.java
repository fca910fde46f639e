package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers of many records a file do besides: a bad one is lost alone. */
public abstract class RecordReaderContract extends ReaderContract {
  private static final int HUGE = 60 << 20;

  /** A record that is none, with its line end. */
  protected abstract String bad();

  /** How a record begins whose text goes on for ever, up to its next line end. */
  protected abstract String hugeBeginning();

  @Test
  void aBadRecordInTheMiddleIsSkippedAlone() throws IOException {
    String text =
        written(stories().subList(0, 1)) + bad() + written(stories().subList(1, stories().size()));
    Collected read = Collected.of(StoryFiles.byContent(), text);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.skipped).hasSize(1);
    assertThat(read.skipped.getFirst().where().line())
        .isEqualTo(written(stories().subList(0, 1)).lines().count() + 1);
  }

  @Test
  void aHugeRecordInTheMiddleIsSkippedAlone() throws IOException {
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes(written(stories().subList(0, 1)) + hugeBeginning()),
                    new Endless(HUGE),
                    bytes("\n" + written(stories().subList(1, stories().size()))))));
    Collected read = Collected.of(StoryFiles.byContent(), in);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.skipped).hasSize(1);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** So many letters, made as they are read. */
  public static final class Endless extends InputStream {
    private int left;

    /** So many. */
    public Endless(int length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = Math.min(length, left);
      java.util.Arrays.fill(into, offset, offset + count, (byte) 'x');
      left -= count;
      return count;
    }
  }
}
