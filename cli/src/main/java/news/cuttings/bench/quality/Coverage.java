package news.cuttings.bench.quality;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.bench.corpora.Qrels;

/**
 * How far a run and the judgments meet: figures of a run that has other ids, or answers other
 * topics, say nothing of its worth.
 *
 * @param unanswered judged topics that have no hit
 * @param unjudged answered topics that nobody judged: they count for nothing
 * @param judgedHits hits of judged topics that somebody judged, right or wrong
 */
public record Coverage(List<String> unanswered, List<String> unjudged, long judgedHits) {

  /** Copies. */
  public Coverage {
    unanswered = List.copyOf(unanswered);
    unjudged = List.copyOf(unjudged);
  }

  static Coverage of(Run run, Qrels qrels) {
    Set<String> judged = qrels.topics();
    List<String> unanswered = judged.stream().filter(topic -> run.of(topic).isEmpty()).toList();
    List<String> unjudged =
        run.answers().keySet().stream().filter(topic -> !judged.contains(topic)).toList();
    long hits = 0;
    for (String topic : judged) {
      Map<String, Integer> grades = qrels.of(topic);
      hits += run.of(topic).stream().filter(grades::containsKey).count();
    }
    return new Coverage(unanswered, unjudged, hits);
  }
}
