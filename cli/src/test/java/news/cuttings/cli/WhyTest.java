package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parse --why}: how a file was told, and which part of it each field came from. */
class WhyTest {
  private static final String TABLE =
      """
      title,content,published
      Pool shut,The council shut the pool on Monday.,2024-03-05
      Pool open,The council opened it again.,2024-03-06
      """;

  @TempDir private Path folder;
  private Command command;

  @BeforeEach
  void command() {
    command = new Command(folder.resolve("index"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void saysByWhatAndWherefrom() throws IOException {
    String file = file("some.txt", TABLE);
    Command.Ended ended = command.run("parse", "--why", file);
    assertThat(ended.code()).isZero();
    assertThat(ended.lines())
        .containsExactly(
            file + ": csv",
            "   60  csv: rows of 3 cells: title, content, published",
            "   10  plain-text: text that is hardly prose",
            "  2 stories from line 2 on: headline from title; body from content; date from"
                + " published");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void isAnObjectATextAsJson() throws IOException {
    String table = file("a.txt", TABLE);
    String note = file("b.txt", "Pool shut\nBy Ann Day\n\nThe council shut the pool.\n");
    Command.Ended ended = command.run("parse", "--why", "--json", table, note);
    assertThat(ended.lines()).hasSize(2);
    assertThat(ended.lines().getFirst())
        .contains("\"format\":\"csv\"")
        .contains("{\"format\":\"plain-text\",\"score\":10,\"why\":\"text that is hardly prose\"}")
        .contains("\"from\":{\"headline\":\"title\",\"body\":\"content\"");
    assertThat(ended.lines().getLast())
        .contains("{\"headline\":\"line 1\",\"body\":\"line 4\",\"byline\":\"line 2\"}");
  }

  @Test
  void saysOfWhatIsNotReadThatNothingSpeaksForIt() throws IOException {
    Command.Ended ended = command.run("parse", "--why", file("a.xml", "<?xml version='1.0'?><a/>"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).contains("not read").contains("nothing speaks for any format");
    assertThat(ended.err()).contains("an XML file of an unknown kind");
  }

  @Test
  void saysWhatWasForced() throws IOException {
    String out = command.run("parse", "--why", "--format", "csv", file("a.txt", TABLE)).out();
    assertThat(out).contains("csv, as --format says").contains("headline from title");
  }

  @Test
  void whatAFileSaysOfItselfIsHarmless() throws IOException {
    String file = file("a.txt", TABLE.replace("published", "\u001b[31mpublished"));
    assertThat(command.run("parse", "--why", file).out()).doesNotContain("\u001b");
  }

  @Test
  void jsonAloneIsRefused() throws IOException {
    Command.Ended ended = command.run("parse", "--json", file("a.txt", TABLE));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--json is for --why");
  }
}
