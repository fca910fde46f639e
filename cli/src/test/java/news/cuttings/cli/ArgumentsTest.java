package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** An argument is what was typed: no file, variable or property is read for it unasked. */
class ArgumentsTest {
  private static final String SECRET = "wolverine";

  @TempDir private Path folder;
  private Path index;
  private Command command;

  @BeforeEach
  void begin() throws IOException {
    index = folder.resolve("news");
    command = new Command(index).environment(Map.of("SECRET", SECRET));
    Path stories =
        write(
            "stories.jsonl",
            """
            {"id":"a1","headline":"Harbour dredged"}
            {"id":"a2","headline":"Ferry late again"}
            """);
    assertThat(command.run("index", stories.toString()).code()).isZero();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static CommandLine commandLine(String... args) {
    return Cuttings.commandLine(
        Terminal.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of()),
        args);
  }

  private static Stream<CommandLine> withVerbs(CommandLine of) {
    return Stream.concat(
        Stream.of(of), of.getSubcommands().values().stream().flatMap(ArgumentsTest::withVerbs));
  }

  @ParameterizedTest
  @EnumSource
  void noFileIsReadForAnArgumentWhicheverVerbIsBuilt(Verb verb) {
    assertThat(commandLine(verb.typed()).isExpandAtFiles()).isFalse(); // asked of the top alone
    assertThat(commandLine().isExpandAtFiles()).isFalse();
  }

  @Test
  void noCommandTakesDefaultsFromElsewhere() {
    assertThat(withVerbs(commandLine()))
        .hasSizeGreaterThan(Verb.values().length)
        .allSatisfy(any -> {
          assertThat(any.getDefaultValueProvider()).isNull();
          assertThat(any.getResourceBundle()).isNull();
          assertThat(any.getCommandSpec().args())
              .allSatisfy(arg -> {
                assertThat(arg.defaultValue()).isNull();
                assertThat(arg.interactive()).isFalse();
              });
        });
  }

  @ParameterizedTest
  @EnumSource
  void aNameOfAFileIsNoArgumentsOfAVerb(Verb verb) throws IOException {
    Path file = write("help.txt", "--help");
    for (String[] args :
        new String[][] {
          {verb.typed(), "--index", index.toString(), "--no-such-option", "@" + file},
          {verb.typed(), "--no-such-option", "--", "@" + file},
          {"@" + file, verb.typed(), "--no-such-option"},
        }) {
      assertThat(command.bare(args).out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "people", "timeline"})
  void aQueryMayLookLikeAFilesName(String verb) throws IOException {
    Path file = write("secret.txt", SECRET);
    for (Ended ended :
        new Ended[] {command.run(verb, "@" + file), command.run(verb, "--", "@" + file)}) {
      assertThat(ended.out() + ended.err()).doesNotContain(SECRET);
      assertThat(ended.code()).isEqualTo(Exit.NOTHING);
    }
  }

  @Test
  void aLineOfInputMayLookLikeAFilesName() throws IOException {
    Path file = write("secret.txt", "harbour " + SECRET);
    for (String verb : new String[] {"search", "like"}) {
      Ended ended =
          command.input("@" + file + "\nq1\t@" + file + "\n").run(verb, "--stdin", "--json");
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).doesNotContain(SECRET);
    }
  }

  @Test
  void nothingIsRemovedThatAFileNames() throws IOException {
    Path ids = write("ids.txt", "a1\na2");
    Path everything = write("everything.txt", "--query\n*\n");
    for (Path file : new Path[] {ids, everything}) {
      assertThat(command.run("delete", "@" + file).code()).isEqualTo(Exit.NOTHING);
      assertThat(command.run("delete", "--", "@" + file).code()).isEqualTo(Exit.NOTHING);
      command.run("delete", "--query", "@" + file);
    }
    assertThat(command.run("export").lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:SECRET}", "${SECRET}", "${sys:user.home}", "${user.home}"})
  void aVariablesNameStaysAsItIsTyped(String name) {
    String home = System.getProperty("user.home");
    for (Ended ended :
        new Ended[] {
          command.run("search", name),
          command.run("search", "--person", name, "ferry"),
          command.run("show", name),
          command.bare("search", "--index", name, "ferry"),
        }) {
      assertThat(ended.out() + ended.err()).doesNotContain(SECRET).doesNotContain(home);
      assertThat(ended.code()).isNotZero();
    }
    assertThat(command.bare("search", "--index", name, "ferry").err()).contains(name);
  }

  @Test
  void aFileMayHaveANameThatBeginsSo() throws IOException {
    Path odd = write("@odd.txt", "Mole released\n\nThe mole is free again, they said on Monday.\n");
    Ended ended = command.run("index", odd.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(command.run("search", "mole").code()).isZero();
  }
}
