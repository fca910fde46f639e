package news.cuttings.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

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

  /** Furniture is said again at once; a whole page, or a teaser, may come again further down. */
  static final int NEAR = 8;

  private final List<PageLine> lines;
  private final List<Optional<EditionLine>> editions = new ArrayList<>();
  private final List<Optional<MetaLine>> metas = new ArrayList<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> repeatedPairs = new HashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final @Nullable Look[] looks;

  /** What a line looks like by itself; found once, as it is asked for often. */
  private record Look(boolean button, int score, boolean site, boolean cookie, boolean foreign) {
    static Look of(String text) {
      return new Look(
          Furniture.isButton(text),
          Furniture.score(text),
          Furniture.namesSite(text) && !Tongue.isEnglish(text),
          Furniture.isCookieNotice(text),
          Tongue.isForeign(text));
    }
  }

  private Look look(int i) {
    Look look = looks[i];
    if (look == null) {
      look = Look.of(lines.get(i).text());
      looks[i] = look;
    }
    return look;
  }

  PageMarks(List<PageLine> lines) {
    this.lines = lines;
    looks = new Look[lines.size()];
    findRepeated();
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
    if (line.isRule() || (meta(i).isEmpty() && look(i).button())) {
      return true;
    }
    if (!isText(i)) {
      return false;
    }
    Look look = look(i);
    int score = look.score();
    boolean again = repeated.contains(line.key());
    return switch (zone) {
      case STORY -> score >= 2 && (again || (score >= SURE && Furniture.namesSite(line.text())));
      case TOP ->
          (score >= 1 && again)
              || look.cookie()
              || (score >= 3 && Furniture.opensAsOffer(line.text()));
      case TEASERS -> score >= 3 || (score >= 1 && (again || look.foreign()));
      case TOUCHING ->
          score >= 2
              || look.cookie()
              || look.site()
              || look.foreign()
              || (i > 0 && repeatedPairs.contains(pair(i)));
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
