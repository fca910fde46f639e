package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the commands print; TESTING.md names tests that there are. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Path TESTING = Path.of("../core/TESTING.md");
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w*Test\\b");
  private static final Pattern BLOCK =
      Pattern.compile("```console\n\\$ cuttings ([^\n]*)\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern MEASURED =
      Pattern.compile("\\d[\\d.,]* (ms|s|kB|MB|a second|bytes)\\b");

  @TempDir private Path folder;

  @Test
  void blocksAreWhatIsPrinted() throws IOException {
    String text = Files.readString(README, StandardCharsets.UTF_8);
    StringBuilder now = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    int done = 0;
    while (block.find()) {
      now.append(text, done, block.start());
      String printed = printed(block.group(1));
      String shown = measured(printed).equals(measured(block.group(2))) ? block.group(2) : printed;
      now.append("```console\n$ cuttings ").append(block.group(1)).append('\n').append(shown);
      now.append("```\n");
      done = block.end();
    }
    now.append(text, done, text.length());
    if (System.getProperty("cuttings.approve") != null) {
      Files.writeString(README, now.toString(), StandardCharsets.UTF_8);
      return;
    }
    assertThat(text).isEqualTo(now.toString());
  }

  /** What it says of a test that was renamed or removed would be believed. */
  @Test
  void testsThatAreNamedAreThere() throws IOException {
    Set<String> there = new HashSet<>();
    for (String sources : List.of("../core/src/test/java", "../cli/src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(sources))) {
        files.forEach(file -> there.add(file.getFileName().toString().replace(".java", "")));
      }
    }
    Set<String> named = new TreeSet<>();
    Matcher test = TEST.matcher(Files.readString(TESTING, StandardCharsets.UTF_8));
    while (test.find()) {
      named.add(test.group());
    }
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(there).containsAll(named);
    assertThat(Files.readString(README, StandardCharsets.UTF_8)).contains("(core/TESTING.md)");
  }

  private String printed(String arguments) {
    List<String> words = new ArrayList<>(List.of(arguments.split(" ")));
    words.replaceAll(word -> word.startsWith("testdata/") ? "../" + word : word);
    Command command = new Command(folder.resolve("cuttings-index"));
    Ended ended = command.run(words.get(0), words.subList(1, words.size()).toArray(String[]::new));
    return (ended.out() + ended.err())
        .replace(folder.resolve("cuttings-index").toString(), "cuttings-index")
        .replace("../testdata", "testdata");
  }

  private static String measured(String text) {
    return MEASURED.matcher(text).replaceAll("N $1");
  }
}
