package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerbTest {
  private final Terminal nowhere =
      Terminal.of(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Map.of());

  private Set<String> built(String... args) {
    return Cuttings.commandLine(nowhere, args).getSubcommands().keySet();
  }

  @Test
  void isTypedAsItsCommandIsNamed() {
    for (Verb verb : Verb.values()) {
      CommandLine command = verb.command(nowhere);
      assertThat(command.getCommandName()).isEqualTo(verb.typed());
    }
  }

  @Test
  void onlyTheOneAskedForIsBuilt() {
    assertThat(built("search", "like")).containsExactly("search");
    assertThat(built("bench", "compare")).containsExactly("bench");
  }

  @Test
  void allAreBuiltWhereAllAreTold() {
    assertThat(built()).hasSize(Verb.values().length);
    assertThat(built("--help")).hasSize(Verb.values().length);
    assertThat(built("serach")).hasSize(Verb.values().length);
    assertThat(built("completion")).hasSize(Verb.values().length);
  }

  @Test
  void aMistypedOneIsSuggested() {
    Command.Ended ended = new Command(Path.of("news")).bare("serach", "word");
    assertThat(ended.code()).isEqualTo(Exit.FAILED);
    assertThat(ended.err()).contains("do you mean search?");
  }
}
