package news.cuttings.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.formats.EditionPage;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import picocli.CommandLine.Command;

/** Shows the main job step by step: the same calls that an application makes. */
@Command(
    name = "demo",
    abbreviateSynopsis = true,
    header = "Show the main job, step by step, on the invented news that comes along.")
final class DemoVerb implements Callable<Integer> {
  private static final String PAGE = "demo/edition-page.txt";
  private static final String ARCHIVE = "stories";
  private static final List<String> QUERIES =
      List.of(
          "gravel bonds",
          "person:\"petr barta\" until:2023-09",
          "headline:dam \"never properly consulted\"");
  private static final int SHOWN = 3;
  private static final int SHORTEST_TITLE = 40;

  private final Terminal terminal;

  DemoVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path data = data();
    try (StoryIndex index = StoryIndex.inMemory()) {
      title("Read a page, as it was copied from an aggregator", "parse testdata/" + PAGE);
      index.addAll(EditionPage.read(data.resolve(PAGE)));
      index.commit();
      showPage(index);

      title("File an archive beside it", "index testdata/" + ARCHIVE);
      file(data.resolve(ARCHIVE), index);
      for (String query : QUERIES) {
        title("Search", "search '" + query + "'");
        show(index.search(StoryQuery.parse(query).limit(SHOWN)));
      }
      Story lead = stories(index).get(0);
      title("Ask for more like the page's lead", "like " + HitText.shortId(lead.id()));
      show(index.moreLike(Like.id(lead.id()).limit(SHOWN)));
    }
    terminal.print("");
    String index = Text.whole("cuttings index FOLDER");
    String search = Text.whole("cuttings search WORDS");
    terminal.prose("Now your own: " + index + ", then " + search + ".");
    return Exit.DONE;
  }

  private static Path data() {
    Path data = Path.of(System.getProperty("cuttings.testdata", "testdata"));
    if (!Files.exists(data.resolve(PAGE))) {
      throw new Failure(
          Exit.FAILED, "the demo's data is not in " + data + "; call it by bin/cuttings");
    }
    return data;
  }

  private void title(String what, String command) {
    terminal.print("");
    Text.wrapped(what + ":  " + Text.whole("cuttings " + command), terminal.width(), "")
        .forEach(line -> terminal.print(terminal.ink().strong(line)));
    terminal.print("");
  }

  private static List<Story> stories(StoryIndex index) throws IOException {
    List<Story> stories = new ArrayList<>();
    index.export(stories::add);
    return stories.stream()
        .filter(story -> story.origin().flatMap(Origin::pageKey).isPresent())
        .sorted((a, b) -> Long.compare(line(a), line(b)))
        .toList();
  }

  private static long line(Story story) {
    return story.origin().map(Origin::line).orElse(0L);
  }

  private void showPage(StoryIndex index) throws IOException {
    for (Story story : stories(index)) {
      Ink ink = terminal.ink();
      String role =
          story.role().filter(part -> part == Role.LEAD).map(part -> "lead  ").orElse("teaser");
      String date = story.date().map(LocalDate::toString).orElse("no date   ");
      String title = story.headline().orElse("(no headline) " + story.lead());
      String first = ink.faint(role + "  " + date + "  ");
      String cut = Text.cut(Text.safe(title), Math.max(SHORTEST_TITLE, terminal.width() - 20));
      Text.wrapped(cut, terminal.width(), first, "    ").forEach(terminal::print);
      String people = String.join(", ", story.people().stream().map(Person::name).toList());
      if (!people.isEmpty()) {
        Text.wrapped(Text.safe(people), terminal.width(), " ".repeat(20))
            .forEach(line -> terminal.print(ink.name(line)));
      }
    }
  }

  private void file(Path archive, StoryIndex index) throws IOException {
    long start = System.nanoTime();
    StoryFiles.byContent().read(archive, new Adding(index));
    StoryIndex.Changes changes = index.commit();
    long ms = (System.nanoTime() - start) / 1_000_000;
    terminal.prose(
        Text.count(changes.added(), "story", "stories")
            + " filed in "
            + ms
            + " ms; "
            + Text.count(index.maintenance().stats().people(), "person", "people")
            + " named");
  }

  private void show(Results results) {
    HitText text = new HitText(terminal);
    for (Hit hit : results) {
      text.print(hit);
    }
    String read = Text.safe("read as: " + results.interpretation());
    Text.wrapped(read, terminal.width(), "    ")
        .forEach(line -> terminal.print(terminal.ink().faint(line)));
  }

  /** Files each story as it is read. */
  private record Adding(StoryIndex index) implements Sink {
    @Override
    public void story(Story story) {
      try {
        index.add(story);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
