package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/** What each line of a page is by its looks: edition line, label, heading, boilerplate, text. */
final class PageMarks {
  /** Where a line stands, which says how much it takes to call it boilerplate. */
  enum Zone {
    /** Among the paragraphs of the story: nothing is taken out that might be prose. */
    STORY,
    /** Above the first line of the story. */
    TOP,
    /** In a row with the edition line or other boilerplate. */
    TOUCHING,
    /** Among teasers. */
    TEASERS
  }

  private static final int PARAGRAPH = 120;
  private static final int SURE = 4;
  private static final int MOST_IN_TEASER = 4;
  private static final int FEWEST_TEASERS = 3;

  /** Boilerplate is said again at once; a whole page, or a teaser, may come again further down. */
  static final int NEAR = 8;

  private final List<PageLine> lines;
  private final List<Optional<EditionLine>> editions = new ArrayList<>();
  private final List<Optional<MetaLine>> metas = new ArrayList<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> repeatedPairs = new HashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final List<Optional<String>> headings = new ArrayList<>();
  private final boolean english;
  private boolean nonEnglishSite;
  private final Optional<EditionLine> edition;

  private LineLook look(int i) {
    return lines.get(i).look();
  }

  PageMarks(List<PageLine> lines) {
    this.lines = lines;
    english = LanguageGuess.isEnglishPage(lines);
    findRepeated();
    for (PageLine line : lines) {
      boolean label = line.look().label().isPresent();
      Optional<EditionLine> found =
          label ? Optional.empty() : EditionLine.of(line.text(), repeated.contains(line.key()));
      editions.add(found);
      found.map(EditionLine::source).ifPresent(source -> sources.add(Letters.key(source)));
      Optional<String> heading = line.look().heading();
      headings.add(heading);
      heading
          .filter(source -> !source.isEmpty())
          .ifPresent(source -> sources.add(Letters.key(source)));
    }
    if (english && editions.stream().allMatch(Optional::isEmpty)) {
      findStrangeEdition();
    }
    edition = editions.stream().flatMap(Optional::stream).findFirst();
    edition.ifPresent(line -> findStrangeHeadings(line.source()));
    nonEnglishSite = english && isStrangeEdition();
    for (PageLine line : lines) {
      metas.add(MetaLine.of(line, sources));
    }
  }

  /** An edition line in a language of which no word is known, beside another such line. */
  private void findStrangeEdition() {
    for (int i = 0; i < lines.size(); i++) {
      if (isStrange(i - 1) || isStrange(i + 1)) {
        Optional<EditionLine> found = EditionLine.strange(lines.get(i).text());
        found.map(EditionLine::source).ifPresent(source -> sources.add(Letters.key(source)));
        editions.set(i, found);
        if (found.isPresent()) {
          return;
        }
      }
    }
  }

  private boolean isStrangeEdition() {
    for (int i = 0; i < lines.size(); i++) {
      if (isEdition(i)) {
        return LanguageGuess.isHardlyEnglish(lines.get(i).text());
      }
    }
    return false;
  }

  private void findStrangeHeadings(@Nullable String source) {
    if (source == null || !english) {
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (headings.get(i).isEmpty()
          && editions.get(i).isEmpty()
          && Heading.isStrange(lines.get(i).text(), source)) {
        headings.set(i, Optional.of(source));
      }
    }
  }

  /** Whether the line is in another language than the page, by its letters or its small words. */
  private boolean isStrange(int i) {
    return english
        && i >= 0
        && i < lines.size()
        && (look(i).strange() || look(i).foreign() || look(i).isForeignSite());
  }

  /**
   * Whether a line is strange, and not a headline with one foreign word, which a sentence follows.
   */
  private boolean isSurelyStrange(int i) {
    return isStrange(i)
        && (LanguageGuess.accented(lines.get(i).text()) != 1
            || lines.get(i).text().contains("?")
            || i + 1 == lines.size()
            || !lines.get(i + 1).endsSentence()
            || isStrange(i + 1));
  }

