package news.cuttings.bench.engines;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.story.Story;

/**
 * A search engine under measurement. Stories are added by one thread; questions are asked by many
 * once {@link #commit} has returned.
 */
public interface Engine extends Closeable {
  /** The name in reports. */
  String name();

  /** Its settings by name, as every report prints them. */
  Map<String, String> options() throws IOException;

  /** Files a story; its topics and its id play no part in ranking. */
  void add(Story story) throws IOException;

  /** Files a corpus, and makes it durable and visible. */
  default void fill(Corpus corpus) throws IOException {
    try {
      corpus.each(story -> {
        try {
          add(story);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    commit();
  }

  /** Makes durable and visible what was added. */
  void commit() throws IOException;

  /** Makes visible what was added. */
  void refresh() throws IOException;

  /** Puts the index's segments together into one, and makes that durable and visible. */
  void merge() throws IOException;

  /**
   * Answers.
   *
   * @param task the question
   * @param limit hits wanted at most
   * @return the ids of the hits, best first; what was counted, where that was asked
   */
  List<String> ask(Task task, int limit) throws IOException;

  /**
   * Answers with scores a question of {@link Shape#ANY} or {@link Shape#LIKE}.
   *
   * @param task the question
   * @param limit hits wanted at most
   * @return the hits, best first
   */
  List<Ranked> rank(Task task, int limit) throws IOException;

  /**
   * How many stories match, exactly.
   *
   * @param task the question
   * @param limit best hits that are looked for as well; 0 for none
   */
  long count(Task task, int limit) throws IOException;
}
