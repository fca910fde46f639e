package news.cuttings.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Story;
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
      "              cuttings delete --query '*'            (every story)",
      "              cuttings delete --origin pages/old.txt --purge"
    })
final class DeleteVerb implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids, whole.")
  private List<String> ids = List.of();

  @Option(
      names = "--prefix",
      description = "Take beginnings of ids too; each must be the beginning of one id.")
  private boolean beginnings;

  @Option(
      names = "--query",
      paramLabel = "Q",
      description =
          "Every story that matches: with all of the words. '*' alone is every story. What asks for"
              + " nothing in particular removes nothing.")
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
    if (ids.stream().anyMatch(String::isBlank)) {
      throw new Failure(Exit.FAILED, "nothing was removed: an id is empty; write it whole");
    }
    try (StoryIndex index = where.openExisting()) {
      Set<String> asked = asked(index);
      long removed = asked.size();
      if (dry) {
        tell(index, asked);
      } else {
        for (String id : asked) {
          index.delete(id);
        }
        removed = index.commit().deleted();
        if (where.cluster().isEmpty()) {
          FilesRead.forget(where.folder()); // who indexes a file again wants its stories back
        }
        if (purge) {
          index.maintenance().purge();
        }
        terminal.print(Text.count(removed, "story", "stories") + " removed");
      }
      boolean nothing = removed == 0 && !purge;
      return nothing ? Exit.NOTHING : unknown ? Exit.PARTLY : Exit.DONE;
    }
  }

  /** The ids of all that is to be removed; nothing is, where some of it is refused. */
  private Set<String> asked(StoryIndex index) throws IOException {
    Set<String> asked = new LinkedHashSet<>();
    for (String id : ids) {
      Optional<String> found = found(index, id);
      if (found.isPresent()) {
        asked.add(found.get());
      } else {
        unknown = true;
        terminal.say("there is no story " + Text.safe(id) + hint(index, id));
      }
    }
    for (StoryQuery which : queries()) {
      asked.addAll(index.idsToDelete(which));
    }
    return asked;
  }

  private Optional<String> found(StoryIndex index, String id) throws IOException {
    return beginnings ? IndexOption.whole(index, id) : index.story(id).map(Story::id);
  }

  private String hint(StoryIndex index, String id) throws IOException {
    boolean begins = !beginnings && !index.idsWithPrefix(id, 1).isEmpty();
    return begins ? "; some id begins so: write it whole, or add --prefix" : "";
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

  private void tell(StoryIndex index, Set<String> asked) throws IOException {
    for (String id : asked.stream().limit(SHOWN).toList()) {
      for (Hit hit : index.search(StoryQuery.everything().label(Field.ID, id).limit(1))) {
        terminal.print(Text.safe(hit.id() + "  " + hit.title()));
      }
    }
    if (asked.size() > SHOWN) {
      terminal.print("and " + Text.number(asked.size() - SHOWN) + " more");
    }
    terminal.print(Text.count(asked.size(), "story", "stories") + " would be removed");
  }
}
