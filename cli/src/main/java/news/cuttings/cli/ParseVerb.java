package news.cuttings.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.Told;
import news.cuttings.people.PageGrouper;
import news.cuttings.people.People;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads files and prints the stories in them. */
@Command(
    name = "parse",
    abbreviateSynopsis = true,
    header = "Read stories and print them as JSON lines: the same reading as index, no index.",
    description = {
      "",
      "Whom a story names is found as in indexing. What is printed, index reads again.",
      ""
    },
    footer = {"", "For example:  cuttings parse --show-dropped page.txt"})
final class ParseVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final Problems skipped;
  private final Problems warnings;
  private final Problems passedOver;
  private final Problems notes;

  @Mixin private final ReadOptions read = new ReadOptions();

  @Option(
      names = "--show-dropped",
      description =
          "Tell each line of a page that is no part of a story, and each file that is passed over,"
              + " and why.")
  private boolean showDropped;

  @Option(
      names = "--why",
      description =
          "In place of the stories, tell of each text what speaks for which format, and which part"
              + " of it each field is from.")
  private boolean why;

  @Option(names = "--json", description = "With --why: one JSON object a text.")
  private boolean json;

  private @Nullable Reading reading;
  private long stories;

  ParseVerb(Terminal terminal) {
    this.terminal = terminal;
    skipped = Problems.told(terminal);
    warnings = Problems.told(terminal);
    passedOver = Problems.counted(terminal);
    notes = Problems.told(terminal);
  }

  @Override
  public Integer call() throws IOException {
    if (json && !why) {
      throw new Failure(Exit.FAILED, "--json is for --why; what parse prints is JSON without it");
    }
    People people = read.people();
    PageGrouper pages = new PageGrouper(page -> print(people.name(page)));
    StoryFiles files = read.files();
    boolean failed = false;
    for (String path : read.paths()) {
      try {
        ReadOptions.read(files, path, terminal, new Printing(pages));
      } catch (IOException e) {
        failed = true;
        terminal.fault(Main.said(e));
      }
      pages.flush();
      tell();
    }
    if (passedOver.total() > 0 && !showDropped) {
      terminal.say("files passed over: " + Text.number(passedOver.total()));
      passedOver
          .named("--show-dropped names all")
          .forEach(line -> terminal.say(Text.unbroken(line)));
    }
    if (failed) {
      return Exit.FAILED;
    }
    return skipped.total() > 0 ? Exit.PARTLY : stories == 0 ? Exit.NOTHING : Exit.DONE;
  }

  private void print(List<Story> page) {
    page.forEach(story -> terminal.print(StoryJson.write(story)));
    stories += page.size();
  }

  /** Tells how the text before was read. */
  private void tell() {
    if (reading != null && why) {
      if (json) {
        terminal.print(reading.json());
      } else {
        reading.print(terminal);
      }
    }
    reading = null;
  }

  /** Takes what is read to the page and the terminal. */
  private final class Printing implements Sink {
    private final PageGrouper pages;

    Printing(PageGrouper pages) {
      this.pages = pages;
    }

    @Override
    public void told(Told what) {
      tell();
      reading = new Reading(what);
    }

    @Override
    public void story(Story story) {
      if (why) {
        stories++;
      } else {
        pages.accept(story);
      }
    }

    @Override
    public void parts(Story story, Supplier<Map<String, String>> parts) {
      if (reading != null && why) {
        reading.add(story, parts.get());
      }
    }

    @Override
    public void skipped(Problem problem, String record) {
      skipped.add(problem);
    }

    @Override
    public void warning(Problem problem) {
      warnings.add(problem);
    }

    @Override
    public void note(Problem how) {
      if (!why) { // which says it all
        notes.add(how);
      }
    }

    @Override
    public void passedOver(Problem problem) {
      passedOver.add(problem);
      if (showDropped) {
        terminal.say(Text.safe(InCommands.said(problem.toString())));
      }
    }

    @Override
    public void dropped(Problem problem, String line) {
      if (showDropped) {
        terminal.say(Text.safe(problem + ": " + line));
      }
    }
  }
}
