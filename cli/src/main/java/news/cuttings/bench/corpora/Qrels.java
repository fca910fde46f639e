package news.cuttings.bench.corpora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.bench.results.TextFile;

/**
 * Judgments: how well a story answers a topic, as a grade; 0 and below is not at all, and what is
 * not judged counts as 0. Immutable.
 */
public final class Qrels {
  private final Map<String, Map<String, Integer>> grades;
  private final List<String> notes;

  private Qrels(Map<String, Map<String, Integer>> grades, List<String> notes) {
    this.grades = grades;
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads TREC's form, {@code TOPIC 0 STORY GRADE}, or BEIR's, {@code TOPIC<TAB>STORY<TAB>GRADE}
   * below a line of names. Of two judgments of the same pair the later counts; where they differ, a
   * note says so.
   *
   * @throws BadFileException where a line is in neither
   */
  public static Qrels read(Path file) throws IOException {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    TextFile.each(
        file,
        line -> {
          String[] columns = line.columns();
          if (columns[0].equals("query-id")) {
            return;
          }
          if (columns.length != 3 && columns.length != 4) {
            throw line.bad("a judgment is TOPIC 0 STORY GRADE");
          }
          String story = columns[columns.length - 2];
          int grade = line.integer(columns[columns.length - 1]);
          Integer before =
              grades.computeIfAbsent(columns[0], topic -> new LinkedHashMap<>()).put(story, grade);
          if (before != null && before != grade) {
            String twice = " is judged twice for " + columns[0] + ", " + before + " and " + grade;
            notes.add(line.place() + ": " + story + twice + "; the later counts");
          }
        });
    if (grades.isEmpty()) {
      throw new BadFileException(file + ": no judgment in it");
    }
    return new Qrels(grades, notes);
  }

  /** Judgments as they are given. */
  public static Qrels of(Map<String, Map<String, Integer>> grades) {
    return new Qrels(grades, List.of());
  }

  /** What was odd in the file, a sentence each. */
  public List<String> notes() {
    return notes;
  }

  /** The topics that have judgments, in the file's order. */
  public Set<String> topics() {
    return Collections.unmodifiableSet(grades.keySet());
  }

  /** The grades of a topic's stories; empty where it has no judgments. */
  public Map<String, Integer> of(String topic) {
    return Collections.unmodifiableMap(grades.getOrDefault(topic, Map.of()));
  }

  /** These judgments but those of a topic on itself: a story is no answer to itself. */
  Qrels withoutSelf() {
    Map<String, Map<String, Integer>> others = new LinkedHashMap<>();
    grades.forEach((topic, stories) -> {
      Map<String, Integer> rest = new LinkedHashMap<>(stories);
      rest.remove(topic);
      others.put(topic, rest);
    });
    return new Qrels(others, notes);
  }
}
