package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a command ends, it ends with an exit code of ours and a sentence. */
class MainTest {
  @TempDir private Path index;

  @BeforeEach
  void file() {
    Command command = new Command(index).input("{\"id\":\"a\",\"body\":\"A ferry sailed.\"}");
    assertThat(command.run("index", "-").code()).isZero();
  }

  /** Standard input that fails as nothing should. */
  private static final class Crashing extends InputStream {
    private final Throwable crash;

    Crashing(Throwable crash) {
      this.crash = crash;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return read();
    }

    @Override
    public int read() {
      if (crash instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) crash;
    }
  }

  /** What a writer says of it is that it can be written no more; why is at the bottom. */
  @Test
  void aLackOfMemoryIsToldWhereverItWasMet() {
    OutOfMemoryError lack = new OutOfMemoryError("Java heap space");
    IOException told = new IOException("can be written no more", new IOException("closed", lack));
    assertThat(Main.said(told)).contains("not memory enough", "-Xmx", "committed is safe");
    assertThat(Main.said(lack)).contains("not memory enough").doesNotContain("committed");
    NoClassDefFoundError later = new NoClassDefFoundError("Could not initialize class a.B");
    later.initCause(
        new ExceptionInInitializerError(
            "Exception java.lang.OutOfMemoryError: Java heap space [in thread \"a\"]"));
    assertThat(Main.said(new IOException("could not be filed", later)))
        .contains("not memory enough");
    assertThat(Main.said(new IOException("the disk is full"))).isEqualTo("the disk is full");
  }

  @Test
  void aCrashOfAnySortIsAFailureAndASentence() {
    for (Throwable crash :
        List.of(
            new IllegalStateException("odd"),
            new NullPointerException(),
            new OutOfMemoryError("Java heap space"),
            new StackOverflowError(),
            new NoClassDefFoundError("a/Class"),
            new AssertionError())) {
      for (String verb : List.of("search", "like")) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
            Terminal.of(new Crashing(crash), OutputStream.nullOutputStream(), err, Map.of());
        int code = Main.run(terminal, verb, "--index", index.toString(), "--stdin");
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(code).as("%s: %s", crash, said).isEqualTo(Exit.FAILED);
        assertThat(said).startsWith("cuttings: ").endsWith("\n").doesNotContain("\tat ");
        assertThat(said.lines()).hasSize(1);
      }
    }
  }
}
