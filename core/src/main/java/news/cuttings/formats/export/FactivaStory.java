package news.cuttings.formats.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Byline;
import news.cuttings.formats.io.Intake;

/**
 * Takes a document of Factiva apart. Where its fields have no names they are told by their order
 * about the count of words: section, headline, authors; then day, time, source and its code,
 * edition, page, language, copyright, text.
 */
final class FactivaStory {
  private static final int FEWEST_CODES = 3;

  /** So many lines stand before the count of words, at most, where nothing names them. */
  private static final int MOST_BEFORE = 4;

  private static final int MOST_AFTER = 9;

  private static final Pattern WORDS = Pattern.compile("\\d[\\d.,'’\\s]{0,9}\\s?\\p{L}{1,12}");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.]\\d{2}(?:\\s?\\p{L}{1,5})?");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");
  private static final Pattern PAGE =
      Pattern.compile(
          "[A-Z]{0,4}-?\\d[\\w/-]{0,10}(?:,"
              + " ?[A-Z]{0,4}-?\\d[\\w/-]{0,10}){0,9}|(?:p|pg|s)\\.?\\s?\\d.{0,10}");
  private static final Pattern TERM = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern ARTICLE = Pattern.compile("^(?:The|Der|Die|Das|Le|La|El) ");

  private final List<Block> blocks;
  private final Intake intake;
  private final Draft draft = new Draft();
  private boolean hasSection;

  FactivaStory(List<Block> blocks, Intake intake) {
    this.blocks = blocks;
    this.intake = intake;
  }

  /** Whether a document begins in it. */
  boolean hasHead() {
    return isTagged() || wordCount() >= 0;
  }

  Draft draft() {
    int count = wordCount();
    if (isTagged()) {
      tagged();
    } else if (count >= 0) {
      before(count);
      text(after(count));
    } else {
      text(0);
    }
    return draft;
  }

  private boolean isTagged() {
    return blocks.stream()
            .map(block -> FactivaCode.nameOf(block.text()))
            .filter(name -> name.matches("HD|WC|PD|SN|LP|TD"))
            .distinct()
            .count()
        >= FEWEST_CODES;
  }

  private void tagged() {
    FactivaCode field = new FactivaCode("", "");
    for (Block block : blocks) {
      FactivaCode code = FactivaCode.of(block.text());
      if (!code.name().isEmpty()) {
        field = code;
      }
      if (!code.value().isBlank()) {
        take(field.name(), new Block(code.value(), block.line(), block.hint()));
      }
    }
  }

  private void take(String name, Block block) {
    String value = block.flat();
    long line = block.line();
    switch (name) {
      case "HD" -> {
        if (draft.headline.isEmpty()) {
          draft.headline(value, line);
        } else {
          draft.keep("subheadline", value);
        }
      }
      case "SE" -> draft.section(value, line);
      case "BY" -> draft.byline = draft.byline.isEmpty() ? value : draft.byline + "; " + value;
      case "WC" -> draft.words(value);
      case "PD" -> draft.date(value, line);
      case "ET" -> draft.keep("time", value);
      case "SN" -> draft.source(value, line);
      case "ED" -> draft.edition = value;
      case "PG" -> draft.keep("page", value);
      case "LA" -> draft.keep("language", value);
      case "LP", "TD" -> draft.paragraph(block);
      case "NS" -> draft.topics(terms(value), line);
      case "CO" -> draft.keep("companies", terms(value));
      case "RE" -> draft.keep("regions", terms(value));
      default -> intake.drop(line, "field " + (name.isEmpty() ? "without a name" : name), value);
    }
  }

  /** {@code gcat : Political News | gvote : Elections} without the codes. */
  private static String terms(String value) {
    List<String> terms = new ArrayList<>();
    for (String term : TERM.splitAsStream(value).toList()) {
      terms.add(term.substring(term.indexOf(" : ") < 0 ? 0 : term.indexOf(" : ") + 3));
    }
    return String.join("; ", terms);
  }

  /** Where the count of words stands, or what else a day follows; -1 where none does. */
  private int wordCount() {
    for (int i = 0; i + 1 < blocks.size(); i++) {
      boolean isCount = WORDS.matcher(blocks.get(i).text()).matches();
      if (isCount && intake.day(blocks.get(i + 1).text()).isPresent()) {
        return i;
      }
    }
    boolean isNamed = false;
    for (int i = 1; i < blocks.size() && !isMarked(blocks.get(i)); i++) {
      isNamed |= blocks.get(i - 1).hint().equals("hd");
      if (isNamed && intake.day(blocks.get(i).text()).isPresent()) {
        return i - 1; // no count, but a day
      }
    }
    return -1;
  }

  private void before(int day) {
    boolean isCounted = WORDS.matcher(blocks.get(day).text()).matches();
    int count = isCounted ? day : day + 1;
    draft.words(isCounted ? blocks.get(count).text() : "");
    int headline = headline(count);
    boolean isNamed = blocks.get(Math.max(0, headline)).hint().equals("hd");
    for (int i = isNamed ? 0 : Math.max(0, count - MOST_BEFORE); i < count; i++) {
      Block block = blocks.get(i);
      Optional<String> byline = Byline.of(block.flat());
      if (i == headline) {
        draft.headline(block.flat(), block.line());
      } else if (i < headline) {
        section(block);
      } else if (block.hint().equals("author") || (byline.isPresent() && draft.byline.isEmpty())) {
        draft.byline = byline.orElse(block.flat());
        draft.at("byline", block.line());
      } else {
        draft.keep("credit", block.flat());
      }
    }
  }

  /** The section; a column's name may stand after it. */
  private void section(Block block) {
    if (!hasSection) {
      draft.section(block.flat(), block.line());
    } else {
      draft.keep("column", block.flat());
    }
    hasSection = true;
  }

  /** The one that is marked so; else the one before the authors, else the longest. */
  private int headline(int count) {
    int longest = -1;
    for (int i = 0; i < count; i++) {
      if (blocks.get(i).hint().equals("hd")) {
        return i;
      }
    }
    for (int i = Math.max(0, count - MOST_BEFORE); i < count; i++) {
      if (i > 0 && longest >= 0 && Byline.of(blocks.get(i).flat()).isPresent()) {
        return i - 1;
      }
      int length = longest < 0 ? -1 : blocks.get(longest).text().length();
      longest = blocks.get(i).text().length() > length ? i : longest;
    }
    return longest;
  }

  /** Reads what stands between the count of words and the text; gives where that begins. */
  private int after(int count) {
    draft.date(blocks.get(count + 1).text(), blocks.get(count + 1).line());
    int next = count + 2;
    if (next < blocks.size() && TIME.matcher(blocks.get(next).text()).matches()) {
      draft.keep("time", blocks.get(next).text());
      next++;
    }
    if (next < blocks.size()) {
      draft.source(blocks.get(next).flat(), blocks.get(next).line());
      next++;
    }
    int end = next;
    while (end < blocks.size() && end < next + MOST_AFTER && !isCopyright(end) && !isText(end)) {
      end++;
    }
    if (end > next && CODE.matcher(blocks.get(next).text()).matches()) {
      next++;
    }
    for (int i = next; i < end; i++) {
      String text = blocks.get(i).flat();
      if (i == end - 1 && text.chars().noneMatch(Character::isDigit)) {
        draft.keep("language", text);
      } else if (PAGE.matcher(text).matches()) {
        draft.keep("page", text);
      } else {
        draft.edition += draft.edition.isEmpty() ? text : "; " + text;
      }
    }
    return end < blocks.size() && isCopyright(end) ? end + 1 : end;
  }

  /** Copyright, in whatever language where the text is marked and follows it. */
  private boolean isCopyright(int at) {
    return Furniture.isCopyright(blocks.get(at).flat())
        || (at + 1 < blocks.size() && isMarked(blocks.get(at + 1)));
  }

  /**
   * Whether the text begins there: it is marked so, or a line that is longer than any before it.
   */
  private boolean isText(int at) {
    return isMarked(blocks.get(at)) || blocks.get(at).text().length() > 100;
  }

  private static boolean isMarked(Block block) {
    return block.hint().contains("articleparagraph");
  }

  private void text(int from) {
    boolean isMarked = blocks.stream().anyMatch(FactivaStory::isMarked);
    String publisher = ARTICLE.matcher(draft.source).replaceFirst("");
    for (int i = from; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean isPublisher =
          i == blocks.size() - 1
              && !isMarked
              && !publisher.isEmpty()
              && block.text().length() < 80
              && block.text().contains(publisher);
      if (isMarked ? isMarked(block) : !isPublisher) {
        draft.paragraph(block);
      } else {
        intake.drop(block.line(), "publisher", block.flat());
      }
    }
  }
}
