package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import news.cuttings.story.WrittenDate;
import org.jspecify.annotations.Nullable;

/** One edition page: finds its parts and hands its stories to a place. */
final class PageParser {
  private final List<PageLine> lines;
  private final Set<String> shared;
  private final Intake intake;
  private final PageMarks marks;
  private @Nullable MetaLine ownLabel;

  /**
   * A page.
   *
   * @param shared the keys of short lines that other pages of the file have too
   */
  PageParser(List<PageLine> lines, Set<String> shared, Intake intake) {
    this.lines = lines;
    this.shared = shared;
    this.intake = intake;
    this.marks = new PageMarks(lines);
  }

  void read() {
    if (lines.isEmpty()) {
      return;
    }
    int first = marks.firstEdition();
    int leadEnd = first >= 0 ? first : marks.endWithoutEdition();
    boolean editionOnTop = first >= 0 && !marks.hasBody(0, first);
    if (editionOnTop) {
      int again = marks.nextEdition(first);
      leadEnd = again >= 0 ? again : marks.bodyEnd(first + 1);
    }
    lead(leadEnd);
    teasers(leadEnd);
  }

  private void lead(int end) {
    int tail = end; // boilerplate that touches the edition line from above
    while (tail > 0
        && (marks.isBoilerplate(tail - 1, PageMarks.Zone.TOUCHING)
            || marks.isUnknown(tail - 1)
            || isShared(tail - 1))) {
      tail--;
    }
    int menu = Navigation.topEnd(lines.subList(0, tail), marks);
    List<PageLine> kept = new ArrayList<>();
    boolean touching = false;
    for (int i = 0; i < end; i++) {
      PageMarks.Zone zone = kept.isEmpty() ? PageMarks.Zone.TOP : PageMarks.Zone.STORY;
      zone = touching ? PageMarks.Zone.TOUCHING : zone;
      boolean text = marks.meta(i).isPresent() || (i >= menu && !(kept.isEmpty() && isShared(i)));
      if (i >= tail || !text || marks.isEdition(i) || marks.isBoilerplate(i, zone)) {
        touching |= marks.isEdition(i);
        drop(i);
      } else {
        touching = false;
        kept.add(lines.get(i));
      }
    }
    if (!kept.isEmpty()) {
      story(kept);
    }
  }

  private boolean isShared(int i) {
    return marks.isText(i) && shared.contains(lines.get(i).key());
  }

  private void story(List<PageLine> kept) {
    Lead lead = Lead.of(kept, marks.sources());
    ownLabel = lead.label();
    lead.dropped().forEach(line -> intake.drop(line.number(), "label of the story", line.text()));
    if (lead.headline() == null && lead.paragraphs().isEmpty()) {
      kept.stream()
          .filter(line -> !lead.dropped().contains(line))
          .forEach(line -> intake.drop(line.number(), "byline of no story", line.text()));
      return;
    }
    String edition = edition(lead);
    Story.Builder story =
        Story.builder()
            .headline(lead.headline())
            .body(String.join("\n\n", lead.paragraphs()))
            .byline(lead.byline())
            .source(source(lead.label()))
            .edition(edition)
            .role(Role.LEAD);
    if (edition != null) {
      WrittenDate.parse(edition).ifPresent(story::date);
    }
    String label = marks.edition().isPresent() ? "the edition line" : "the lines about the story";
    Parts parts = parts(lead.headed() ? lead.texts() : List.of(), lead.body());
    parts.add("byline", "the lines about the story");
    parts.add("date", label).add("edition", label).add("source", label);
    hand(story, kept.getFirst(), join(kept), parts);
  }

  private @Nullable String edition(Lead lead) {
    String own = lead.label() == null ? null : lead.label().edition();
    return marks.edition().map(EditionLine::edition).orElse(own);
  }

  private @Nullable String source(@Nullable MetaLine label) {
    String own = label == null ? null : label.source();
    return marks.edition().map(EditionLine::source).orElse(own);
  }

