package news.cuttings.bench.corpora;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.bench.results.TextFile;
import news.cuttings.story.Person;
import news.cuttings.story.Story;

/**
 * Questions of every class, drawn from a corpus by a seed: the same seed and corpus give the same
 * questions. A class of which the corpus has no example is absent.
 */
public final class QuerySets {
  /** Questions a class, where the corpus has so many different ones. */
  static final int SIZE = 200;

  private static final int SAMPLE = 4000;
  private static final int TRIES = 50;
  private static final int DAYS_AROUND = 15;
  private static final Pattern RUN = Pattern.compile("\\b\\p{Ll}{3,20}(?: \\p{Ll}{3,20})+\\b");

  private final Vocabulary vocabulary = new Vocabulary();
  private final List<Story> sample = new ArrayList<>();
  private final SplittableRandom random;
  private long stories;
  private long characters;

  private QuerySets(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Questions, and what was learnt of the corpus on the way.
   *
   * @param tasks by class
   * @param stories how many stories it has
   * @param characters of headlines and bodies
   */
  public record Drawn(Map<QueryClass, List<Task>> tasks, long stories, long characters) {}

  /** Draws questions; reads the corpus once. */
  public static Drawn draw(Corpus corpus, long seed) throws IOException {
    QuerySets sets = new QuerySets(seed);
    corpus.each(sets::meet);
    Map<QueryClass, List<Task>> tasks = new EnumMap<>(QueryClass.class);
    for (QueryClass of : QueryClass.values()) {
      List<Task> drawn = sets.draw(of);
      if (!drawn.isEmpty()) {
        tasks.put(of, drawn);
      }
    }
    return new Drawn(tasks, sets.stories, sets.characters);
  }

  /** Keeps a fair sample of the stories (J. Vitter's algorithm R, 1985). */
  private void meet(Story story) {
    vocabulary.add(story);
    stories++;
    characters += story.body().length() + story.headline().map(String::length).orElse(0);
    if (sample.size() < SAMPLE) {
      sample.add(story);
    } else {
      long place = random.nextLong(stories);
      if (place < SAMPLE) {
        sample.set((int) place, story);
      }
    }
  }

  private List<Task> draw(QueryClass of) {
    return switch (of) {
      case TERM_FREQUENT, FACETS, TIMELINE -> terms(of, vocabulary.between(0, 0.5));
      case TERM_MIDDLING -> terms(of, vocabulary.between(0.5, 0.9));
      case TERM_RARE -> terms(of, vocabulary.between(0.9, 1));
      case PREFIX ->
          some(story -> word(story).map(word -> Task.of(of.shape(), word.substring(0, 4))));
      case FUZZY -> some(story -> word(story).map(word -> Task.of(of.shape(), misspelt(word))));
      case PHRASE_2, PHRASE_3 ->
          some(story -> phrase(story, of.words()).map(text -> Task.of(of.shape(), text)));
      case HEADLINE ->
          some(story ->
              words(Vocabulary.words(story.headline().orElse("")), of.words())
                  .map(text -> Task.of(of.shape(), text)));
      case PERSON -> some(story -> person(story).map(name -> Task.of(of.shape(), name)));
      case DATE_RANGE -> some(story -> dated(story, of));
      case MORE_LIKE_THIS -> some(story -> Optional.of(Task.of(of.shape(), story.id())));
      default ->
          some(story ->
              words(Vocabulary.words(story.body()), of.words())
                  .map(text -> Task.of(of.shape(), text)));
    };
  }

  private List<Task> terms(QueryClass of, List<String> words) {
    Set<Task> tasks = new LinkedHashSet<>();
    for (int i = 0; i < SIZE * TRIES && !words.isEmpty() && tasks.size() < SIZE; i++) {
      tasks.add(Task.of(of.shape(), words.get(random.nextInt(words.size()))));
    }
    return List.copyOf(tasks);
  }

  private List<Task> some(Function<Story, Optional<Task>> drawing) {
    Set<Task> tasks = new LinkedHashSet<>();
    for (int i = 0; i < SIZE * TRIES && !sample.isEmpty() && tasks.size() < SIZE; i++) {
      drawing.apply(sample.get(random.nextInt(sample.size()))).ifPresent(tasks::add);
    }
    return List.copyOf(tasks);
  }

  /** Some different words that are in other stories too. */
  private Optional<String> words(List<String> all, int wanted) {
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < TRIES && !all.isEmpty() && words.size() < wanted; i++) {
      String word = all.get(random.nextInt(all.size()));
      if (vocabulary.count(word) > 1) {
        words.add(word);
      }
    }
    return words.size() == wanted ? Optional.of(String.join(" ", words)) : Optional.empty();
  }

