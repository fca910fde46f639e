package news.cuttings.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.cuttings.query.Explanation;
import news.cuttings.query.Hit;
import news.cuttings.query.Why;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;

/** Writes a hit for a person to read. */
final class HitText {
  private static final String MARGIN = "    ";
  private static final int PEOPLE = 8;
  private static final int HASH = 32;
  private static final int SHORT = 10;

  private final Terminal terminal;
  private final Ink ink;

  HitText(Terminal terminal) {
    this.terminal = terminal;
    ink = terminal.ink();
  }

  /** As much of an id as usually names it: what it is where a source gave it, else a beginning. */
  static String shortId(String id) {
    boolean isHash = id.length() == HASH && id.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return isHash ? id.substring(0, SHORT) : id;
  }

  void print(Hit hit) {
    String rank = (hit.rank() < 10 ? " " : "") + hit.rank() + ". "; // Formatter starts slowly
    String title = hit.title().mark(ink.opening(), ink.closing(), Text::safe);
    Text.wrapped(title, terminal.width(), rank, MARGIN)
        .forEach(line -> terminal.print(ink.strong(line)));
    faint(String.join(" · ", facts(hit)));
    String snippet = hit.snippet().mark(ink.opening(), ink.closing(), Text::safe);
    if (!snippet.isEmpty() && !isTitle(hit)) {
      Text.wrapped(snippet, terminal.width(), MARGIN).forEach(terminal::print);
    }
    people(hit);
    why(hit.why());
    copies(hit);
    hit.explanation().ifPresent(this::explanation);
  }

  private void copies(Hit hit) {
    if (!hit.copies().isEmpty()) {
      Stream<String> ids = hit.copies().stream().map(HitText::shortId).map(Text::whole);
      faint("near-copies: " + String.join(", ", ids.toList()));
    }
  }

  private void explanation(Explanation explanation) {
    for (Explanation.Part part : explanation.parts()) {
      String line =
          String.format(Locale.ROOT, "%6.2f  %s: %s", part.score(), part.what(), part.because());
      faint(line);
    }
  }

  private void faint(String text) {
    Text.wrapped(Text.safe(text), terminal.width(), MARGIN)
        .forEach(line -> terminal.print(ink.faint(line)));
  }

  /** Whether the snippet has been seen: the first sentence stands in an absent headline's place. */
  private static boolean isTitle(Hit hit) {
    String shown = hit.title().text();
    int end = shown.endsWith("…") ? shown.length() - 1 : shown.length();
    return hit.headline().isEmpty() && hit.snippet().text().startsWith(shown.substring(0, end));
  }

  private static List<String> facts(Hit hit) {
    List<String> facts = new ArrayList<>();
    facts.add(hit.date().map(LocalDate::toString).orElse("no date"));
    hit.source().ifPresent(facts::add);
    hit.story().flatMap(Story::origin).ifPresent(origin -> facts.add(Text.whole(place(origin))));
    facts.add(Text.whole("cuttings show " + Text.argument(shortId(hit.id()))));
    return facts;
  }

  /** The file's own name and the line: the folders before it are the same for most. */
  private static String place(Origin origin) {
    String whole = origin.toString();
    return whole.substring(whole.lastIndexOf('/') + 1);
  }

  private void people(Hit hit) {
    List<String> names = hit.people();
    if (names.isEmpty()) {
      return;
    }
    String some = String.join(", ", names.subList(0, Math.min(PEOPLE, names.size())));
    String more = names.size() > PEOPLE ? " and " + (names.size() - PEOPLE) + " more" : "";
    for (String line : Text.wrapped(Text.safe(some + more), terminal.width(), MARGIN)) {
      terminal.print(ink.name(line));
    }
  }

  private void why(Why why) {
    if (why.equals(Why.NOTHING)) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    if (!why.people().isEmpty()) {
      reasons.add("people " + String.join(", ", why.people()));
    }
    if (!why.terms().isEmpty()) {
      reasons.add("words " + String.join(", ", why.terms().stream().map(Why.Term::term).toList()));
    }
    if (why.overlap() >= 0.005) {
      reasons.add(String.format(Locale.ROOT, "%.0f %% of the text", 100 * why.overlap()));
    }
    faint("in common: " + String.join("; ", reasons));
  }
}
