package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** To whom the library speaks: to whoever embeds it, who has no command line. */
class MessagesTest {
  /** A comment, a character, a block of text or a text, whichever comes first. */
  private static final Pattern PIECE =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^\\\\])[^']*'|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"",
          Pattern.DOTALL);

  private static final Pattern COMMAND = Pattern.compile("\\bcuttings |(^|[^-\\w])--[a-z]");

  @Test
  void noMessageOfTheLibraryIsACommand() throws IOException {
    List<String> commands = new ArrayList<>();
    int texts = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher piece = PIECE.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (piece.find()) {
          if (piece.group().startsWith("\"")) {
            texts++;
            if (COMMAND.matcher(piece.group()).find()) {
              commands.add(file + ": " + piece.group());
            }
          }
        }
      }
    }
    assertThat(commands).isEmpty();
    assertThat(texts).isGreaterThan(1000);
  }
}
