package news.cuttings.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import news.cuttings.story.WrittenDate;
import org.jspecify.annotations.Nullable;

/** One edition page: finds its parts and hands its stories to a place. */
final class Page {
  private final List<PageLine> lines;
  private final Place place;
  private final PageMarks marks;
  private @Nullable MetaLine ownLabel;

  Page(List<PageLine> lines, Place place) {
    this.lines = lines;
    this.place = place;
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
    int tail = end; // furniture that touches the edition line from above
    while (tail > 0 && marks.isFurniture(tail - 1, PageMarks.Zone.TOUCHING)) {
      tail--;
    }
    List<PageLine> kept = new ArrayList<>();
    boolean touching = false;
    for (int i = 0; i < end; i++) {
      PageMarks.Zone zone = kept.isEmpty() ? PageMarks.Zone.TOP : PageMarks.Zone.STORY;
      zone = touching ? PageMarks.Zone.TOUCHING : zone;
      if (i >= tail || marks.isEdition(i) || marks.isFurniture(i, zone)) {
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

  private void story(List<PageLine> kept) {
    Lead lead = Lead.of(kept, marks.sources());
    ownLabel = lead.label();
    lead.dropped().forEach(line -> place.drop(line.number(), "label of the story", line.text()));
    if (lead.headline() == null && lead.paragraphs().isEmpty()) {
      kept.stream()
          .filter(line -> !lead.dropped().contains(line))
          .forEach(line -> place.drop(line.number(), "byline of no story", line.text()));
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
    hand(story, kept.getFirst(), join(kept));
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
      if (marks.isEdition(i) || (heading.isEmpty() && marks.isFurniture(i, zone))) {
        drop(i);
        touching = true;
        continue;
      }
      touching = false;
      if (heading.isEmpty() && marks.meta(i).isEmpty()) {
        addText(lines.get(i), items);
        continue;
      }
      items.add(new Teasers.Item(lines.get(i), marks.meta(i).orElse(null), heading.orElse(null)));
    }
    List<Teasers.Item> found = Labels.found(items);
    found.stream()
        .filter(item -> !item.isText())
        .map(Teasers.Item::line)
        .forEach(line -> place.drop(line.number(), "label of a teaser", line.text()));
    Teasers.of(found).forEach(this::hand);
  }

  private static void addText(PageLine line, List<Teasers.Item> items) {
    int last = items.size() - 1;
    if (last > 0 && Glue.goesOn(items.get(last - 1).line(), items.get(last).line(), line)) {
      PageLine whole = Glue.joined(items.get(last).line(), line);
      items.set(last, new Teasers.Item(whole, null, null));
      return;
    }
    Glue.parted(line).forEach(part -> items.add(new Teasers.Item(part, null, null)));
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
    hand(story, teaser.first(), teaser.headline() + "\n" + String.join("\n", teaser.paragraphs()));
  }

  /** A publication as the page writes it elsewhere, where a heading has it in capitals. */
  private String spelling(String source) {
    String page = source(ownLabel);
    return page != null && Letters.key(page).equals(Letters.key(source)) ? page : source;
  }

  private void hand(Story.Builder story, PageLine line, String record) {
    place.story(
        story.origin(place.at(line.number()).onPage(lines.getFirst().number())),
        line.number(),
        record);
  }

  private void drop(int i) {
    String reason = marks.isEdition(i) ? "edition line" : "site furniture";
    place.drop(lines.get(i).number(), reason, lines.get(i).text());
  }

  private static String join(List<PageLine> lines) {
    return lines.stream().map(PageLine::text).collect(Collectors.joining("\n"));
  }

  /** Lines that stand for a publication and are known by what stands beside them only. */
  private static final class Labels {
    private static final int LONGEST = 40;

    private Labels() {}

    /** The items, with those texts that are names of publications told as such. */
    static List<Teasers.Item> found(List<Teasers.Item> items) {
      Set<String> once = new HashSet<>();
      Set<String> names = new HashSet<>();
      for (Teasers.Item item : items) {
        String key = item.line().key();
        if (item.isText() && isShortName(item.line().text()) && !once.add(key)) {
          names.add(key);
        }
      }
      List<Teasers.Item> out = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        Teasers.Item item = items.get(i);
        boolean label =
            item.isText()
                && isShortName(item.line().text())
                && (names.contains(item.line().key()) || closes(items, i) || opens(items, i));
        out.add(label ? labelled(item) : item);
      }
      return out;
    }

    private static Teasers.Item labelled(Teasers.Item item) {
      return new Teasers.Item(item.line(), new MetaLine(item.line().text(), null, false), null);
    }

    private static boolean isShortName(String text) {
      return text.length() <= LONGEST && PageLine.isName(text);
    }

    /** After a sentence and before a day or a reading time, the third text of its teaser. */
    private static boolean closes(List<Teasers.Item> items, int i) {
      return i >= 2
          && items.get(i - 1).isText()
          && items.get(i - 1).line().endsSentence()
          && items.get(i - 2).isText()
          && i + 1 < items.size()
          && isBare(items.get(i + 1));
    }

    /** After the day or reading time of another teaser, before a headline and a sentence. */
    private static boolean opens(List<Teasers.Item> items, int i) {
      return i + 2 < items.size()
          && (i > 0 ? !items.get(i - 1).isText() : i + 3 < items.size() && isBare(items.get(3)))
          && items.get(i + 1).isText()
          && !items.get(i + 1).line().endsSentence()
          && items.get(i + 2).isText()
          && items.get(i + 2).line().endsSentence()
          && (i + 3 == items.size() || !items.get(i + 3).isText());
    }

    private static boolean isBare(Teasers.Item item) {
      return item.meta() != null && item.meta().source() == null;
    }
  }
}
