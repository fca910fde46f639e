package news.cuttings.bench.quality;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.bench.results.TextFile;

/**
 * What an engine answered to the topics, in TREC's form on disk: {@code TOPIC Q0 STORY RANK SCORE
 * TAG}. Immutable.
 *
 * @param tag the engine's name
 * @param answers by topic, the hits, best first
 */
public record Run(String tag, Map<String, List<Ranked>> answers) {
  /** Hits of a topic that are kept, as at TREC. */
  public static final int DEPTH = 1000;

  /** Hits that are kept of what is like a story, as TREC's news track had it. */
  public static final int LIKE_DEPTH = 100;

  /** Copies. */
  public Run {
    Map<String, List<Ranked>> copy = new LinkedHashMap<>();
    answers.forEach((topic, hits) -> copy.put(topic, List.copyOf(hits)));
    answers = Collections.unmodifiableMap(copy);
  }

  /** The ids of the topic's hits; none where it was not answered. */
  public List<String> of(String topic) {
    return answers.getOrDefault(topic, List.of()).stream().map(Ranked::id).toList();
  }

  /** These answers under another name. */
  public Run named(String name) {
    return new Run(name, answers);
  }

  /**
   * Reads a run as trec_eval does: the order is by score, as a 32-bit number, and equal scores go
   * by the id, the greater first; the ranks in the file count for nothing.
   *
   * @throws BadFileException where a line is no hit, a score is no number that can be compared, or
   *     a story is among a topic's hits twice
   */
  public static Run read(Path file) throws IOException {
    Map<String, List<Ranked>> hits = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    String[] tag = {String.valueOf(file.getFileName())};
    TextFile.each(
        file,
        line -> {
          String[] columns = line.columns();
          if (columns.length != 6) {
            throw line.bad("a hit is TOPIC Q0 STORY RANK SCORE TAG");
          }
          if (!seen.add(columns[0] + ' ' + columns[2])) {
            throw line.bad(columns[2] + " is twice among the hits of " + columns[0]);
          }
          tag[0] = columns[5];
          hits.computeIfAbsent(columns[0], topic -> new ArrayList<>())
              .add(new Ranked(columns[2], line.score(columns[4])));
        });
    Map<String, List<Ranked>> answers = new LinkedHashMap<>();
    hits.forEach((topic, list) -> answers.put(topic, ordered(list)));
    return new Run(tag[0], answers);
  }

  private static List<Ranked> ordered(List<Ranked> hits) {
    return hits.stream()
        .sorted(
            Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(Ranked::id, Comparator.reverseOrder()))
        .toList();
  }

  /**
   * Writes the run with the engine's scores. Where hits score the same, or are not in the order of
   * their scores, the later one's is lowered by the least step there is, so that whoever reads it
   * keeps the order.
   */
  public void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, List<Ranked>> answer : answers.entrySet()) {
        int rank = 0;
        float score = Float.POSITIVE_INFINITY;
        for (Ranked hit : answer.getValue()) {
          rank++;
          score = Math.min(hit.score(), Math.nextDown(score));
          out.write(column(answer.getKey()) + " Q0 " + column(hit.id()) + " " + rank);
          out.write(" " + score + " " + column(tag) + "\n");
        }
      }
    }
  }

  /** A name without the spaces that would make two columns of it. */
  private static String column(String name) {
    return name.replaceAll("\\s+", "-");
  }
}
