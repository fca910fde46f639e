package news.cuttings.bench.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.StoryIndex;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.index.Schema;
import news.cuttings.people.People;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.StoryQuery.Match;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/** Cuttings by its front door, as an application uses it. */
final class CuttingsEngine implements Engine {
  private final EngineKind kind;
  private final StoryIndex index;

  private CuttingsEngine(EngineKind kind, StoryIndex index) {
    this.kind = kind;
    this.index = index;
  }

  /** On an index in that folder, which it makes where there is none, weighing words so if told. */
  static CuttingsEngine open(EngineKind kind, Path folder, @Nullable RankingOptions options)
      throws IOException {
    People people = Naming.of(kind).people();
    return new CuttingsEngine(
        kind,
        options == null
            ? StoryIndex.at(folder).people(people).open()
            : StoryIndex.at(folder).people(people).ranking(options).open());
  }

  /** How people are named. */
  private enum Naming {
    RECOGNISE,
    GIVEN,
    OFF;

    static Naming of(EngineKind kind) {
      return switch (kind) {
        case CUTTINGS -> RECOGNISE;
        case CUTTINGS_GIVEN -> GIVEN;
        default -> OFF;
      };
    }

    People people() {
      return switch (this) {
        case RECOGNISE -> People.standard();
        case GIVEN -> People.given();
        case OFF -> People.off();
      };
    }
  }

  @Override
  public String name() {
    return kind.label();
  }

  @Override
  public Map<String, String> options() throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("similarity", "BM25");
    options.putAll(index.options().settings());
    options.put("more_like_this", "nearness, with near-copies");
    options.put("people", Naming.of(kind).name().toLowerCase(Locale.ROOT));
    options.put("analysis_version", Integer.toString(Schema.ANALYSIS));
    return options;
  }

  @Override
  public void add(Story story) throws IOException {
    index.add(story);
  }

  @Override
  public void commit() throws IOException {
    index.commit();
  }

  @Override
  public void refresh() throws IOException {
    index.refresh();
  }

  @Override
  public void merge() throws IOException {
    index.maintenance().optimize(1);
  }

  @Override
  public List<String> ask(Task task, int limit) throws IOException {
    return switch (task.shape()) {
      case LIKE -> ids(index.moreLike(like(task, limit)));
      case SHOWN -> shown(index.search(StoryQuery.words(task.text()).limit(limit)));
      case LISTED -> listed(index.search(StoryQuery.words(task.text()).limit(limit)));
      case EXPLAINED ->
          explained(
              index.search(StoryQuery.words(task.text()).limit(limit).idsOnly().explaining()));
      case PAGED -> paged(StoryQuery.words(task.text()).limit(limit).idsOnly());
      case PEOPLE -> index.people(query(task), limit).stream().map(NamedPerson::name).toList();
      case MONTHS ->
          index.timeline(query(task), DatePeriod.By.MONTH).stream()
              .filter(month -> month.from() != null && month.stories() > 0)
              .map(month -> YearMonth.from(month.from()) + ":" + month.stories())
              .toList();
      default -> ids(index.search(query(task).limit(limit).idsOnly()));
    };
  }

  @Override
  public List<Ranked> rank(Task task, int limit) throws IOException {
    Results results =
        task.shape() == Shape.LIKE
            ? index.moreLike(like(task, limit))
            : index.search(query(task).limit(limit).idsOnly());
    return results.hits().stream().map(hit -> new Ranked(hit.id(), hit.score())).toList();
  }

  private static Like like(Task task, int limit) {
    return Like.id(task.text()).limit(limit).copies(true).idsOnly();
  }

  private static StoryQuery query(Task task) {
    String text = task.text();
    return switch (task.shape()) {
      case ANY, LISTED, SHOWN, PAGED, EXPLAINED, LIKE, PEOPLE, MONTHS -> StoryQuery.words(text);
      case ALL -> StoryQuery.words(text).match(Match.ALL);
      case PHRASE -> StoryQuery.parse('"' + text + '"');
      case HEADLINE -> StoryQuery.parse("headline:(" + text + ")");
      case PERSON -> StoryQuery.everything().person(text);
      case DATED -> dated(StoryQuery.words(text), task);
      case WRITTEN -> StoryQuery.parse(text);
      case PREFIX -> StoryQuery.parse(text + "*");
      case FUZZY -> StoryQuery.parse(text + "~");
    };
  }

  private static StoryQuery dated(StoryQuery words, Task task) {
    StoryQuery since = task.from().map(words::since).orElse(words);
    return task.to().map(since::until).orElse(since);
  }

  private static List<String> ids(Results results) {
    return results.hits().stream().map(Hit::id).toList();
  }

  /** What a list shows is read when it is looked at. */
  private static List<String> listed(Results results) {
    return results.hits().stream()
        .filter(hit -> hit.headline().orElse("").length() + hit.date().hashCode() != -1)
        .map(Hit::id)
        .toList();
  }

  /** Snippets are made when they are looked at. */
  private static List<String> shown(Results results) {
    return results.hits().stream()
        .filter(hit -> hit.date().hashCode() != -1)
        .filter(hit -> hit.title().text().length() + hit.snippet().text().length() > 0)
        .map(Hit::id)
        .toList();
  }

  private static List<String> explained(Results results) {
    return results.hits().stream()
        .filter(hit -> hit.explanation().isPresent())
        .map(Hit::id)
        .toList();
  }

  private List<String> paged(StoryQuery query) throws IOException {
    Results first = index.search(query);
    return first.cursor().isEmpty()
        ? List.of()
        : ids(index.search(query.after(first.cursor().get())));
  }

  @Override
  public long count(Task task, int limit) throws IOException {
    Match match = task.shape() == Shape.ALL ? Match.ALL : Match.ANY;
    StoryQuery query = query(task).match(match).idsOnly();
    if (limit > 0) {
      index.search(query.limit(limit));
    }
    // Asked apart: where no story has a phrase, its words are ranked, but they are not the count.
    return index.search(query.limit(0)).total().stories();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
