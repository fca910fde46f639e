package news.cuttings.formats.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that is kept gives its bytes at any place, and leaves nothing behind. */
class SpooledTest {
  @TempDir private Path folder;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(5).nextBytes(bytes);
    return bytes;
  }

  @Test
  void inMemoryAndInAFileItIsTheSame() throws IOException {
    byte[] bytes = bytes(100_000);
    for (int inMemory : new int[] {0, 1, 99_999, 100_000, 100_001}) {
      try (Spooled spooled =
          Spooled.of(new ByteArrayInputStream(bytes), inMemory, 1 << 20, folder)) {
        assertThat(spooled.size()).isEqualTo(bytes.length);
        assertThat(spooled.stream(0, bytes.length).readAllBytes()).isEqualTo(bytes);
        assertThat(spooled.stream(99_990, 100).readAllBytes()).hasSize(10);
        assertThat(spooled.stream(70_000, 2).readAllBytes())
            .containsExactly(bytes[70_000], bytes[70_001]);
        assertThat(spooled.stream(100_001, 2).readAllBytes()).isEmpty();
      }
    }
  }

  @Test
  void nothingIsLeftOfIt() throws IOException {
    try (Spooled spooled = Spooled.of(new ByteArrayInputStream(bytes(1_000)), 10, 1_000, folder)) {
      assertThat(spooled.size()).isEqualTo(1_000);
    }
    InputStream failing =
        new InputStream() {
          private int count;

          @Override
          public int read() throws IOException {
            if (count++ == 500) {
              throw new IOException("the line is down");
            }
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
              bytes[from] = (byte) read();
            }
            return Math.min(length, 1);
          }
        };
    assertThatThrownBy(() -> Spooled.of(failing, 10, 1_000, folder))
        .isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void itIsBounded() throws IOException {
    assertThatThrownBy(() -> Spooled.of(new ByteArrayInputStream(bytes(1_001)), 10, 1_000, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("save it as a file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFolderThatDoesNotTakeItIsNamed() throws IOException {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> Spooled.of(new ByteArrayInputStream(bytes(100)), 10, 1_000, none))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "it cannot be kept for reading in "
                + none
                + ": there is no such file or folder; save it as a file and name that");
  }
}
