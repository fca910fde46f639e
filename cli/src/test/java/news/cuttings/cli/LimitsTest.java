package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer, a line or a file may cost, and what is said where it would be more. */
class LimitsTest {
  @TempDir private Path folder;
  private Command command;

  @BeforeEach
  void prepare() {
    command = new Command(folder.resolve("ix"));
  }

  @Test
  void aPartOfAnAnswerIsOneWhateverFormItIsIn() {
    command.run("index", Command.testdata("stories"));
    for (List<String> form :
        List.of(List.of("--json"), List.of("--csv"), List.of("--json", "--summary"))) {
      List<String> arguments = new ArrayList<>(form);
      arguments.addAll(List.of("--timeout", "0ms", "barta"));
      Ended ended = command.run("search", arguments.toArray(String[]::new));
      assertThat(ended.code()).as("%s", form).isEqualTo(3);
      assertThat(ended.out() + ended.err()).as("%s", form).contains("nothing found so far");
    }
    assertThat(command.input("barta\n").run("search", "--stdin", "--timeout", "0ms").code())
        .isEqualTo(3);
    assertThat(command.run("search", "--timeout", "1m", "barta").code()).isZero();
    assertThat(command.run("search", "--timeout", "1m", "qqqqzzzz").code()).isEqualTo(1);
  }

  @Test
  void anIndexIsAFolderOrOnACluster() {
    for (String place : List.of("ftp://host/news", "s3://user:secret@host/n", "file:///tmp/n")) {
      for (List<String> verb :
          List.of(
              List.of("search", "barta"),
              List.of("index", Command.testdata("stories")),
              List.of("delete", "a"),
              List.of("stats"),
              List.of("rebuild"))) {
        List<String> arguments = new ArrayList<>(verb);
        arguments.addAll(1, List.of("--index", place));
        Ended ended = command.bare(arguments.toArray(String[]::new));
        assertThat(ended.code()).as("%s %s", verb, place).isEqualTo(2);
        assertThat(ended.err())
            .as("%s %s", verb, place)
            .contains("an index is a folder, or http")
            .doesNotContain("secret");
      }
    }
  }

  @Test
  void aLineWithoutAnEndIsNotHeld() {
    command.run("index", Command.testdata("stories"));
    String lines = "q1\tbarta\nq2\t" + "x".repeat(1_100_000) + "\r\nq3\tdam\n";
    Ended ended = command.input(lines).run("search", "--stdin", "--json", "-n", "1");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"qid\":\"q1\""),
            last -> assertThat(last).contains("\"qid\":\"q3\""));
    assertThat(ended.err()).contains("line 2 of the input was not asked", "1,000,000");
  }

  @Test
  void filesThatAreFarTooLongAreRefused() throws IOException {
    Path big = folder.resolve("big");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(3L << 30); // more than fits in an array, and nothing on the disk
    }
    Path odd = Files.write(folder.resolve("odd"), new byte[] {'a', '=', (byte) 0xE9});
    String stories = Command.testdata("stories");
    for (String option : List.of("--options", "--aliases")) {
      Ended ended = command.run("index", option, big.toString(), stories);
      assertThat(ended.code()).as(option).isEqualTo(2);
      assertThat(ended.err()).contains("big: longer than ");
      Ended unreadable = command.run("index", option, odd.toString(), stories);
      assertThat(unreadable.code()).as(option).isEqualTo(2);
      assertThat(unreadable.err()).contains("odd: not in UTF-8");
    }
    command.environment(Map.of("CUTTINGS_CREDENTIALS", big.toString()));
    Ended asked = command.bare("search", "--index", "http://127.0.0.1:1/news", "barta");
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("big: longer than 64 kB");
  }
}
