package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom stories are filed under, and asking for them. */
class PeopleVerbsTest {
  @TempDir private Path folder;
  private Path stories;
  private Command command;

  @BeforeEach
  void writeStories() throws IOException {
    command = new Command(folder.resolve("news"));
    stories =
        write(
            "stories.jsonl",
            """
            {"id":"a","date":"2024-02-03","body":"The boxer Cassius Clay beat Sonny Liston. Clay danced."}
            {"id":"b","date":"2024-02-05","body":"The novelist J. K. Rowling met the manager Jürgen Klopp in Edinburgh."}
            {"id":"c","body":"Jürgen Klopp spoke to the referee David Coote, and Coote wept."}
            {"id":"d","date":"2024-03-01","body":"Nobody.","people":["Jürgen Klopp","Alicia Bárcena"]}
            """);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> people(String... args) {
    return command.run("people", args).lines().stream()
        .map(line -> line.replaceFirst(" {2,}", "  "))
        .toList();
  }

  @Test
  void aliasesAreFollowedInFilingParsingAndRebuilding() throws IOException {
    String rules =
        write("names.txt", "Muhammad Ali = Cassius Clay\nnobody = Sonny Liston\n").toString();
    String file = stories.toString();
    Ended parsed = command.run("parse", "--aliases", rules, file);
    assertThat(parsed.lines())
        .first()
        .asString()
        .contains("{\"name\":\"Muhammad Ali\",\"from\":\"alias\"")
        .contains("\"spellings\":[\"Cassius Clay\",\"Clay\"]")
        .doesNotContain("{\"name\":\"Sonny Liston\"");
    assertThat(command.run("index", "--aliases", rules, file).code()).isZero();
    assertThat(people("boxer"))
        .containsExactly("Muhammad Ali  1  2024-02-03  also Cassius Clay, Clay");
    assertThat(command.run("export").out())
        .contains("\"name\":\"Muhammad Ali\",\"from\":\"alias\"");
    String others = write("others.txt", "Ali, Muhammad = Clay, Cassius; Cassius Clay").toString();
    assertThat(command.run("rebuild", "--aliases", others).code()).isZero();
    assertThat(people("boxer"))
        .containsExactly(
            "Ali, Muhammad  1  2024-02-03  also Cassius Clay, Clay", "Sonny Liston  1  2024-02-03");
  }

  @Test
  void aFileIsReadAgainWhenItsAliasesHaveChanged() throws IOException {
    Path rules = write("names.txt", "Muhammad Ali = Cassius Clay");
    command.run("index", stories.toString());
    assertThat(people("person:ali")).isEmpty();
    Ended second = command.run("index", "--aliases", rules.toString(), stories.toString());
    assertThat(second.out()).contains("replaced 4");
    assertThat(people("person:ali")).hasSize(2);
    Ended third = command.run("index", "--aliases", rules.toString(), stories.toString());
    assertThat(third.out()).contains("1 file unchanged");
  }

  @Test
  void aWrongAliasIsToldWithFileAndLine() throws IOException {
    Path rules = write("names.txt", "# mine\nMuhammad Ali\n");
    for (String verb : List.of("index", "parse")) {
      Ended ended = command.run(verb, "--aliases", rules.toString(), stories.toString());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains(rules + ", line 2: there is no '='");
    }
    command.run("index", stories.toString());
    Ended rebuilt = command.run("rebuild", "--aliases", rules.toString());
    assertThat(rebuilt.code()).isEqualTo(2);
    assertThat(rebuilt.err()).contains(", line 2: ");
    Ended absent = command.run("rebuild", "--aliases", folder.resolve("none").toString());
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("there is no such file");
  }

  @Test
  void whoIsNamedTogetherWithSomebody() {
    command.run("index", stories.toString());
    assertThat(people("--with", "Jürgen Klopp"))
        .containsExactly(
            "Alicia Bárcena  1  2024-03-01",
            "David Coote  1  no date  also Coote",
            "J. K. Rowling  1  2024-02-05");
    assertThat(people("--with", "jurgen klopp")).hasSize(3);
    assertThat(people("--with", "klopp", "novelist"))
        .containsExactly("J. K. Rowling  1  2024-02-05");
    assertThat(people("--with", "J. Klopp", "-n", "1")).hasSize(1);
    assertThat(command.run("people", "--json", "--with", "JK Rowling").out())
        .isEqualTo(
            "{\"name\":\"Jürgen Klopp\",\"stories\":1,\"spellings\":[\"Jürgen Klopp\"],"
                + "\"first\":\"2024-02-05\",\"last\":\"2024-02-05\"}\n");
    assertThat(command.run("people", "--with", "Nobody At All").code()).isEqualTo(1);
  }

  @Test
  void namesAreFoundByPartsInitialsAndNearlyRight() {
    command.run("index", stories.toString());
    for (String name :
        List.of("JK Rowling", "J.K. ROWLING", "j. k. rowling", "Rowling", "J. Rowling")) {
      assertThat(command.run("search", "person:\"" + name + "\"").out()).as(name).contains(" b\n");
      assertThat(command.run("search", "--person", name).out()).as(name).contains(" b\n");
    }
    assertThat(command.run("search", "--person", "D. Coote").out()).contains("show c");
    assertThat(command.run("search", "--person", "E. Coote").code()).isEqualTo(1);
    for (String verb : List.of("people", "search", "timeline")) {
      Ended ended = command.run(verb, "person:Barcna");
      assertThat(ended.code()).as(verb).isEqualTo(1);
      assertThat(ended.err()).as(verb).contains("did you mean Bárcena?");
      assertThat(command.run(verb, "--person", "Alicia Barcna").err())
          .as(verb)
          .contains("did you mean Bárcena?");
    }
    assertThat(command.run("people", "--with", "Barcna").err()).contains("did you mean Bárcena?");
  }
}
