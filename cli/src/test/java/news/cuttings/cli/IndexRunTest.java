package news.cuttings.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import news.cuttings.StoryIndex;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What filing makes durable, and when. */
class IndexRunTest {
  @TempDir private Path folder;

  @Test
  @SuppressWarnings("try") // what is typed ends before the run does
  void whatCameBeforeInputStallsIsDurableWithinSeconds() throws Exception {
    Path index = folder.resolve("index");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PipedInputStream in = new PipedInputStream();
        OutputStream to = new PipedOutputStream(in)) {
      Terminal terminal = Terminal.of(in, OutputStream.nullOutputStream(), err, Map.of());
      CompletableFuture<Integer> code =
          CompletableFuture.supplyAsync(() ->
              Main.run(terminal, "index", "--index", index.toString(), "--people", "given", "-"));
      to.write(story("a", 40_000)); // so much is looked at before the format is told
      to.write(story("b", 10));
      to.flush();
      long start = System.nanoTime();
      while (!holds(index, "a") && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60)) {
        Thread.sleep(100);
      }
      assertThat(holds(index, "a")).isTrue();
      assertThat(err.toString(UTF_8)).contains("durable: the first ");
      to.write(story("c", 10));
      to.close();
      assertThat(code.get(1, TimeUnit.MINUTES)).isZero();
    }
    assertThat(holds(index, "c")).isTrue();
  }

  private static byte[] story(String id, int words) {
    String body = "gravel ".repeat(words);
    return ("{\"id\":\"" + id + "\",\"body\":\"" + body + "\"}\n").getBytes(UTF_8);
  }

  private static boolean holds(Path index, String id) throws Exception {
    if (!Files.isDirectory(index)) {
      return false;
    }
    try (StoryIndex reader = StoryIndex.open(index)) {
      return reader.story(id).isPresent();
    }
  }

  @Test
  void filingNothingMakesNoIndexAndSaysSo() throws Exception {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Files.writeString(pages.resolve("code.txt"), "int x = 1;\nif (x > 0) { y(); }\n}\n");
    Path index = folder.resolve("index");
    for (String verbose : new String[] {"--no-pager", "--json"}) {
      Ended ended = new Command(index).run("index", verbose, pages.toString());
      assertThat(ended.code()).isEqualTo(Exit.NOTHING);
      assertThat(ended.err()).contains("no index was made at " + index);
      assertThat(index).doesNotExist();
    }
  }

  @Test
  void filingNothingLeavesAnIndexAsItWas() throws Exception {
    Path index = folder.resolve("index");
    Command command = new Command(index).input("{\"id\":\"a\",\"body\":\"A story.\"}");
    assertThat(command.run("index", "-").code()).isZero();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Ended ended = command.run("index", empty.toString());
    assertThat(ended.code()).isEqualTo(Exit.NOTHING);
    assertThat(ended.out()).contains("now holds 1 story");
    assertThat(ended.err()).doesNotContain("no index");
  }
}
