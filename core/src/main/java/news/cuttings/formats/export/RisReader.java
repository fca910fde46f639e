package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Lines;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/** Reads RIS, in which databases and reference managers keep what they know of a story. */
public final class RisReader implements StoryReader {
  private static final Pattern TAGGED = Pattern.compile("\\s*([A-Z][A-Z0-9])\\s{1,3}-(?:\\s(.*))?");
  private static final Pattern BEGINS = Pattern.compile("\\s*TY\\s{1,3}-\\s+[A-Z]{2,}\\s*");

  @Override
  public Evidence evidence(Sample sample) {
    Optional<String> first = sample.lines().stream().filter(line -> !line.isBlank()).findFirst();
    return first.filter(line -> BEGINS.matcher(line).matches()).isPresent()
        ? Evidence.sure("a first line with TY, as references in RIS have it").plus(5)
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Lines lines = new Lines(in, intake.decoder());
    @Nullable Reference open = null;
    while (lines.next()) {
      Matcher tagged = TAGGED.matcher(lines.text());
      String tag = tagged.matches() ? tagged.group(1) : "";
      if (tag.equals("TY")) {
        finish(open, intake);
        open = new Reference(lines.number());
      } else if (tag.equals("ER")) {
        finish(open, intake);
        open = null;
      }
      if (open != null) {
        String value = tag.isEmpty() ? lines.text() : tagged.group(2);
        open.add(tag, value == null ? "" : value, lines);
      }
    }
    if (open != null) {
      intake.skip(
          open.line,
          "cut short",
          "a reference without its end (ER): left out",
          open.all.toString());
    }
  }

  private static void finish(@Nullable Reference reference, Intake intake) {
    if (reference != null) {
      reference.hand(intake);
    }
  }

  /** One reference: the values of each tag. */
  private static final class Reference {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Long> at = new LinkedHashMap<>();
    private final StringBuilder all = new StringBuilder();
    private final long line;
    private String last = "";
    private boolean isTooLong;

    Reference(long line) {
      this.line = line;
    }

    /** Adds a value; a line without a tag goes on with the value before. */
    void add(String tag, String value, Lines lines) {
      isTooLong |= lines.isTooLong() || all.length() + value.length() > Story.MAX_LENGTH;
      if (isTooLong) {
        return;
      }
      all.append(lines.text()).append('\n');
      if (!tag.isEmpty()) {
        last = tag;
        at.putIfAbsent(tag, lines.number());
        values.computeIfAbsent(tag, any -> new ArrayList<>()).add(value.strip());
      } else if (values.containsKey(last)) {
        List<String> own = values.get(last);
        own.set(own.size() - 1, (own.getLast() + "\n" + value).strip());
      }
    }

    private List<String> of(String... tags) {
      return Stream.of(tags)
          .flatMap(tag -> values.getOrDefault(tag, List.of()).stream())
          .filter(value -> !value.isBlank())
          .toList();
    }

    private String first(String... tags) {
      return of(tags).stream().findFirst().orElse("");
    }

    void hand(Intake intake) {
      if (isTooLong) {
        intake.skipTooLong(line, all.substring(0, Math.min(all.length(), 1000)));
        return;
      }
      Draft draft = new Draft();
      draft.headline(first("TI", "T1", "CT").replace('\n', ' '), at("TI", "T1", "CT"));
      draft.source(first("T2", "JO", "JF", "JA", "BT", "PB"), at("T2", "JO", "JF", "JA", "PB"));
      draft.byline = String.join("; ", of("AU", "A1"));
      draft.edition = first("ET");
      draft.url = first("UR", "LK");
      draft.keep("page", first("SP"));
      draft.keep("language", first("LA"));
      draft.section(first("SE"), at("SE"));
      draft.topics(String.join("; ", of("KW")), at("KW"));
      date(draft, intake);
      of("AB", "N2").stream()
          .max(Comparator.comparingInt(String::length))
          .ifPresent(text -> draft.paragraph(new Block(text, at("AB", "N2"), "")));
      draft.hand(intake, line, all.toString());
    }

    private long at(String... tags) {
      return Stream.of(tags)
          .filter(at::containsKey)
          .mapToLong(tag -> at.getOrDefault(tag, line))
          .findFirst()
          .orElse(line);
    }

    /** {@code 2021/03/09/}, {@code 2021/Mar/09/}: the first that names a day. */
    private void date(Draft draft, Intake intake) {
      for (String written : of("DA", "Y1", "PY", "Y2")) {
        boolean isNamed = written.chars().anyMatch(Character::isLetter);
        String date = written.replaceAll("/+$", "").replace('/', isNamed ? ' ' : '-');
        if (intake.day(date).isPresent()) {
          draft.date(date, at("DA", "Y1", "PY", "Y2"));
          return;
        }
      }
    }
  }
}
