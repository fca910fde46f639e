package news.cuttings.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import news.cuttings.Maintenance;
import news.cuttings.Soundness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether the index is sound. */
@Command(
    name = "check",
    abbreviateSynopsis = true,
    header = "Read the index byte by byte and tell whether it is sound.")
final class CheckVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  private boolean json;

  CheckVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    return Progress.during(terminal, "reading every file", this::check);
  }

  private int check() throws IOException {
    Soundness soundness = Maintenance.check(where.folder());
    if (json) {
      terminal.print(
          JsonLine.object(object -> {
            object.writeBooleanProperty("sound", soundness.isSound());
            object.writeNumberProperty("stories", soundness.stories());
            object.writeNumberProperty("segments", soundness.segments());
            JsonLine.strings(object, "problems", soundness.problems());
          }));
    } else if (soundness.isSound()) {
      terminal.prose(
          "sound: "
              + Text.count(soundness.stories(), "story", "stories")
              + " in "
              + Text.count(soundness.segments(), "segment", "segments")
              + " were read back");
    }
    soundness.problems().forEach(problem -> terminal.say(Text.safe(InCommands.said(problem))));
    if (!soundness.isSound()) {
      terminal.say("the index is not sound: restore a snapshot, or index the files again");
    }
    return soundness.isSound() ? Exit.DONE : Exit.FAILED;
  }
}
