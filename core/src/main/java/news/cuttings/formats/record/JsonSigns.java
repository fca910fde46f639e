package news.cuttings.formats.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.formats.io.Decoder;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.BadStoryException;

/** Tells JSON: by how it opens, or by objects in at least half of the first lines. */
final class JsonSigns {
  private static final int LOOKED_AT = 50;

  /** Below what certain tags have: stories in SGML may hold braces. */
  private static final int LESS = -5;

  /** Above plain text. */
  private static final int MORE = 20;

  private static final int RECORDS_LOOKED_AT = 20;
  private static final int KEYS_LOOKED_AT = 1000;
  private static final Pattern KEY = Pattern.compile("[\"']?([@$\\w.:-]{2,60}+)[\"']?\\s*+:");

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");

  /** An object in one line, as it should be or with its quotes forgotten. */
  private static final Pattern OBJECT_LINE =
      Pattern.compile("\\{\\s*(?:[\"}]|[\\w']+\\s*:.*\\}\\s*,?$)", Pattern.DOTALL);

  private JsonSigns() {}

  static Evidence in(Sample sample) {
    if (opens(first(sample.lines()))) {
      return of(sample, "a JSON object at its beginning");
    }
    List<String> lines =
        sample.lines().stream()
            .map(JsonSigns::bare)
            .filter(line -> !line.isEmpty())
            .limit(LOOKED_AT)
            .toList();
    long objects = lines.stream().filter(line -> OBJECT_LINE.matcher(line).lookingAt()).count();
    return objects > 0 && objects * 2 >= lines.size()
        ? of(sample, "JSON objects, one a line")
        : Evidence.NONE;
  }

  /** JSON of any kind where the caller named it, of stories where not: settings are JSON too. */
  private static Evidence of(Sample sample, String why) {
    return hasStory(sample)
        ? Evidence.sure(why + ", with keys that a story has").plus(LESS)
        : Evidence.possible(why).plus(MORE);
  }

  private static boolean hasStory(Sample sample) {
    JsonRecords records =
        new JsonRecords(new ByteArrayInputStream(sample.bytes()), new Decoder(line -> {}));
    try {
      for (int i = 0; i < RECORDS_LOOKED_AT && records.next(); i++) {
        if (isStory(records.text())) {
          return true;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
    return false;
  }

  private static boolean isStory(String record) {
    try {
      return Wrapper.records(Nodes.read(record)).stream()
          .limit(RECORDS_LOOKED_AT)
          .anyMatch(JsonSigns::isStory);
    } catch (BadStoryException e) {
      return hasKeys(record); // damaged, or longer than the sample
    }
  }

  private static boolean isStory(Node.Obj record) {
    return KeyFinder.isStory(record) || record.values().containsKey(Meaning.HEADLINE.key());
  }

  private static boolean hasKeys(String record) {
    Set<Meaning> found =
        KEY.matcher(record)
            .results()
            .limit(KEYS_LOOKED_AT)
            .map(key -> Meaning.of(key.group(1)))
            .filter(Objects::nonNull)
            .map(Meaning.Ranked::meaning)
            .collect(Collectors.toSet());
    return found.contains(Meaning.BODY) || found.contains(Meaning.HEADLINE);
  }

  /** The line without white space, NUL and their like at its ends. */
  private static String bare(String line) {
    return line.trim().strip();
  }

  /** The first line that says something; before it what brackets stand in lines of their own. */
  private static String first(List<String> lines) {
    StringBuilder first = new StringBuilder();
    for (String line : lines) {
      String text = bare(line);
      first.append(text);
      if (!text.isEmpty() && !text.equals("{") && !text.equals("[")) {
        break;
      }
      first.append(' ');
    }
    return first.toString().strip();
  }

  private static boolean opens(String line) {
    String inner = line.startsWith("[") ? line.substring(1).strip() : line;
    return OBJECT.matcher(inner).lookingAt() || (line.startsWith("[") && inner.startsWith("]"));
  }
}
