package news.cuttings.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import news.cuttings.formats.Format;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.UnreadableInputException;
import news.cuttings.people.People;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever opens, nests or repeats, and however long: the stack is enough, time about linear. */
@Timeout(60) // a guard against what is not linear, no measure of speed
class LongInputTest {
  private static final int LONG = 1 << 15;
  private static final int LONGER = 1 << 17;
  private static final int VERY_LONG = 1 << 21;
  private static final int STACK = 512 << 10;

  @ParameterizedTest
  @MethodSource("pieces")
  void isRead(String piece) throws InterruptedException, ExecutionException {
    read(piece, LONG);
  }

  @ParameterizedTest
  @MethodSource("pieces")
  @Tag("ci")
  void isReadWhereItIsLonger(String piece) throws InterruptedException, ExecutionException {
    read(piece, LONGER);
  }

  @ParameterizedTest
  @MethodSource("pieces")
  @Tag("slow")
  void isReadSoon(String piece) throws InterruptedException, ExecutionException {
    read(piece, VERY_LONG);
  }

  private static void read(String piece, int length)
      throws InterruptedException, ExecutionException {
    String text = repeated(piece, length);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    onSmallStack(() -> {
      for (Format format : Format.values()) {
        read(StoryFiles.byContent().format(format), bytes);
      }
      return read(StoryFiles.byContent(), bytes);
    });
    Story story = Story.builder().headline("Talks").body(text).build();
    assertThat(onSmallStack(() -> People.standard().name(List.of(story)))).hasSize(1);
  }

  static Stream<String> pieces() {
    List<String> pieces = new ArrayList<>();
    for (String alone :
        List.of(
            "[",
            "{",
            "{\"a\":",
            "{\"a\":[",
            "\"",
            "\\",
            "<",
            ">",
            "&",
            "&#",
            ";",
            "<1",
            "<DOC",
            "<DOC>",
            "<DOC></DOC>",
            "</DOC>",
            "<DOC><TEXT>",
            "<REUTERS",
            "<REUTERS><TEXT>",
            "<REUTERS NEWID=\"1\"><BODY>",
            "<P>",
            "<D>",
            "a",
            "A",
            "A.",
            "a ",
            "Jo ",
            "Jo Ng ",
            "Jo, ",
            "Mr. ",
            "de ",
            "O'",
            "1",
            "1 ",
            ".",
            "…",
            "—",
            "-",
            "'",
            "’",
            "“",
            "(",
            "By ",
            "By Jo Ng, ",
            "©",
            "|",
            "북",
            "é",
            "e\u0301",
            "\u0301",
            "\u200B",
            "\u202E",
            "😀",
            "\u0000",
            "\t",
            " ",
            "\f",
            "\uFEFF",
            "December 29, 2023 ",
            "edition of The Guardian. ",
            "1 min read ",
            "http://a.b/",
            "a@b.c ",
            "\\\"")) {
      pieces.add(alone);
      pieces.add(alone + "\n");
    }
    pieces.add("\n");
    pieces.add("\r");
    pieces.add("{\"headline\":\"a\",\"body\":\"b\"}");
    pieces.add("{\"headline\":\"a\"\n");
    pieces.add("This story is from the December 29, 2023 edition of The Guardian.\n");
    pieces.add("Talks on fish\nThe talks went on for days, it was said.\n");
    pieces.add("Continue reading\nMORE STORIES FROM THE GUARDIAN\nTalks on fish\n");
    pieces.add("<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>\n");
    return pieces.stream();
  }

  private static String repeated(String piece, int length) {
    return piece.repeat(length / piece.getBytes(StandardCharsets.UTF_8).length);
  }

  private static boolean read(StoryFiles files, byte[] bytes) throws IOException {
    try {
      files.read("test", new ByteArrayInputStream(bytes), new Nowhere());
      return true;
    } catch (UnreadableInputException e) {
      return false;
    }
  }

  private static final class Nowhere implements Sink {
    @Override
    public void story(Story story) {}
  }

  /** Some work. */
  private interface Work<T> {
    T done() throws IOException;
  }

  private static <T> T onSmallStack(Work<T> work) throws InterruptedException, ExecutionException {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                done.complete(work.done());
              } catch (IOException | RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            },
            "small stack",
            STACK);
    thread.setDaemon(true); // it may never come back
    thread.start();
    return done.get();
  }
}
