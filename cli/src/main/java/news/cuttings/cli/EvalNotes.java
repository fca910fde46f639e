package news.cuttings.cli;

import java.nio.file.Path;
import java.util.List;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.quality.Coverage;
import news.cuttings.bench.quality.Scores;

/** Says on standard error what figures on a set do not show. */
final class EvalNotes {
  private static final int NAMED = 5;

  private final Terminal terminal;
  private final EvalSet set;

  EvalNotes(Terminal terminal, EvalSet set) {
    this.terminal = terminal;
    this.set = set;
  }

  /** What is odd in the judgments. */
  void judgments() {
    List<String> notes = set.qrels().notes();
    notes.stream().limit(NAMED).forEach(this::say);
    if (notes.size() > NAMED) {
      int more = notes.size() - NAMED;
      say(Text.count(more, "judgment more is", "judgments more are") + " contradicted later");
    }
  }

  /** Judged topics that could not be asked. */
  void topicsWithoutText() {
    if (set.missing() > 0) {
      String topics = Text.count(set.missing(), "judged topic", "judged topics");
      say(topics + " of " + set.name() + " without a text, counted as 0");
    }
  }

  /**
   * Refuses a run that has nothing to do with the judgments, and says where it answers other
   * topics.
   */
  void run(Path file, Coverage coverage) {
    if (coverage.judgedHits() == 0) {
      boolean isOfOthers = coverage.unanswered().size() == set.qrels().topics().size();
      String what = isOfOthers ? "topics" : "hits";
      String hint =
          isOfOthers && !coverage.unjudged().isEmpty()
              ? "; it answers " + some(coverage.unjudged())
              : "; are its ids those of the judgments?";
      throw new Failure(
          Exit.FAILED, file + ": none of its " + what + " is judged in " + set.name() + hint);
    }
    if (!coverage.unjudged().isEmpty()) {
      String topics = Text.count(coverage.unjudged().size(), "topic", "topics");
      say(file + ": " + topics + " that nobody judged left out: " + some(coverage.unjudged()));
    }
  }

  /**
   * Topics without an answer, and answers of which none is judged.
   *
   * @param expected topics that could not be asked
   */
  void coverage(Scores scores, int expected) {
    Coverage coverage = scores.coverage();
    int unanswered = coverage.unanswered().size();
    if (unanswered > expected) {
      String topics = Text.count(unanswered, "judged topic has", "judged topics have");
      String which = some(coverage.unanswered());
      say(scores.name() + ": " + topics + " no answer, counted as 0: " + which);
    }
    if (coverage.judgedHits() == 0) {
      say(scores.name() + ": nothing that was found is judged; are the ids the judgments'?");
    }
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? first + ", …" : first;
  }

  private void say(String note) {
    terminal.say(terminal.errorInk().wrong("note: ") + Text.safe(note));
  }
}
