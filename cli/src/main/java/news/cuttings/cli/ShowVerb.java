package news.cuttings.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows stories whole. */
@Command(
    name = "show",
    abbreviateSynopsis = true,
    header = "Show a story whole, and the others of the page it was read from.",
    footer = {"", "For example:  cuttings show 3f2a91c4"})
final class ShowVerb implements Callable<Integer> {
  private static final int SHORTEST_TITLE = 40;

  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, or their beginnings.")
  private List<String> ids = List.of();

  @Option(names = "--json", description = "Print each story as one JSON object.")
  private boolean json;

  ShowVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    int shown = 0;
    try (StoryIndex index = where.openBriefly()) {
      for (String id : ids) {
        Optional<String> whole = IndexOption.whole(index, id);
        Optional<Story> story = whole.isEmpty() ? Optional.empty() : index.story(whole.get());
        if (story.isPresent()) {
          show(index, story.get(), shown > 0);
          shown++;
        } else {
          terminal.say("there is no story " + Text.safe(id));
        }
      }
    }
    return shown == ids.size() ? Exit.DONE : shown == 0 ? Exit.NOTHING : Exit.PARTLY;
  }

  private void show(StoryIndex index, Story story, boolean another) throws IOException {
    if (json) {
      terminal.print(StoryJson.write(story));
      return;
    }
    if (another) {
      terminal.print("");
    }
    Ink ink = terminal.ink();
    story.headline().ifPresent(text -> paragraph(text, ink));
    faint(String.join(" · ", facts(story)));
    for (String line : Text.wrapped(people(story), terminal.width(), "")) {
      if (!line.isEmpty()) {
        terminal.print(ink.name(line));
      }
    }
    story
        .body()
        .lines()
        .forEach(paragraph -> {
          terminal.print("");
          Text.wrapped(Text.safe(paragraph), terminal.width(), "").forEach(terminal::print);
        });
    terminal.print("");
    String origin = story.origin().map(from -> " · from " + Text.whole(from.toString())).orElse("");
    faint(Text.whole(story.id()) + origin);
    others(index, story);
  }

  private void faint(String text) {
    Text.wrapped(Text.safe(text), terminal.width(), "")
        .forEach(line -> terminal.print(terminal.ink().faint(line)));
  }

  private void paragraph(String headline, Ink ink) {
    Text.wrapped(Text.safe(headline), terminal.width(), "")
        .forEach(line -> terminal.print(ink.strong(line)));
  }

  private static List<String> facts(Story story) {
    List<String> facts = new ArrayList<>();
    facts.add(story.date().map(LocalDate::toString).orElse("no date"));
    story.source().ifPresent(facts::add);
    story.edition().ifPresent(edition -> facts.add("edition " + edition));
    story.section().ifPresent(facts::add);
    if (!story.authors().isEmpty()) {
      facts.add("by " + String.join(", ", story.authors()));
    }
    if (!story.topics().isEmpty()) {
      facts.add(String.join(", ", story.topics()));
    }
    story.url().map(Text::whole).ifPresent(facts::add);
    return facts;
  }

  private static String people(Story story) {
    return Text.safe(String.join(", ", story.people().stream().map(Person::name).toList()));
  }

  private void others(StoryIndex index, Story story) throws IOException {
    List<Story> page = index.samePage(story.id());
    if (page.size() < 2) {
      return;
    }
    terminal.print("");
    terminal.print("On the same page:");
    for (Story other : page) {
      if (!other.id().equals(story.id())) {
        listed(other);
      }
    }
  }

  /** A line where its id leaves room for some of the title, else two. */
  private void listed(Story story) {
    String line = story.origin().map(Origin::line).map(number -> "line " + number).orElse("");
    String id = Text.safe(HitText.shortId(story.id()));
    int room = terminal.width() - Text.width(id) - Text.width(line) - 6;
    String title = Text.cut(Text.safe(title(story)), Math.max(SHORTEST_TITLE, room));
    String first = "  " + terminal.ink().faint(id) + "  ";
    Text.wrapped(title + "  " + Text.whole(line), terminal.width(), first, "    ")
        .forEach(terminal::print);
  }

  private static String title(Story story) {
    return story.headline().orElseGet(story::lead);
  }
}
