package news.cuttings.formats.export;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.formats.io.Intake;
import news.cuttings.story.Letters;

/**
 * Takes a document of Europresse apart. In a page the parts are marked; elsewhere the publication
 * comes first, then section, day and page in one line, headline, authors, text.
 */
final class EuropresseStory {
  private static final int LONGEST_NAME = 80;

  private static final Pattern ISSUE =
      Pattern.compile("(.+?),? (?:no|n[°º]|num|nr|vol)\\b?[.°º]? ?.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORDS =
      Pattern.compile(
          ",?\\s*(\\d{1,3}(?:[.,\u00A0\u202F]\\d{3})+|\\d+)"
              + " (?:mots|words|palabras|wörter|woorden)\\b,?");

  private static final Pattern PAGE = Pattern.compile(",?\\s*pp?\\. ?([^,]+)$");
  private static final Pattern COMMA = Pattern.compile(",\\s*");

  /** What the parts before the text are marked with. */
  private static final List<String> HEAD =
      List.of(
          "docpublicationname",
          "docheader",
          "titrearticle",
          "articletitle",
          "docauthors",
          "margin-bottomnews",
          "subtitle");

  private final List<Block> blocks;
  private final Intake intake;
  private final Draft draft = new Draft();

  EuropresseStory(List<Block> blocks, Intake intake) {
    this.blocks = blocks;
    this.intake = intake;
  }

  Draft draft() {
    int next = isMarked("docpublicationname") ? marked() : unmarked();
    for (int i = next; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean isNamed = blocks.stream().anyMatch(EuropresseStory::isText);
      boolean isText = isText(block) || !isNamed;
      boolean isBeside = is(block, "aside") || is(block, "footer") || is(block, "legal");
      if (!isText || isBeside || Furniture.isCopyright(block.flat())) {
        intake.drop(block.line(), "what stands beside the text", block.flat());
      } else {
        draft.paragraph(block);
      }
    }
    return draft;
  }

  private static boolean is(Block block, String mark) {
    return block.hint().contains(mark);
  }

  private static boolean isText(Block block) {
    return is(block, "doctext") || is(block, "dococurrcontainer");
  }

  private boolean isMarked(String mark) {
    return blocks.stream().anyMatch(block -> is(block, mark));
  }

  private int marked() {
    int last = lastMarked();
    header(
        blocks.stream()
            .filter(block -> is(block, "docheader"))
            .map(Block::flat)
            .collect(Collectors.joining(" ")),
        blocks.getFirst().line());
    for (Block block : blocks.subList(0, last + 1)) {
      if (is(block, "docpublicationname")) {
        source(block);
      } else if (is(block, "titrearticle") || is(block, "articletitle")) {
        headline(block);
      } else if (is(block, "docauthors") || is(block, "margin-bottomnews")) {
        draft.byline = draft.byline.isEmpty() ? block.flat() : draft.byline;
      } else if (is(block, "subtitle")) {
        draft.keep("subheadline", block.flat());
      } else if (!is(block, "docheader")) {
        draft.keep(draft.headline.isEmpty() ? "kicker" : "subheadline", block.flat());
      }
    }
    return authors(last + 1);
  }

  /** Where the last marked part before the text stands. */
  private int lastMarked() {
    int last = 0;
    for (int i = 0; i < blocks.size() && !isText(blocks.get(i)); i++) {
      String hint = blocks.get(i).hint();
      last = HEAD.stream().anyMatch(hint::contains) ? i : last;
    }
    return last;
  }

  private int unmarked() {
    source(blocks.getFirst());
    int next = 1;
    if (next < blocks.size()) {
      header(blocks.get(next).flat(), blocks.get(next).line());
      next++;
    }
    if (next < blocks.size()) {
      headline(blocks.get(next));
      next++;
    }
    return authors(next);
  }

  /** A short line of names before the text says who wrote it. */
  private int authors(int next) {
    if (next + 1 >= blocks.size() || !draft.byline.isEmpty()) {
      return next;
    }
    String line = blocks.get(next).flat();
    boolean areNames =
        line.length() <= LONGEST_NAME
            && ".!?:…»\"”".indexOf(line.charAt(line.length() - 1)) < 0
            && Letters.words(line).stream()
                .filter(word -> word.length() > 3)
                .allMatch(word -> Character.isUpperCase(word.codePointAt(0)))
            && blocks.get(next).hint().indexOf("doc") < 0;
    draft.byline = areNames ? line : "";
    return areNames ? next + 1 : next;
  }

  private void source(Block block) {
    Matcher issue = ISSUE.matcher(block.flat());
    draft.source(issue.matches() ? issue.group(1) : block.flat(), block.line());
  }

  private void headline(Block block) {
    if (draft.headline.isEmpty()) {
      draft.headline(block.flat(), block.line());
    } else {
      draft.keep("subheadline", block.flat());
    }
  }

  /** {@code Politique, jeudi 5 octobre 2013 543 mots, p. 8}: of its parts some are a day. */
  private void header(String text, long line) {
    Matcher words = WORDS.matcher(text);
    String rest = text;
    if (words.find()) {
      draft.words(words.group(1));
      rest = words.replaceFirst(",");
    }
    Matcher page = PAGE.matcher(rest);
    if (page.find()) {
      draft.keep("page", page.group(1));
      rest = rest.substring(0, page.start());
    }
    List<String> parts = COMMA.splitAsStream(rest).filter(part -> !part.isBlank()).toList();
    for (int from = 0; from < parts.size(); from++) {
      for (int to = parts.size(); to > from; to--) {
        String day = String.join(", ", parts.subList(from, to)).strip();
        Optional<Dated> dated = intake.day(day).map(found -> new Dated(day, ""));
        if (dated.isPresent()) {
          draft.date(day, line);
          draft.section(String.join(", ", parts.subList(0, from)), line);
          return;
        }
      }
    }
  }
}