  private void findRepeated() {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Integer line = seen.put(lines.get(i).key(), i);
      if (line != null && i - line <= NEAR) {
        repeated.add(lines.get(i).key());
      }
      Integer pair = pairs.put(pair(i), i);
      if (pair != null && i - pair <= NEAR) {
        repeatedPairs.add(pair(i));
      }
    }
  }

  /** The line with the one before it: boilerplate comes again in the same order. */
  private String pair(int i) {
    return i == 0 ? "" : lines.get(i - 1).key() + "\n" + lines.get(i).key();
  }

  /** The first edition line's content. */
  Optional<EditionLine> edition() {
    return edition;
  }

  /** Keys of the publications that edition lines and headings name. */
  Set<String> sources() {
    return sources;
  }

  boolean isEdition(int i) {
    return editions.get(i).isPresent();
  }

  Optional<MetaLine> meta(int i) {
    return metas.get(i);
  }

  Optional<String> heading(int i) {
    return headings.get(i);
  }

  int firstEdition() {
    return nextEdition(-1);
  }

  /** The next edition line after that line; -1 where there is none. */
  int nextEdition(int after) {
    for (int i = after + 1; i < lines.size(); i++) {
      if (isEdition(i) && (after < 0 || hasBody(after + 1, i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether there is a paragraph among these lines. */
  boolean hasBody(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isParagraph(i)) {
        return true;
      }
    }
    return false;
  }

  boolean isParagraph(int i) {
    PageLine line = lines.get(i);
    return isText(i)
        && !isBoilerplate(i, Zone.TOUCHING)
        && (line.text().length() > PARAGRAPH
            || HeadlineHeuristics.unlikeHeadline(line.text()) >= 1.5);
  }

  boolean isText(int i) {
    return !isEdition(i) && meta(i).isEmpty() && heading(i).isEmpty();
  }

  boolean isBoilerplate(int i, Zone zone) {
    PageLine line = lines.get(i);
    if (line.isRule() || (meta(i).isEmpty() && look(i).button())) {
      return true;
    }
    if (!isText(i)) {
      return false;
    }
    LineLook look = look(i);
    int score = look.score();
    boolean again = repeated.contains(line.key());
    return switch (zone) {
      case STORY -> score >= 2 && (again || (score >= SURE && look.namesSite()));
      case TOP -> (score >= 1 && again) || look.cookie() || (score >= 3 && look.opens());
      case TEASERS -> score >= 3 || (score >= 1 && (again || look.foreign()));
      case TOUCHING ->
          score >= 2
              || look.cookie()
              || look.isForeignSite()
              || look.foreign()
              || (look.strange() && isSurelyStrange(i))
              || isBetween(i)
              || (i > 0 && repeatedPairs.contains(pair(i)));
    };
  }

  /**
   * Whether the line above a site's lines in an unknown language is one of them: it holds no word
   * of the page's.
   */
  boolean isUnknown(int i) {
    return english
        && nonEnglishSite
        && isText(i)
        && !lines.get(i).endsSentence()
        && LanguageGuess.isUnknown(lines.get(i).text());
  }

  /** Between a line in another language and boilerplate, and without a word of English. */
  private boolean isBetween(int i) {
    return isStrangeOrEdition(i - 1)
        && i + 1 < lines.size()
        && (heading(i + 1).isPresent() || isEdition(i + 1) || isStrange(i + 1))
        && LanguageGuess.isHardlyEnglish(lines.get(i).text());
  }

  private boolean isStrangeOrEdition(int i) {
    return isStrange(i) || (i >= 0 && nonEnglishSite && isEdition(i));
  }

  /** Where the paragraphs that begin there end: at a heading, a label, or a headline. */
  int bodyEnd(int from) {
    boolean body = false;
    for (int i = from; i < lines.size(); i++) {
      if (body && (heading(i).isPresent() || isTeaserHead(i))) {
        return i;
      }
      body |= isParagraph(i);
    }
    return lines.size();
  }

  private boolean isTeaserHead(int i) {
    return meta(i).isPresent()
        || (HeadlineHeuristics.unlikeHeadline(lines.get(i).text()) < 0.5
            && lines.get(i).text().length() > 15
            && !look(i).button());
  }

  /**
   * Where the story ends on a page that has no edition line: at the heading over the teasers, or at
   * boilerplate that no further paragraphs follow.
   */
  int endWithoutEdition() {
    boolean body = false;
    boolean text = false;
    if (isTeasersOnly()) {
      return 0;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!text && heading(i).isPresent()) {
        return i;
      }
      text |= isText(i) && !isBoilerplate(i, Zone.TOP);
      if (body && heading(i).isPresent()) {
        return i;
      }
      if (body && isBoilerplate(i, Zone.TEASERS) && !goesOn(i)) {
        return i;
      }
      body |= isParagraph(i);
    }
    return lines.size();
  }

  /** Whether days or reading times stand after, or before, every two or three lines of text. */
  private boolean isTeasersOnly() {
    int groups = 0;
    int texts = 0;
    boolean inGroup = false;
    for (int i = 0; i < lines.size(); i++) {
      MetaLine meta = meta(i).orElse(null);
      if (meta != null && (meta.time() || meta.hasDate())) {
        if (!inGroup && texts == 1 && groups == 0) {
          return false; // a label under a headline
        }
        groups += inGroup ? 0 : 1;
        inGroup = true;
        texts = 0;
      } else if (meta == null && !isBoilerplate(i, Zone.TEASERS)) {
        inGroup = false;
        if (heading(i).isEmpty() && ++texts > MOST_IN_TEASER) {
          return false;
        }
      }
    }
    return groups >= FEWEST_TEASERS;
  }

  private boolean goesOn(int from) {
    int next = from;
    while (next < lines.size() && isBoilerplate(next, Zone.TOUCHING)) {
      next++;
    }
    return next < lines.size() && isParagraph(next);
  }
}
