package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.WrittenDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads exports of LexisNexis and Nexis Uni. A document begins with its number ({@code 1 of 10
 * DOCUMENTS}) in the old ones, and ends with a line of its own ({@code End of Document}) in the new
 * ones.
 */
public final class NexisReader implements StoryReader {
  private static final int MANY = 3;

  /** A document's day stands in one of so many lines after its number. */
  private static final int NEAR = 6;

  /** What an old page marks the text of a document with, in a remark that no browser shows. */
  private static final String MARK = "<DOCFULL>";

  @Override
  public Evidence evidence(Sample sample) {
    List<String> lines = Plain.lines(sample);
    List<Integer> counts =
        IntStream.range(0, lines.size())
            .filter(i -> Count.of(lines.get(i)).isPresent())
            .boxed()
            .toList();
    long ended = lines.stream().filter(NexisLines.of(lines)::isEnd).count();
    if (Plain.areCode(lines) || (counts.isEmpty() && ended == 0)) {
      return Evidence.NONE;
    }
    if (!counts.isEmpty() && sample.lines().stream().anyMatch(line -> line.contains(MARK))) {
      return Evidence.sure("documents with numbers, marked as LexisNexis does").plus(5);
    }
    List<Label> labels =
        lines.stream().flatMap(line -> Label.of(new Block(line, 0, "")).stream()).toList();
    if (labels.stream().anyMatch(label -> label.is(Field.LENGTH) || label.is(Field.LOADED))) {
      String what = counts.isEmpty() ? "lines that end documents" : "documents with numbers";
      return Evidence.sure(what + ", and labels of LexisNexis").plus(5);
    }
    long dated = counts.stream().filter(at -> isDated(lines, at)).count();
    if (counts.size() >= MANY && dated * 2 > counts.size()) {
      return Evidence.likely("documents with numbers and days").plus(5);
    }
    return ended > 1 && repeated(labels) >= MANY
        ? Evidence.likely("the same labels, and the same line at the end, again and again").plus(5)
        : Evidence.NONE;
  }

  private static boolean isDated(List<String> lines, int at) {
    return lines.subList(at + 1, Math.min(lines.size(), at + 1 + NEAR)).stream()
        .anyMatch(line -> Dated.of(line, text -> WrittenDate.parse(text)).isPresent());
  }

  /** How many labels there are more than once. */
  private static long repeated(List<Label> labels) {
    Map<String, Long> times =
        labels.stream().collect(Collectors.groupingBy(Label::name, Collectors.counting()));
    return times.values().stream().filter(count -> count > 1).count();
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Head head = Head.of(in);
    List<String> sample = Plain.lines(Sample.of(head));
    boolean isOld = sample.stream().anyMatch(line -> Count.of(line).isPresent());
    Reading reading = new Reading(NexisLines.of(sample), intake);
    // In the old layout lines without a blank one between belong together: a date and its edition.
    TextBlocks.Parting parting = isOld ? TextBlocks.Parting.NEVER : (line, goesOn) -> !goesOn;
    Blocks blocks = Blocks.of(head.whole(), intake, Set.of(), parting);
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      reading.block(block);
    }
    reading.finish();
  }

  /** Parts the documents, and counts them. */
  private static final class Reading {
    /** What a cover says of how many there are: {@code Documents (50)}. */
    private static final Pattern STATED = Pattern.compile("\\p{Lu}\\p{L}{2,20} \\((\\d{1,6})\\)");

    private final NexisLines lines;
    private final Intake intake;
    private final Document document;
    private @Nullable Count last;
    private int stated;
    private int read;
    private boolean isEnded;
    private boolean areClosed;

    Reading(NexisLines lines, Intake intake) {
      this.lines = lines;
      this.intake = intake;
      this.document = new Document(intake);
    }

    void block(Block block) {
      String line = block.flat();
      Optional<Count> count = Count.of(line);
      if (count.isPresent() && (last == null || count.get().follows(last))) {
        begin(count.get(), block.line());
      } else if (lines.isEnd(line)) {
        isEnded = true;
        story(false);
      } else if (!Furniture.isPageNumber(line)) {
        Matcher says = STATED.matcher(line);
        stated =
            stated == 0 && !isEnded && says.matches() ? Integer.parseInt(says.group(1)) : stated;
        document.add(block);
      }
    }

    /**
     * What stands before the first number is the cover; the numbers may begin anew, and do not
     * begin with one in a part of what was found.
     */
    private void begin(Count count, long line) {
      boolean isFirst = last == null || count.of() != last.of() || count.number() <= last.number();
      if (last == null) {
        document.drop("cover");
      } else {
        story(false);
      }
      if (isFirst && last != null) {
        compare();
      }
      stated = isFirst ? count.of() - count.number() + 1 : stated;
      last = count;
      document.begin(line);
    }

    void finish() {
      if (last == null && isEnded) {
        document.leaveOut("what follows the end of the last document");
      } else {
        story(true);
      }
      compare();
    }

    private void story(boolean isLast) {
      List<Block> blocks = document.take();
      if (blocks.isEmpty()) {
        return;
      }
      NexisStory story = new NexisStory(blocks, last != null, lines, intake);
      boolean isCut = isLast && last != null && last.number() < last.of();
      if (isCut && areClosed && !story.isClosed()) {
        String message = "a document without its end: left out";
        intake.skip(document.line(), "cut short", message, Document.text(blocks));
        return;
      }
      read++;
      areClosed |= story.isClosed();
      story.draft().hand(intake, document.line(), Document.text(blocks));
    }

    private void compare() {
      if (stated > 0 && stated != read) {
        intake.warn(
            0, "count", "the export says that it has " + stated + " documents, it has " + read);
      }
      stated = 0;
      read = 0;
    }
  }
}