  private Optional<String> word(Story story) {
    return words(Vocabulary.words(story.body()).stream().filter(w -> w.length() > 5).toList(), 1);
  }

  private String misspelt(String word) {
    int place = 1 + random.nextInt(word.length() - 2);
    char letter = (char) ('a' + random.nextInt(26));
    return word.substring(0, place) + letter + word.substring(place + 1);
  }

  /** Words in small letters that follow one another. */
  private Optional<String> phrase(Story story, int wanted) {
    List<String> phrases = new ArrayList<>();
    Matcher runs = RUN.matcher(story.body());
    while (runs.find()) {
      List<String> run = List.of(runs.group().split(" ", -1));
      for (int i = 0; i + wanted <= run.size(); i++) {
        List<String> part = run.subList(i, i + wanted);
        if (part.stream().noneMatch(Vocabulary::isCommon)) {
          phrases.add(String.join(" ", part));
        }
      }
    }
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(phrases.get(random.nextInt(phrases.size())));
  }

  private Optional<String> person(Story story) {
    List<String> names = story.people().stream().map(Person::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.get(random.nextInt(names.size())));
  }

  private Optional<Task> dated(Story story, QueryClass of) {
    Optional<LocalDate> day = story.date();
    return day.isEmpty()
        ? Optional.empty()
        : words(Vocabulary.words(story.body()), of.words())
            .map(text ->
                new Task(
                    of.shape(),
                    text,
                    day.get().minusDays(DAYS_AROUND),
                    day.get().plusDays(DAYS_AROUND)));
  }

  /** Writes the questions, one a line: {@code CLASS<TAB>TEXT<TAB>SINCE<TAB>UNTIL}. */
  public static void write(Map<QueryClass, List<Task>> tasks, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<QueryClass, List<Task>> entry : tasks.entrySet()) {
        for (Task task : entry.getValue()) {
          String since = task.from().map(LocalDate::toString).orElse("-");
          String until = task.to().map(LocalDate::toString).orElse("-");
          out.write(
              entry.getKey().label() + '\t' + task.text() + '\t' + since + '\t' + until + '\n');
        }
      }
    }
  }

  /** Reads what was written. */
  public static Map<QueryClass, List<Task>> read(Path file) throws IOException {
    Map<QueryClass, List<Task>> tasks = new EnumMap<>(QueryClass.class);
    TextFile.each(
        file,
        line -> {
          String[] columns = line.text().split("\t", -1);
          if (columns.length != 4) {
            throw line.bad("a question is CLASS<TAB>TEXT<TAB>SINCE<TAB>UNTIL");
          }
          QueryClass of = QueryClass.valueOf(columns[0].toUpperCase(Locale.ROOT));
          LocalDate since = columns[2].equals("-") ? null : LocalDate.parse(columns[2]);
          LocalDate until = columns[3].equals("-") ? null : LocalDate.parse(columns[3]);
          tasks
              .computeIfAbsent(of, key -> new ArrayList<>())
              .add(new Task(of.shape(), columns[1], since, until));
        });
    return tasks;
  }
}
