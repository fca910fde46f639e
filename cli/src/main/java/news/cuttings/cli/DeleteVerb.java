package news.cuttings.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.query.Field;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes stories. */
@Command(
    name = "delete",
    abbreviateSynopsis = true,
    header = "Remove stories: by id, by query, by the file they were read from.",
    footer = {
      "",
      "For example:  cuttings delete kestrel-2111",
      "              cuttings delete --query 'source:gazette until:2023-06' --dry-run",
      "              cuttings delete --origin pages/old.txt --purge"
    })
final class DeleteVerb implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids, or their beginnings.")
  private List<String> ids = List.of();

  @Option(
      names = "--query",
      paramLabel = "Q",
      description = "Every story that matches: with all of the words. '*' is every story.")
  private @Nullable String query;

  @Option(
      names = "--origin",
      paramLabel = "PATH",
      description = "Every story that was read from that file, as it was named then.")
  private @Nullable String origin;

  @Option(names = "--dry-run", description = "Tell what would be removed; remove nothing.")
  private boolean dry;

  @Option(
      names = "--purge",
      description = "Return when no file of the index holds the text of what was removed.")
  private boolean purge;

  private boolean unknown;

  DeleteVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    if (ids.isEmpty() && query == null && origin == null && !purge) {
      throw new Failure(Exit.FAILED, "name what to remove: ids, --query Q or --origin PATH");
    }
    if (query != null && query.isBlank()) {
      throw new Failure(Exit.FAILED, "an empty query would remove every story; '*' says so");
    }
    try (StoryIndex index = where.openExisting()) {
      long removed = remove(index);
      if (dry) {
        terminal.print(Text.count(removed, "story", "stories") + " would be removed");
      } else {
        removed = index.commit().deleted();
        if (where.cluster().isEmpty()) {
          FilesRead.forget(where.folder()); // who indexes a file again wants its stories back
        }
        if (purge) {
          index.purge();
        }
        terminal.print(Text.count(removed, "story", "stories") + " removed");
      }
      boolean nothing = removed == 0 && !purge;
      return nothing ? Exit.NOTHING : unknown ? Exit.PARTLY : Exit.DONE;
    }
  }

  private long remove(StoryIndex index) throws IOException {
    long removed = 0;
    for (String id : whole(index)) {
      if (!dry) {
        index.delete(id);
      }
      removed++;
    }
    for (StoryQuery which : queries()) {
      removed += dry ? tell(index, which) : index.delete(which);
    }
    return removed;
  }

  private List<String> whole(StoryIndex index) throws IOException {
    List<String> whole = new ArrayList<>();
    for (String id : ids) {
      Optional<String> found = IndexOption.whole(index, id);
      if (found.isPresent()) {
        whole.add(found.get());
      } else {
        unknown = true;
        terminal.say("there is no story " + Text.safe(id));
      }
    }
    return whole;
  }

  private List<StoryQuery> queries() {
    List<StoryQuery> queries = new ArrayList<>();
    if (query != null) {
      queries.add(StoryQuery.parse(query));
    }
    if (origin != null) {
      queries.add(StoryQuery.everything().label(Field.ORIGIN, origin));
    }
    return queries;
  }

  private long tell(StoryIndex index, StoryQuery which) throws IOException {
    Results results = index.search(which.match(StoryQuery.Match.ALL).limit(SHOWN).counting());
    for (Hit hit : results) {
      terminal.print(Text.safe(hit.id() + "  " + hit.title()));
    }
    long more = results.total().stories() - results.hits().size();
    if (more > 0) {
      terminal.print("and " + Text.number(more) + " more");
    }
    return results.total().stories();
  }
}
