package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.PageGrouper;
import news.cuttings.people.People;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds stories like one. */
@Command(
    name = "like",
    abbreviateSynopsis = true,
    header = "Find stories like one: the same affair, its background, the same people.",
    description = {
      "",
      "The story itself is left out by its id, near-copies of it are too, and each hit says why it"
          + " is here.",
      ""
    },
    footer = {
      "",
      "For example:  cuttings like 3f2a91c4",
      "              cuttings like --mode background 3f2a91c4",
      "              cuttings like --file draft.txt",
      "              pbpaste | cuttings like -"
    })
final class LikeVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final IndexOption where;
  @Mixin private final TimeOption time = new TimeOption();
  @Mixin private final Answers answers;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "A story's id or its beginning; - for a text on standard input.")
  private @Nullable String id;

  @Option(names = "--file", paramLabel = "F", description = "A file with the story or text.")
  private @Nullable Path file;

  @Option(names = "-n", paramLabel = "COUNT", description = "At most so many hits (default: 10).")
  private int limit = StoryQuery.DEFAULT_LIMIT;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "event: the same affair (the default); background: the same, of days before the story;"
              + " people: whatever names the same people, most of them first.")
  private Like.Mode mode = Like.Mode.EVENT;

  @Option(
      names = "--copies",
      description =
          "Show near-copies too. Without it those of the story are left out, and of several the"
              + " longest is shown and names the others.")
  private boolean copies;

  @Option(
      names = "--stdin",
      description = "An id a line of standard input, or QID<TAB>ID; hits carry the qid.")
  private boolean batch;

  LikeVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
    answers = new Answers(terminal);
  }

  @Override
  public Integer call() throws IOException {
    int sources = (id == null ? 0 : 1) + (file == null ? 0 : 1) + (batch ? 1 : 0);
    if (sources != 1) {
      throw new Failure(
          Exit.FAILED, "name one thing to find more of: an id, --file F, - or --stdin");
    }
    try (StoryIndex index = batch ? where.open() : where.openBriefly()) {
      if (batch) {
        return new Batch(terminal, answers).run(line -> like(index, line.strip()));
      }
      Optional<Results> results =
          id == null || id.equals("-")
              ? Optional.of(index.moreLike(asked(Like.story(given()))))
              : like(index, id);
      if (results.isEmpty()) {
        return Exit.NOTHING;
      }
      answers.print(results.get(), null);
      return Exit.of(results.get().isEmpty(), results.get().partial());
    }
  }

  private Like asked(Like like) {
    Like asked = like.limit(limit).mode(mode).copies(copies);
    return time.time().map(asked::timeout).orElse(asked);
  }

  private Optional<Results> like(StoryIndex index, String beginning) throws IOException {
    Optional<String> whole = IndexOption.whole(index, beginning);
    if (whole.isEmpty()) {
      terminal.say("there is no story " + Text.safe(beginning));
      return Optional.empty();
    }
    return Optional.of(index.moreLike(asked(Like.id(whole.get()))));
  }

  /** The first story of the file or of standard input, with its people. */
  private Story given() throws IOException {
    First first = new First();
    StoryFiles files = StoryFiles.byContent().boxes(Boxes.ALL);
    if (file == null) {
      files.read("-", terminal.in(), first);
    } else {
      files.read(file, first);
    }
    first.pages.flush();
    if (first.page.isEmpty()) {
      throw new Failure(Exit.FAILED, "no story could be read from " + (file == null ? "-" : file));
    }
    return People.standard().name(first.page).get(0);
  }

  /** Keeps the first page of stories that is read. */
  private final class First implements Sink {
    private final PageGrouper pages = new PageGrouper(this::keep);
    private List<Story> page = List.of();

    private void keep(List<Story> read) {
      if (page.isEmpty()) {
        page = read;
      }
    }

    @Override
    public void story(Story story) {
      pages.accept(story);
    }

    @Override
    public void skipped(Problem problem, String record) {
      terminal.say(Text.safe(InCommands.said(problem.toString())));
    }
  }
}
