package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library says in calls, said in commands. */
class InCommandsTest {
  @TempDir private Path folder;

  @Test
  void everyPhraseIsOneThatTheLibrarySays() throws IOException {
    StringBuilder library = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("../core/src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        library.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    String texts = library.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    assertThat(InCommands.phrases()).allSatisfy(phrase -> assertThat(texts).contains(phrase));
  }

  @Test
  void whoeverNamedAnIndexIsToldACommandThatNamesIt() {
    Path none = folder.resolve("it's mine");
    assertThat(new Command(none).run("search", "x").err())
        .contains("make one with: cuttings index --index '")
        .contains("/it'\\''s mine' PATH")
        .doesNotContain("StoryIndex");
    assertThat(new Command(folder.resolve("none")).run("stats").err())
        .contains("cuttings index --index " + folder.resolve("none") + " PATH");
    assertThat(InCommands.said("no index; StoryIndex.open makes one at the first write"))
        .isEqualTo("no index; make one with: cuttings index PATH");
  }

  @Test
  void aFileIsNoIndexAndStaysAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    for (String verb : new String[] {"search", "index"}) {
      Command.Ended ended = new Command(file).run(verb, Command.testdata("demo"));
      assertThat(ended.code()).isEqualTo(Exit.FAILED);
      assertThat(ended.err()).contains(file + " is a file");
    }
    assertThat(file).hasContent("text");
  }
}