  private void teasers(int from) {
    List<Teasers.Item> items = new ArrayList<>();
    boolean touching = true;
    for (int i = from; i < lines.size(); i++) {
      Optional<String> heading = marks.heading(i);
      PageMarks.Zone zone = touching ? PageMarks.Zone.TOUCHING : PageMarks.Zone.TEASERS;
      if (marks.isEdition(i) || (heading.isEmpty() && marks.isBoilerplate(i, zone))) {
        drop(i);
        touching = true;
        continue;
      }
      if (touching && !items.isEmpty() && Navigation.isBottom(lines, marks, i)) {
        drop(i);
        continue;
      }
      touching = heading.isPresent();
      if (heading.isEmpty() && marks.meta(i).isEmpty()) {
        addText(lines.get(i), items);
        continue;
      }
      items.add(new Teasers.Item(lines.get(i), marks.meta(i).orElse(null), heading.orElse(null)));
    }
    List<Teasers.Item> shown = Navigation.withoutMenus(items, this::drop);
    List<Teasers.Item> found = TeaserLabels.found(shown);
    found.stream()
        .filter(item -> !item.isText())
        .map(Teasers.Item::line)
        .forEach(line -> intake.drop(line.number(), "label of a teaser", line.text()));
    Teasers.of(found).forEach(this::hand);
  }

  private static void addText(PageLine line, List<Teasers.Item> items) {
    int last = items.size() - 1;
    if (last > 0
        && HeadlineSplitter.goesOn(items.get(last - 1).line(), items.get(last).line(), line)) {
      PageLine whole = HeadlineSplitter.joined(items.get(last).line(), line);
      items.set(last, new Teasers.Item(whole, null, null));
      return;
    }
    HeadlineSplitter.parted(line).forEach(part -> items.add(new Teasers.Item(part, null, null)));
  }

  private void hand(Teaser teaser) {
    String source = teaser.source();
    String edition = teaser.edition();
    Story.Builder story =
        Story.builder()
            .headline(teaser.headline())
            .body(String.join("\n\n", teaser.paragraphs()))
            .source(source != null ? spelling(source) : source(ownLabel))
            .role(Role.TEASER);
    if (edition != null) {
      var day = WrittenDate.parse(edition);
      day.ifPresent(story::date);
      story.edition(day.isEmpty() || teaser.editionIsLabel() ? edition : null);
    }
    Parts parts = parts(teaser.headline() == null ? List.of() : teaser.lines(), teaser.body());
    parts.add("source", source != null ? "its label, or the heading above" : "the page's label");
    parts.add("date", "its label").add("edition", "its label");
    hand(
        story,
        teaser.first(),
        teaser.headline() + "\n" + String.join("\n", teaser.paragraphs()),
        parts);
  }

  /** A publication as the page writes it elsewhere, where a heading has it in capitals. */
  private String spelling(String source) {
    String page = source(ownLabel);
    return page != null && Letters.key(page).equals(Letters.key(source)) ? page : source;
  }

  /** The lines where headline and body begin. */
  private static Parts parts(List<PageLine> headline, List<PageLine> body) {
    Parts parts = new Parts();
    headline.stream().limit(1).forEach(line -> parts.add("headline", line.number()));
    body.stream().limit(1).forEach(line -> parts.add("body", line.number()));
    return parts;
  }

  private void hand(Story.Builder story, PageLine line, String record, Parts parts) {
    intake.story(
        story.origin(intake.at(line.number()).onPage(lines.getFirst().number())),
        line.number(),
        record,
        parts);
  }

  private void drop(PageLine line) {
    intake.drop(line.number(), "site furniture", line.text());
  }

  private void drop(int i) {
    String reason = marks.isEdition(i) ? "edition line" : "site furniture";
    intake.drop(lines.get(i).number(), reason, lines.get(i).text());
  }

  private static String join(List<PageLine> lines) {
    return lines.stream().map(PageLine::text).collect(Collectors.joining("\n"));
  }
}
