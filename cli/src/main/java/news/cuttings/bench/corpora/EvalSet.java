package news.cuttings.bench.corpora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import news.cuttings.bench.results.BadFileException;

/**
 * Stories, topics and judgments that belong together. Immutable.
 *
 * @param name in reports
 * @param isLike whether the questions are stories to find more of
 * @param corpus the stories, without their topics
 * @param topics the judged topics that have a text; for more like this, the ids of the sources
 * @param qrels the judgments
 */
public record EvalSet(String name, boolean isLike, Corpus corpus, List<Topic> topics, Qrels qrels) {

  /** Copies. */
  public EvalSet {
    topics = List.copyOf(topics);
  }

  /**
   * A search set: of the topics, those that are judged.
   *
   * @throws BadFileException where a file is not in its form
   */
  public static EvalSet search(String name, Corpus corpus, Path topics, Path qrels)
      throws IOException {
    Qrels judgments = Qrels.read(qrels);
    List<Topic> judged =
        TopicFiles.read(topics).stream()
            .filter(topic -> judgments.topics().contains(topic.id()))
            .toList();
    if (judged.isEmpty()) {
      throw new BadFileException(topics + ": no topic of it is judged in " + qrels);
    }
    return new EvalSet(name, false, corpus.withoutTopics(), judged, judgments);
  }

  /**
   * A set of stories to find more of; a story's judgment on itself counts for nothing.
   *
   * @throws BadFileException where the file is not in its form
   */
  public static EvalSet like(String name, Corpus corpus, Path qrels) throws IOException {
    Qrels judgments = Qrels.read(qrels).withoutSelf();
    List<Topic> sources = judgments.topics().stream().map(id -> new Topic(id, id)).toList();
    return new EvalSet(
        name + " (more like this)", true, corpus.withoutTopics(), sources, judgments);
  }

  /** Judgments alone, for runs that were made elsewhere. */
  public static EvalSet judgments(String name, Path qrels) throws IOException {
    return new EvalSet(name, false, Corpus.of(name, List.of()), List.of(), Qrels.read(qrels));
  }

  /** This set under another name. */
  public EvalSet named(String other) {
    return new EvalSet(other, isLike, corpus, topics, qrels);
  }

  /** Judged topics that have no text: they count 0. */
  public int missing() {
    return qrels.topics().size() - topics.size();
  }
}
