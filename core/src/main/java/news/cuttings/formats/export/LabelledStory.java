package news.cuttings.formats.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.formats.io.Intake;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document apart in which what is said of a story stands behind labels, before the text and
 * after it: {@code Publication date: Mar 9, 2021}. The text has a label too, or begins with the
 * first long paragraph after labels.
 */
final class LabelledStory {
  private static final int LONGEST_LINE = 110;
  private static final int LONGEST_HEADLINE = 300;

  private static final Pattern BARS = Pattern.compile("\\s+\\|\\s+");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern WORDS =
      Pattern.compile(
          "([\\d.,]{1,9}) (?:words|mots|wörter|palabras|woorden)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** {@code The Harbour Post (MA) - March 9, 2021}. */
  private static final Pattern SOURCE_AND_DAY =
      Pattern.compile("(.{2,80}?)(?: [-–—] |, )(.{6,40})");

  private static final Pattern EDITION =
      Pattern.compile(
          "([^;]+?)(?:, ([^;]*\\b(?:edition|ausgabe|édition|edición|editie)\\b[^;]*))?(?:;.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Block> blocks;
  private final Intake intake;
  private final Draft draft = new Draft();
  private final List<Block> unlabelled = new ArrayList<>();
  private boolean isClosed;

  LabelledStory(List<Block> blocks, Intake intake) {
    this.blocks = blocks;
    this.intake = intake;
    int end = end();
    int text = text(end);
    for (Block block : blocks.subList(0, text)) {
      head(block);
    }
    names();
    for (Block block : blocks.subList(text, end)) {
      Label label = Label.known(block).filter(known -> known.is(Field.BODY)).orElse(null);
      if (label == null) {
        draft.paragraph(block);
      } else if (!label.value().isBlank()) {
        draft.paragraph(new Block(label.value(), block.line(), block.hint()));
      }
    }
    tail(blocks.subList(end, blocks.size()));
    edition();
  }

  Draft draft() {
    return draft;
  }

  /** Whether labels stand after the text, as they do in a document that is whole. */
  boolean isClosed() {
    return isClosed;
  }

  private static @Nullable Field field(Block block) {
    return Label.known(block).map(Label::field).orElse(null);
  }

  /** Where the labels begin that stand last, with nothing but labels after them. */
  private int end() {
    int end = blocks.size();
    for (int i = blocks.size() - 1; i > 0; i--) {
      Block block = blocks.get(i);
      Field field = field(block);
      if (field == Field.BODY) {
        break;
      } else if (field != null) {
        end = i;
        isClosed = true;
      } else if (!Furniture.isCopyright(block.flat())
          && Label.of(block).isEmpty()
          && !ADDRESS.matcher(block.text()).matches()) {
        break;
      }
    }
    while (end > 0 && Furniture.isCopyright(blocks.get(end - 1).flat())) {
      end--;
    }
    return end;
  }

  /** Where the text begins. */
  private int text(int end) {
    boolean hasLabels = false;
    for (int i = 0; i < end; i++) {
      if (field(blocks.get(i)) == Field.BODY) {
        return i;
      }
    }
    for (int i = 0; i < end; i++) {
      Block block = blocks.get(i);
      boolean isLabel = field(block) != null;
      if (!isLabel && hasLabels && isText(block)) {
        return i;
      }
      hasLabels |= isLabel || isDay(block);
    }
    return end;
  }

  private boolean isDay(Block block) {
    return Dated.of(block.flat(), intake).isPresent();
  }

  private static boolean isText(Block block) {
    String text = block.text();
    return text.length() > LONGEST_LINE
        || (text.length() > LONGEST_LINE / 2
            && ".!?\"”".indexOf(text.charAt(text.length() - 1)) >= 0);
  }

  private void head(Block block) {
    for (String part : BARS.splitAsStream(block.flat()).toList()) {
      Block one = new Block(part, block.line(), block.hint());
      Matcher words = WORDS.matcher(part);
      Optional<Label> label = Label.known(one);
      if (label.isPresent()) {
        draft.take(label.get(), block.line());
      } else if (words.matches()) {
        draft.words(words.group(1));
      } else if (ADDRESS.matcher(part).matches()) {
        draft.url = draft.url.isEmpty() ? part : draft.url;
      } else if (Count.of(part).isEmpty()
          && Label.of(one).isEmpty()
          && !Furniture.isCopyright(part)) {
        unlabelled.add(one);
      }
    }
  }

  /** Source, day and headline, where they stand without labels. */
  private void names() {
    Block dated = null;
    for (Block block : unlabelled) {
      if (dated == null && draft.date.isEmpty() && isWholeDay(block)) {
        dated = block;
      }
    }
    if (dated != null) {
      day(dated);
    }
    Block source = dated;
    unlabelled.stream()
        .filter(block -> !block.equals(source) && block.text().length() <= LONGEST_HEADLINE)
        .filter(block -> draft.headline.isEmpty())
        .findFirst()
        .ifPresent(block -> draft.headline(block.flat(), block.line()));
  }

  /**
   * {@code The Harbour Post, Late Edition; Harbour, N.Y.}: an edition and a place behind a source.
   */
  private void edition() {
    Matcher more = EDITION.matcher(draft.source);
    if (more.matches()) {
      draft.edition =
          draft.edition.isEmpty() && more.group(2) != null ? more.group(2) : draft.edition;
      draft.source = more.group(1);
    }
  }

  private boolean isWholeDay(Block block) {
    return Stream.concat(Stream.of(block.flat()), sourceAndDay(block).stream())
        .anyMatch(text -> intake.day(text).isPresent());
  }

  private static List<String> sourceAndDay(Block block) {
    Matcher both = SOURCE_AND_DAY.matcher(block.flat());
    return both.matches() ? List.of(both.group(2), both.group(1)) : List.of();
  }

  private void day(Block block) {
    if (intake.day(block.flat()).isPresent()) {
      draft.date(block.flat(), block.line());
      int at = unlabelled.indexOf(block);
      boolean isLater = at + 1 < unlabelled.size() && unlabelled.get(at + 1).line() == block.line();
      if (draft.source.isEmpty() && (at > 0 || isLater)) {
        Block source = unlabelled.remove(isLater ? at + 1 : at - 1);
        draft.source(source.flat(), source.line());
      }
    } else {
      draft.date(sourceAndDay(block).getFirst(), block.line());
      draft.source(sourceAndDay(block).getLast(), block.line());
    }
  }

  private void tail(List<Block> blocks) {
    for (Block block : blocks) {
      Label label = Label.known(block).orElse(null);
      if (label == null || label.is(Field.BESIDE)) {
        boolean isRights = Furniture.isCopyright(block.flat());
        intake.drop(block.line(), isRights ? "copyright" : "caption or note", block.flat());
      } else if (!label.is(Field.HEADLINE) || draft.headline.isEmpty()) {
        draft.take(label, block.line());
      }
    }
  }
}
