package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.cuttings.formats.io.Byline;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a page's own story.
 *
 * @param headed whether the first of the texts is a headline
 * @param texts the headline and, below it, standfirst and text
 * @param byline null where there is none
 * @param label what the lines about the story say; null where there are none
 * @param dropped the lines that {@code label} and {@code byline} were read from
 */
record Lead(
    boolean headed,
    List<PageLine> texts,
    @Nullable String byline,
    @Nullable MetaLine label,
    List<PageLine> dropped) {
  /** Label, byline, day, reading time and standfirst stand within so many lines of the top. */
  private static final int TOP = 8;

  private static final double HEADLINE_AT_MOST = 0.6;
  private static final double LABELLED_AT_MOST = 2.1;

  /** Reads the lines of a story from which the boilerplate was taken. */
  static Lead of(List<PageLine> lines, Set<String> sources) {
    List<PageLine> texts = new ArrayList<>();
    List<PageLine> dropped = new ArrayList<>();
    MetaLine label = null;
    String byline = null;
    boolean labelFollowsFirst = false;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      Optional<MetaLine> meta = MetaLine.of(line, sources);
      Optional<String> by = byline == null && i < TOP ? Byline.of(line.text()) : Optional.empty();
      boolean atEnd = i >= lines.size() - 2;
      if (meta.isPresent() && (i < TOP || atEnd)) {
        label = label == null ? meta.get() : both(label, meta.get());
        byline = byline == null ? MetaLine.byline(line.text()).orElse(null) : byline;
        dropped.add(line);
        labelFollowsFirst |= texts.size() == 1;
      } else if (by.isPresent()) {
        byline = by.get();
        dropped.add(line); // "Words by" is not kept
        labelFollowsFirst |= texts.size() == 1;
      } else if (texts.size() == 1 && texts.getFirst().key().equals(line.key())) {
        dropped.add(line); // the page's title and its headline are one
      } else {
        texts.add(line);
      }
    }
    List<PageLine> parted = parted(texts);
    boolean headed = isHeaded(parted, labelFollowsFirst);
    return new Lead(headed, parted, byline, label, dropped);
  }

  /** The headline; null where the story has none. */
  @Nullable String headline() {
    return headed ? texts.getFirst().text() : null;
  }

  List<String> paragraphs() {
    return body().stream().map(PageLine::text).toList();
  }

  List<PageLine> body() {
    return texts.subList(headed ? 1 : 0, texts.size());
  }

  /** The first line in two where it is a headline with text glued to it. */
  private static List<PageLine> parted(List<PageLine> texts) {
    List<PageLine> parted = new ArrayList<>();
    for (PageLine line : texts) {
      parted.addAll(parted.isEmpty() ? HeadlineSplitter.parted(line) : List.of(line));
    }
    if (parted.size() > 2 && HeadlineSplitter.goesOn(parted.get(0), parted.get(1), parted.get(2))) {
      parted.set(1, HeadlineSplitter.joined(parted.get(1), parted.remove(2)));
    }
    return parted;
  }

  private static MetaLine both(MetaLine one, MetaLine other) {
    return new MetaLine(
        one.source() != null ? one.source() : other.source(),
        one.edition() != null ? one.edition() : other.edition(),
        one.time() || other.time());
  }

  private static boolean isHeaded(List<PageLine> texts, boolean labelFollows) {
    if (texts.isEmpty()) {
      return false;
    }
    double cost = HeadlineHeuristics.unlikeHeadline(texts.getFirst().text());
    if (texts.size() == 1 || !Character.isLowerCase(texts.get(1).text().charAt(0))) {
      return cost <= (labelFollows ? LABELLED_AT_MOST : HEADLINE_AT_MOST);
    }
    return false;
  }
}
