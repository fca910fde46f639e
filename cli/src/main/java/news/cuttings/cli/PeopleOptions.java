package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import news.cuttings.people.Aliases;
import news.cuttings.people.People;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the people of stories are named. */
final class PeopleOptions {
  @Option(
      names = "--people",
      paramLabel = "HOW",
      description =
          "recognise people in the text (the default), take the given ones only, or off: none.")
  private Naming naming = Naming.recognise;

  @Option(
      names = "--aliases",
      paramLabel = "FILE",
      description =
          "Your own word on names, a rule a line: Muhammad Ali = Cassius Clay; Clay files them"
              + " under one name, nobody = Aston Villa drops one that is no person.")
  private @Nullable Path aliases;

  /** How people are named, as typed. */
  enum Naming {
    recognise,
    given,
    off;

    People people() {
      return switch (this) {
        case recognise -> People.standard();
        case given -> People.given();
        case off -> People.off();
      };
    }
  }

  /** Reads the aliases, where there are any. */
  People people() throws IOException {
    People people = naming.people();
    return aliases == null ? people : people.aliases(Aliases.read(aliases));
  }

  /** What of it decides who is filed. */
  String fingerprint() throws IOException {
    int rules = aliases == null ? 0 : Aliases.read(aliases).hashCode();
    return naming.name() + rules;
  }
}
