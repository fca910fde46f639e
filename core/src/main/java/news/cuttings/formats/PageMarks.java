package news.cuttings.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.cuttings.story.Letters;

/** What each line of a page is by its looks: edition line, label, heading, furniture, text. */
final class PageMarks {
  /** Where a line stands, which says how much it takes to call it furniture. */
  enum Zone {
    /** Among the paragraphs of the story: nothing is taken out that might be prose. */
    STORY,
    /** Above the first line of the story. */
    TOP,
    /** In a row with the edition line or other furniture. */
    TOUCHING,
    /** Among teasers. */
    TEASERS
  }

  private static final int PARAGRAPH = 120;
  private static final int SURE = 4;

  private final List<PageLine> lines;
  private final List<Optional<EditionLine>> editions = new ArrayList<>();
  private final List<Optional<MetaLine>> metas = new ArrayList<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> repeatedPairs = new HashSet<>();
  private final Set<String> sources = new HashSet<>();

  PageMarks(List<PageLine> lines) {
    this.lines = lines;
    Set<String> keys = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!keys.add(lines.get(i).key())) {
        repeated.add(lines.get(i).key());
      }
      if (!pairs.add(pair(i))) {
        repeatedPairs.add(pair(i));
      }
    }
    for (PageLine line : lines) {
      boolean label = MetaLine.of(line.text(), Set.of()).isPresent();
      Optional<EditionLine> edition =
          label ? Optional.empty() : EditionLine.of(line.text(), repeated.contains(line.key()));
      editions.add(edition);
      edition.map(EditionLine::source).ifPresent(source -> sources.add(Letters.key(source)));
      Heading.of(line.text())
          .filter(source -> !source.isEmpty())
          .ifPresent(source -> sources.add(Letters.key(source)));
    }
    for (PageLine line : lines) {
      metas.add(MetaLine.of(line.text(), sources));
    }
  }

  /** The line with the one before it: furniture comes again in the same order. */
  private String pair(int i) {
    return i == 0 ? "" : lines.get(i - 1).key() + "\n" + lines.get(i).key();
  }

  /** The first edition line's content. */
  Optional<EditionLine> edition() {
    return editions.stream().flatMap(Optional::stream).findFirst();
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
    return Heading.of(lines.get(i).text());
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
        && !isFurniture(i, Zone.TOUCHING)
        && (line.text().length() > PARAGRAPH || Looks.unlikeHeadline(line.text()) >= 1.5);
  }

  boolean isText(int i) {
    return !isEdition(i) && meta(i).isEmpty() && heading(i).isEmpty();
  }

  boolean isFurniture(int i, Zone zone) {
    PageLine line = lines.get(i);
    String text = line.text();
    if (line.isRule() || (meta(i).isEmpty() && Furniture.isButton(text))) {
      return true;
    }
    if (!isText(i)) {
      return false;
    }
    int score = Furniture.score(text);
    boolean again = repeated.contains(line.key());
    return switch (zone) {
      case STORY -> score >= 2 && (again || (score >= SURE && Furniture.namesSite(text)));
      case TOP ->
          (score >= 1 && again)
              || Furniture.isCookieNotice(text)
              || (score >= 3 && Furniture.opensAsOffer(text));
      case TEASERS -> score >= 3 || (score >= 1 && again) || (score >= 1 && Tongue.isForeign(text));
      case TOUCHING ->
          score >= 2
              || Furniture.isCookieNotice(text)
              || (Furniture.namesSite(text) && !Tongue.isEnglish(text))
              || (i > 0 && repeatedPairs.contains(pair(i)))
              || Tongue.isForeign(text);
    };
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
        || (Looks.unlikeHeadline(lines.get(i).text()) < 0.5
            && lines.get(i).text().length() > 15
            && !Furniture.isButton(lines.get(i).text()));
  }

  /**
   * Where the story ends on a page that has no edition line: at the heading over the teasers, or at
   * furniture that no further paragraphs follow.
   */
  int endWithoutEdition() {
    boolean body = false;
    for (int i = 0; i < lines.size(); i++) {
      if (body && heading(i).isPresent()) {
        return i;
      }
      if (body && isFurniture(i, Zone.TEASERS) && !goesOn(i)) {
        return i;
      }
      body |= isParagraph(i);
    }
    return lines.size();
  }

  private boolean goesOn(int from) {
    int next = from;
    while (next < lines.size() && isFurniture(next, Zone.TOUCHING)) {
      next++;
    }
    return next < lines.size() && isParagraph(next);
  }
}
