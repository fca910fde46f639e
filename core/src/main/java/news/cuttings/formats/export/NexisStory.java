package news.cuttings.formats.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Byline;
import news.cuttings.formats.io.Intake;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document of LexisNexis apart: what stands before the text (source, date, headline and
 * labels, in the order of the old layout or of the new), the text, and what is said after it.
 */
final class NexisStory {
  /** A headline is no longer, and has no more paragraphs with it. */
  private static final int LONGEST_HEADLINE = 300;

  private static final int MOST_BEFORE = 8;
  private static final int MOST_BETWEEN = 5;

  /** Captions and notes after the text have no more paragraphs. */
  private static final int MOST_BESIDE = 8;

  private static final int LONGEST_HEADING = 30;
  private static final int LONGEST_VALUE = 150;

  /** A heading in the new layout: a word or two without an end. */
  private static final Pattern HEADING = Pattern.compile("\\p{Lu}[\\p{L}' ]*");

  /** What may stand between the date and the headline. */
  private static final Pattern EDITION =
      Pattern.compile(
          ".{0,50}\\b(?:edition|édition|edición|edizione|editie|ausgabe)\\b.{0,40}|corrections?"
              + " appended",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Block> blocks;
  private final NexisLines known;
  private final Intake intake;
  private final Draft draft = new Draft();
  private final boolean isClosed;

  /**
   * Takes it apart.
   *
   * @param isOld whether it is of the old layout, in which documents are numbered
   */
  NexisStory(List<Block> blocks, boolean isOld, NexisLines known, Intake intake) {
    this.blocks = blocks;
    this.known = known;
    this.intake = intake;
    int text = isOld ? oldHead() : newHead();
    int whole = isOld ? whole(text) : blocks.size();
    int rights = whole;
    while (rights > text && isCopyright(blocks.get(rights - 1))) {
      rights--;
    }
    int end = end(text, rights, isOld);
    isClosed = end < whole;
    int full = full(text, end);
    blocks.subList(text, full).stream()
        .filter(block -> Field.of(block.text()).isEmpty())
        .forEach(block -> draft.keep("highlight", block.flat()));
    blocks.subList(full, end).forEach(draft::paragraph);
    tail(blocks.subList(end, whole));
    leaveOut(blocks.subList(whole, blocks.size()));
  }

  /** Where the document ends: with whose it is, after the labels. */
  private int whole(int from) {
    for (int i = from + 1; i < blocks.size(); i++) {
      boolean isLast = i + 1 == blocks.size();
      boolean goesOn =
          !isLast && (isCopyright(blocks.get(i + 1)) || capital(blocks.get(i + 1)) != null);
      if (isCopyright(blocks.get(i)) && !goesOn && isAfterLabel(i)) {
        return i + 1;
      }
    }
    return blocks.size();
  }

  private boolean isAfterLabel(int at) {
    int before = at - 1;
    while (before > 0 && isCopyright(blocks.get(before))) {
      before--;
    }
    return before > 0 && capital(blocks.get(before)) != null;
  }

  /** Tells of a document that the export has no number for, as where it cannot be shown. */
  private void leaveOut(List<Block> unnumbered) {
    if (!unnumbered.isEmpty()) {
      String message = "what follows a document and has no number of its own: left out";
      intake.skip(unnumbered.getFirst().line(), "no number", message, Document.text(unnumbered));
    }
  }

  Draft draft() {
    return draft;
  }

  /** Where the text begins again after a heading of its own, as it does after an abstract. */
  private int full(int from, int end) {
    for (int i = from; i < Math.min(end, from + MOST_BEFORE); i++) {
      String line = blocks.get(i).text();
      boolean isHeading = line.indexOf(' ') > 0 && known.isHeading(line);
      if (isHeading && i + 1 < end) {
        return i + 1;
      }
    }
    return from;
  }

  /** Whether there is something after the text, as there is in a document that is whole. */
  boolean isClosed() {
    return isClosed;
  }

  private static boolean isCopyright(Block block) {
    return block.lines().stream().anyMatch(Furniture::isCopyright)
        && block.lines().size() <= MOST_BETWEEN;
  }

  /** A line of what stands before the labels, and the paragraph that it is in. */
  private record Line(String text, int block) {}

  private List<Line> lines(int from, int to) {
    List<Line> lines = new ArrayList<>();
    for (int i = from; i < to; i++) {
      for (String line : withoutRights(blocks.get(i).lines())) {
        lines.add(new Line(line, i));
      }
    }
    return lines;
  }

  /** Lines of a paragraph without those, from the first to the last, that say whose it is. */
  private static List<String> withoutRights(List<String> lines) {
    List<String> others = new ArrayList<>();
    List<String> between = new ArrayList<>();
    boolean isMet = false;
    for (String line : lines) {
      if (Furniture.isCopyright(line)) {
        isMet = true;
        between.clear();
      } else {
        (isMet ? between : others).add(line);
      }
    }
    others.addAll(between);
    return others;
  }

  /**
   * The line with the date, not the first if there is another, since that is a source or a
   * headline; -1 where there is none.
   *
   * @param isLast whether it is the last that counts, as after a cover; else rather one with
   *     nothing besides
   */
  private int dated(List<Line> lines, boolean isLast) {
    int any = -1;
    for (int n = 0; n < lines.size(); n++) {
      int i = isLast ? lines.size() - 1 - n : n;
      Optional<Dated> date = Dated.of(lines.get(i).text(), intake);
      if (date.isPresent() && i > 0 && (isLast || date.get().isWhole())) {
        return i;
      }
      any = date.isPresent() && any <= 0 ? i : any;
    }
    return any;
  }

  /** Reads source, date, headline and labels, in that order; gives where the text begins. */
  private int oldHead() {
    int labels = firstLabel(0, Math.min(blocks.size(), MOST_BEFORE + MOST_BETWEEN));
    int before = labels < 0 ? Math.min(blocks.size(), MOST_BEFORE) : labels;
    List<Line> lines = lines(0, before);
    int at = dated(lines, false);
    if (!lines.isEmpty() && at != 0) {
      draft.source(lines.getFirst().text(), blocks.get(lines.getFirst().block()).line());
    }
    int next = at >= 0 ? lines.get(at).block() + 1 : Math.min(before, 1);
    if (at >= 0) {
      date(lines.get(at));
      lines.subList(at + 1, lines.size()).stream()
          .filter(line -> line.block() == next - 1)
          .forEach(line -> addEdition(line.text()));
    }
    if (labels >= 0 && labels - next > MOST_BETWEEN) {
      labels = -1; // they follow the text
    }
    int end = headline(next, labels < 0 ? Math.min(next + 1, blocks.size()) : labels);
    return labels < 0 ? end : labels(labels);
  }

  private void date(Line line) {
    Dated dated = Dated.of(line.text(), intake).orElseThrow();
    draft.date(dated.date(), blocks.get(line.block()).line());
    addEdition(dated.rest());
  }

  private void addEdition(String part) {
    draft.edition += draft.edition.isEmpty() || part.isEmpty() ? part : " " + part;
  }

  /** The paragraphs before the labels: the first is the headline; gives where the rest begins. */
  private int headline(int from, int to) {
    for (int i = from; i < to; i++) {
      Block block = blocks.get(i);
      if (draft.headline.isEmpty() && i + 1 < to && EDITION.matcher(block.flat()).matches()) {
        addEdition(block.flat());
      } else if (draft.headline.isEmpty() && block.text().length() <= LONGEST_HEADLINE) {
        draft.headline(block.flat(), block.line());
      } else if (draft.headline.isEmpty()) {
        return i;
      } else {
        Byline.of(block.flat())
            .ifPresentOrElse(
                byline -> draft.byline = byline, () -> draft.keep("subheadline", block.flat()));
      }
    }
    return to;
  }

  /** The first paragraph with a label that is known, which does not follow the text; else -1. */
  private int firstLabel(int from, int to) {
    for (int i = from; i < to; i++) {
      Field field = field(blocks.get(i));
      if (field != null) {
        return field == Field.LOADED ? -1 : i;
      }
    }
    return -1;
  }

  private static @Nullable Field field(Block block) {
    return Label.known(block).map(Label::field).orElse(null);
  }

  /** Takes labels; gives where they end. One that is not known must have a known one after it. */
  private int labels(int from) {
    int i = from;
    while (i < blocks.size()) {
      Block block = blocks.get(i);
      Label label = Label.of(block).orElse(null);
      boolean isBetween = i + 1 < blocks.size() && field(blocks.get(i + 1)) != null;
      if (label == null || (label.field() == null && !(label.isCapital() && isBetween))) {
        return i;
      }
      if (label.is(Field.LOADED)) {
        return i;
      }
      if (label.is(Field.BODY)) {
        if (!label.value().isBlank()) {
          draft.paragraph(new Block(label.value(), block.line(), ""));
        }
        return i + 1;
      }
      draft.take(label, block.line());
      i++;
    }
    return i;
  }

  /**
   * Reads headline, source and date, then labels up to the heading of the text, in a document that
   * may have a cover before it; gives where the text begins.
   */
  private int newHead() {
    int heading = heading();
    int limit = heading < 0 ? Math.min(blocks.size(), MOST_BEFORE) : heading;
    List<Line> lines = new ArrayList<>();
    for (Line line : lines(0, limit)) {
      if (Label.of(new Block(line.text(), 0, "")).filter(l -> l.field() != null).isEmpty()) {
        lines.add(line);
      }
    }
    int at = dated(lines, true);
    if (at < 0) {
      int end = headline(0, Math.min(1, limit));
      return heading < 0 ? labels(end) : takeAll(end, heading);
    }
    int dated = lines.get(at).block();
    int source = at > 0 ? lines.get(at - 1).block() : 0;
    int first = at >= MOST_BETWEEN ? Math.max(0, source - 1) : 0; // a cover stands before it
    if (source > first) {
      draft.source(lines.get(at - 1).text(), blocks.get(source).line());
    }
    if (dated > first) {
      draft.headline(blocks.get(first).flat(), blocks.get(first).line());
      blocks.subList(first + 1, Math.max(first + 1, source)).stream()
          .filter(block -> Label.known(block).isEmpty() && !isCopyright(block))
          .forEach(block -> draft.keep("subheadline", block.flat()));
    }
    date(lines.get(at));
    return heading < 0 ? unheaded(dated + 1) : takeAll(dated + 1, heading);
  }

  /** Where a paragraph stands that is the heading of the text and nothing else; -1 if nowhere. */
  private int heading() {
    for (int i = 1; i < blocks.size(); i++) {
      if (known.isHeading(blocks.get(i).text())) {
        return i;
      }
    }
    return -1;
  }

  /** Whatever stands between the date and the heading of the text is said of it. */
  private int takeAll(int from, int heading) {
    for (int i = from; i < heading; i++) {
      Block block = blocks.get(i);
      Label label = Label.of(block).orElse(null);
      if (label != null && label.field() != null) {
        draft.take(label, block.line());
      } else if (label != null) {
        draft.keep(label.key(), label.value());
      } else if (!isCopyright(block)) {
        addEdition(block.flat());
      }
    }
    return heading + 1;
  }

  /** Where the heading of the text is in no known language: after the labels comes a short line. */
  private int unheaded(int from) {
    int i = from;
    while (i < blocks.size()
        && (isCopyright(blocks.get(i)) || Label.of(blocks.get(i)).isPresent())) {
      Block block = blocks.get(i);
      Label.of(block)
          .ifPresent(label -> {
            draft.take(label, block.line());
            if (label.field() == null) {
              draft.keep(label.key(), label.value());
            }
          });
      i++;
    }
    boolean isHeading =
        i > from
            && i + 1 < blocks.size()
            && isHeading(blocks.get(i).text())
            && i + 1 < blocks.size();
    return isHeading ? i + 1 : i;
  }

  private static boolean isHeading(String text) {
    return text.length() <= LONGEST_HEADING
        && HEADING.matcher(text).matches()
        && Letters.words(text).size() <= 2;
  }

  /**
   * Where the text ends: before the labels that stand last. Paragraphs without one may stand among
   * them where they are captions or notes.
   */
  private int end(int from, int to, boolean isOld) {
    int end = to;
    int first = to;
    int beside = 0;
    boolean isSure = false;
    for (int i = to - 1; i >= from && beside <= MOST_BESIDE; i--) {
      Block block = blocks.get(i);
      Field field = isOld ? capital(block) : anyLabel(block, i == to - 1);
      if (field == null && isSure && beside == 0 && isUnknown(block, isOld)) {
        field = Field.OTHER;
      }
      if (field == null) {
        beside++;
      } else if (beside > 0 && field != Field.BESIDE) {
        break;
      } else {
        first = i;
        beside = 0;
        isSure |= field != Field.OTHER;
      }
      end = isSure ? first : to;
    }
    return end;
  }

  /** Whether it is a label that is not known, with a short value that is no sentence. */
  private static boolean isUnknown(Block block, boolean isOld) {
    return Label.of(block)
        .filter(label -> label.isCapital() || !isOld)
        .map(label -> label.flat().strip())
        .filter(value -> !value.isEmpty() && value.length() < LONGEST_VALUE)
        .filter(value -> ".!?\"”".indexOf(value.charAt(value.length() - 1)) < 0)
        .isPresent();
  }

  /** What a label in capitals stands for, as the old layout has them. */
  private static @Nullable Field capital(Block block) {
    return Label.known(block).filter(Label::isCapital).map(Label::field).orElse(null);
  }

  /** What a label, or a heading without a colon, stands for; the last may be in any language. */
  private @Nullable Field anyLabel(Block block, boolean isLast) {
    Field field = field(block);
    if (field == null && isHeading(block.text())) {
      field =
          Field.of(block.text())
              .filter(known -> known == Field.BESIDE || known == Field.OTHER)
              .orElse(null);
    }
    boolean isDate =
        isLast && Label.of(block).flatMap(label -> intake.day(label.flat())).isPresent();
    return field == null && isDate ? Field.LOADED : field;
  }

  private void tail(List<Block> blocks) {
    for (Block block : blocks) {
      Label label = Label.known(block).orElse(null);
      if (label == null || label.is(Field.BESIDE)) {
        intake.drop(
            block.line(), isCopyright(block) ? "copyright" : "caption or note", block.flat());
      } else if (!label.is(Field.HEADLINE) && !label.is(Field.DATE) && !label.is(Field.SOURCE)) {
        draft.take(label, block.line());
      }
    }
  }
}
