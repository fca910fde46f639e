package news.cuttings.formats.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import news.cuttings.story.WrittenDate;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads web pages: a page a story, without what stands around it; or its teasers. */
public final class WebReader implements StoryReader {
  /** A page is shorter, but for pictures written into it. */
  static final int MOST = 32 << 20;

  private static final Pattern PAGE =
      Pattern.compile(
          "^(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,380}?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|meta|title|base|script|link)\\b",
          Pattern.DOTALL);

  private static final Pattern PIECE =
      Pattern.compile(
          "^(?:<!--.{0,380}?-->\\s*)*<(?:article|main|div|section|p|h[1-3]|span|header|table|figure)\\b",
          Pattern.DOTALL);

  /** What browsers write into a page that they save. */
  private static final Pattern SAVED =
      Pattern.compile(
          "<!--\\s*(?:saved from url=\\(\\d+\\)|Page saved with SingleFile\\s+url:\\s*)(http\\S+)",
          Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 4000;

  private final StoryReader editions;

  /**
   * A reader of web pages.
   *
   * @param editions reads the text of a page that is an aggregator's of an edition
   */
  public WebReader(StoryReader editions) {
    this.editions = editions;
  }

  @Override
  public Evidence evidence(Sample sample) {
    String start = sample.start();
    if (PAGE.matcher(start).find()) {
      return Evidence.sure("a page's first tags").plus(-10);
    }
    return PIECE.matcher(start).find()
        ? Evidence.likely("it begins with a tag of HTML").plus(-20)
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    byte[] bytes = bytes(in, intake);
    String html = intake.decoder().decode(bytes, bytes.length, 1);
    Matcher saved = SAVED.matcher(html.substring(0, Math.min(html.length(), HEAD)));
    read(html, saved.find() ? saved.group(1) : addressOf(intake.entry()), intake);
  }

  /** An archive of the web names its pages by their addresses. */
  private static @Nullable String addressOf(@Nullable String entry) {
    int at =
        entry == null
            ? -1
            : Math.max(entry.lastIndexOf("!http://"), entry.lastIndexOf("!https://"));
    String name = entry == null ? "" : entry.substring(at + 1);
    return name.startsWith("http://") || name.startsWith("https://") ? name : null;
  }

  /** The bytes of a page; of one that is too long the beginning, which is told. */
  static byte[] bytes(InputStream in, Intake intake) throws IOException {
    byte[] bytes = in.readNBytes(MOST);
    if (in.read() >= 0) {
      intake.warn(1, "too long", "a page of more than 32 MB: its end is left out");
      in.skip(Long.MAX_VALUE);
    }
    return bytes;
  }

  /** Reads a page that was fetched from that address, which may be unknown. */
  void read(String html, @Nullable String address, Intake intake) throws IOException {
    if (html.isBlank()) {
      return;
    }
    WebPage page = new WebPage(Jsoup.parse(html), address);
    if (page.isTooLong()) {
      intake.warn(
          1,
          "too long",
          "a page of more than " + Layout.MOST + " pieces of text: its end is left out");
    }
    byte[] lines = page.lines().getBytes(StandardCharsets.UTF_8);
    if (page.isOfEdition() && editions.evidence(Sample.of(lines)).isLikely()) {
      editions.read(new ByteArrayInputStream(lines), intake);
      return;
    }
    List<Teasers.Teaser> teasers = page.teasers();
    if (!teasers.isEmpty()) {
      teasers(page, teasers, intake);
      return;
    }
    story(page, address, intake);
  }

  private static void story(WebPage page, @Nullable String address, Intake intake) {
    String text = page.text();
    Optional<Found> headline = page.headline();
    if (text.isBlank()) {
      intake.skip(
          1,
          "no text",
          "a page in which no story was found",
          headline.map(Found::value).orElse(""));
      return;
    }
    Parts parts = Parts.of("body", "what looks like the page's story");
    PageDates dates = page.dates(intake.wishes().dates());
    Optional<Found> date = page.date(dates);
    Story.Builder story =
        Story.builder()
            .headline(told("headline", headline, parts))
            .body(text)
            .byline(told("byline", page.byline(), parts))
            .source(told("source", page.source(), parts))
            .url(told("url", page.url().or(() -> fetched(address)), parts))
            .section(told("section", page.section(), parts))
            .topics(page.topics())
            .role(Role.STORY);
    parts.add("topics", "JSON-LD or meta keywords");
    if (page.isCut()) {
      story.further(Map.of("truncated", "true"));
    }
    String written = told("date", date, parts);
    if (written != null) {
      dates.day(written).ifPresent(story::date);
      WrittenDate.moment(written).ifPresent(story::published);
    }
    intake.story(story, 1, "", parts);
  }

  private static Optional<Found> fetched(@Nullable String address) {
    return Optional.ofNullable(address)
        .filter(url -> url.toLowerCase(Locale.ROOT).startsWith("http"))
        .map(url -> new Found(url, "where it was fetched"));
  }

  private static @Nullable String told(String field, Optional<Found> found, Parts parts) {
    found.ifPresent(each -> parts.add(field, each.why()));
    return found.map(Found::value).orElse(null);
  }

  private static void teasers(WebPage page, List<Teasers.Teaser> teasers, Intake intake) {
    int bare = 0;
    Parts parts =
        Parts.of(
            "headline", "a headline in a list", "body", "the text below it", "url", "its link");
    Optional<Found> source = page.source();
    for (Teasers.Teaser teaser : teasers) {
      if (teaser.text().isEmpty() && !intake.wishes().headlinesOnly()) {
        bare++;
        continue;
      }
      intake.story(
          Story.builder()
              .headline(teaser.headline())
              .body(teaser.text())
              .source(told("source", source, parts))
              .url(page.site().whole(teaser.href()).orElse(null))
              .role(Role.TEASER),
          1,
          teaser.headline(),
          parts);
    }
    intake.note(
        1,
        "a page that lists stories: "
            + (teasers.size() - bare)
            + " teasers"
            + (bare == 0
                ? ""
                : "; "
                    + bare
                    + " headlines without text left out, which StoryFiles.headlinesOnly files"));
  }
}
