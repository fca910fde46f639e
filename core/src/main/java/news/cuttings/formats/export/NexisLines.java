package news.cuttings.formats.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.cuttings.story.WrittenDate;

/**
 * Knows the lines that end a document of Nexis Uni, and the heading of its text: those of the usual
 * languages, and whatever short lines come again and again at the same places, after a label with a
 * date ({@code Load-Date: …}), or between a label and a sentence.
 */
record NexisLines(Set<String> ends, Set<String> headings) {
  private static final List<String> ENDS =
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
  static NexisLines of(List<String> sample) {
    Map<String, Integer> ends = new HashMap<>();
    Map<String, Integer> headings = new HashMap<>();
    ENDS.forEach(end -> ends.put(end, MANY));
    for (int i = 1; i < sample.size(); i++) {
      String line = sample.get(i);
      boolean isAfterLabel =
          line.length() <= LONGEST && line.indexOf(':') < 0 && isLabel(sample.get(i - 1));
      if (isAfterLabel && Count.of(line).isEmpty() && !Furniture.isCopyright(line)) {
        boolean isEnd = isLoaded(sample.get(i - 1));
        boolean isHeading = !isEnd && i + 1 < sample.size() && sample.get(i + 1).length() > LONGEST;
        ends.merge(folded(line), isEnd ? 1 : 0, Integer::sum);
        headings.merge(folded(line), isHeading ? 1 : 0, Integer::sum);
      }
    }
    return new NexisLines(often(ends), often(headings));
  }

  private static Set<String> often(Map<String, Integer> lines) {
    return lines.entrySet().stream()
        .filter(line -> line.getValue() >= MANY)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isLabel(String line) {
    return Label.of(new Block(line, 0, "")).isPresent();
  }

  private static boolean isLoaded(String line) {
    return Label.of(new Block(line, 0, ""))
        .filter(label -> line.length() < 2 * LONGEST)
        .flatMap(label -> WrittenDate.parse(label.value()))
        .isPresent();
  }

  boolean isEnd(String line) {
    return line.length() <= LONGEST && ends.contains(folded(line));
  }

  /** Whether it is the heading of the text, and nothing else. */
  boolean isHeading(String line) {
    return line.length() <= LONGEST
        && (Field.of(line).filter(Field.BODY::equals).isPresent()
            || headings.contains(folded(line)));
  }

  private static String folded(String line) {
    return line.strip().toLowerCase(Locale.ROOT);
  }
}
