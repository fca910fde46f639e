package news.cuttings.formats.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.cuttings.story.WrittenDate;

/**
 * Knows the lines that end documents: those of the usual languages, and whatever short line comes
 * again and again after one with a label and a date ({@code Load-Date: …}).
 */
record NexisEnds(Set<String> lines) {
  private static final List<String> USUAL =
      List.of(
          "end of document",
          "ende des dokuments",
          "dokumentende",
          "fin du document",
          "fin del documento",
          "fin de documento",
          "einde van document",
          "einde van het document",
          "einde document",
          "fine del documento",
          "fim do documento");

  private static final int LONGEST = 40;
  private static final int MANY = 2;

  /** Those of an export that begins so. */
  static NexisEnds of(List<String> sample) {
    Map<String, Integer> after = new HashMap<>();
    for (int i = 1; i < sample.size(); i++) {
      String line = sample.get(i);
      if (line.length() <= LONGEST && line.indexOf(':') < 0 && isLoaded(sample.get(i - 1))) {
        after.merge(folded(line), 1, Integer::sum);
      }
    }
    Stream<String> learnt =
        after.entrySet().stream()
            .filter(line -> line.getValue() >= MANY)
            .map(Map.Entry::getKey)
            .filter(line -> Count.of(line).isEmpty() && !Furniture.isCopyright(line));
    return new NexisEnds(Stream.concat(USUAL.stream(), learnt).collect(Collectors.toSet()));
  }

  private static boolean isLoaded(String line) {
    Optional<Label> label =
        line.length() < 100 ? Label.of(new Block(line, 0, "")) : Optional.empty();
    return label.flatMap(loaded -> WrittenDate.parse(loaded.value())).isPresent();
  }

  boolean isEnd(String line) {
    return line.length() <= LONGEST && lines.contains(folded(line));
  }

  private static String folded(String line) {
    return line.strip().toLowerCase(Locale.ROOT);
  }
}
