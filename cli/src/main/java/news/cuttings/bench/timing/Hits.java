package news.cuttings.bench.timing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import news.cuttings.bench.results.Tree;

/** What an engine answered to the questions of a class: compared before times are. */
final class Hits {
  private final List<List<String>> answers;

  /** Of a fork's lines {@code NUMBER ID ID …}, in the questions' order. */
  Hits(List<String> lines) {
    answers = new ArrayList<>();
    for (String line : lines) {
      List<String> words = Arrays.asList(line.strip().split(" ", -1));
      answers.add(List.copyOf(words.subList(1, words.size())));
    }
  }

  /** The share of questions that were answered at all. */
  double answered() {
    long some = answers.stream().filter(answer -> !answer.isEmpty()).count();
    return answers.isEmpty() ? 0 : some / (double) answers.size();
  }

  /** Equal where all hits are. */
  String fingerprint() {
    CRC32 sum = new CRC32();
    sum.update(answers.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  /**
   * What two sides have in common.
   *
   * @return {@code overlap}, the mean share of the longer answer that both have; {@code one_sided},
   *     the share of questions that only one answers
   */
  Map<String, Object> compare(Hits other) {
    double overlap = 0;
    int oneSided = 0;
    for (int i = 0; i < answers.size(); i++) {
      List<String> a = answers.get(i);
      List<String> b = other.answers.get(i);
      Set<String> both = new HashSet<>(a);
      both.retainAll(b);
      int longer = Math.max(a.size(), b.size());
      overlap += longer == 0 ? 1 : both.size() / (double) longer;
      oneSided += a.isEmpty() != b.isEmpty() ? 1 : 0;
    }
    double count = Math.max(1, answers.size());
    return Tree.map("overlap", overlap / count, "one_sided", oneSided / count);
  }
}
