package news.cuttings.formats.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.story.Letters;
import news.cuttings.story.WrittenDate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page that tells a story: its text and its fields, each with where it was found. */
final class WebPage {
  /** So many blocks before the story, and after its first, may say who wrote it, and when. */
  private static final int NEAR = 14;

  /** A page of so few words is a piece of one. */
  private static final int FEW = 80;

  private static final int MOST_TOPICS = 40;
  private static final int MOST_IN_BYLINE = 8;
  private static final int BY = NameKinds.standard().kinds().indexOf("author");
  private static final Pattern SPLIT = Pattern.compile("\\s*[,;|،、，]\\s*");

  /** A longer line is none that names who wrote a story. */
  private static final int LONGEST_LINE = 400;

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

  private static final Pattern EDITION =
      Pattern.compile(
          "\\b(?:edition|issue|ausgabe|édition|numéro|edición|número|edição|edizione|numero|editie"
              + "|nummer|utgåva|utgave|udgave|wydanie|wydania|vydání|ediție|kiadás|sayı)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** The bar that the Wayback Machine puts over a page. */
  private static final String WAYBACK = "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato";

  /** What the Wayback Machine puts before the addresses in a page. */
  private static final Pattern KEPT =
      Pattern.compile("^https?://web\\.archive\\.org/web/\\d+[a-z_]*/(?=https?:)");

  private final Document page;
  private final String address;
  private final Metas metas;
  private final LinkedData data;
  private final Layout layout;
  private final Site site;
  private final List<String> sites;
  private final Optional<Found> headline;
  private final Optional<LinkedData.Thing> article;
  private final boolean[] chosen;
  private final int firstChosen;
  private final int titleAt;
  private final int begin;

  /**
   * Reads a page.
   *
   * @param address where it was fetched; null where that is not known
   */
  WebPage(Document page, @Nullable String address) {
    this.page = page;
    page.select(WAYBACK).remove();
    metas = new Metas(page);
    data = LinkedData.of(page);
    this.address = url().map(Found::value).orElse(address == null ? "" : address);
    site = new Site(page, metas, data, this.address);
    sites = site.names();
    layout = Layout.of(page.body());
    headline = findHeadline();
    article = data.article(headline.map(Found::value).orElse(""));
    chosen = StoryText.standard().choose(page, layout);
    chooseSomething();
    Paywall.leaveOut(layout.blocks, chosen);
    firstChosen = findFirstChosen();
    titleAt = titleAt();
    begin = begin();
  }

  private Optional<Found> findHeadline() {
    Headlines headlines = new Headlines(sites);
    data.article("")
        .ifPresent(thing ->
            thing.text("headline").ifPresent(text -> headlines.written(text, "JSON-LD headline")));
    for (String name :
        List.of(
            "og:title",
            "twitter:title",
            "headline",
            "dc.title",
            "citation_title",
            "title",
            "parsely-title",
            "sailthru.title")) {
      metas.all(name).forEach(text -> headlines.written(text, "meta " + name));
    }
    headlines.written(page.title(), "title");
    page.select("h1").stream().limit(8).forEach(e -> headlines.seen(e.text(), "h1"));
    page.select("[itemprop~=headline]").stream()
        .limit(2)
        .forEach(e -> headlines.seen(e.text(), "itemprop headline"));
    page.select("h2, h3").stream().limit(12).forEach(e -> headlines.seen(e.text(), e.normalName()));
    return headlines.best();
  }

  /**
   * In a page of a few lines nothing may look like a story: then it is all that is no furniture.
   */
  private void chooseSomething() {
    int words = 0;
    int all = 0;
    for (Block block : layout.blocks) {
      words += chosen[block.index] ? block.words.count : 0;
      all += isText(block) ? block.words.count : 0;
    }
    if (words == 0 || (all < FEW && words < all)) {
      for (Block block : layout.blocks) {
        chosen[block.index] = isText(block);
      }
    }
  }

  private boolean isText(Block block) {
    return !block.hidden
        && !block.box.is(
            Box.NAV
                | Box.HEADER
                | Box.FOOTER
                | Box.ASIDE
                | Box.FORM
                | Box.CAPTION
                | Box.BUTTON
                | Box.NOSCRIPT)
        && block.linkDensity() < .5
        && (block.words.count > 4 || block.words.sentenceEnds > 0)
        && Tags.headingLevel(block.box.tag) != 1;
  }

  /** The last block before the story that is its headline; -1 where none is. */
  private int titleAt() {
    String title = headline.map(Found::value).orElse("");
    int last = -1;
    Set<Integer> words = new HashSet<>();
    for (int word : Words.hashes(title)) {
      words.add(word);
    }
    for (Block block : layout.blocks) {
      boolean isTitle =
          !title.isEmpty()
              && block.text.length() * 2 > title.length()
              && block.text.length() < 2 * title.length() + 8
              && Arrays.stream(block.words.hashes).filter(words::contains).count() * 2
                  > words.size()
              && Headlines.likeness(block.text, title) > .8;
      if (isTitle
          && (last < 0
              || (block.index <= firstChosen + 2
                  && (Tags.headingLevel(block.box.tag) > 0
                      || Tags.headingLevel(layout.blocks.get(last).box.tag) == 0)))) {
        last = block.index;
      }
    }
    return last;
  }

  /** The first block of the story; one past the last block where there is none. */
  private int findFirstChosen() {
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        return i;
      }
    }
    return chosen.length;
  }

  private int begin() {
    return titleAt >= 0 && titleAt < firstChosen + 3 ? titleAt : Math.max(0, firstChosen - NEAR);
  }

  /** Whether a line says who wrote the story, and nothing else. */
  private boolean isByline(Block block) {
    return block.words.count <= MOST_IN_BYLINE
        && Authorship.opens(block.text)
        && new Authorship(List.of()).seen(block.text, false).isPresent();
  }

  /** Whether a line says when the story was published, and nothing else. */
  private boolean isDay(Block block) {
    return block.words.count <= MOST_IN_BYLINE
        && block.words.digits > 0
        && (block.hasTime || dates(WrittenDate.Order.UNKNOWN).day(block.text).isPresent());
  }

  /** The story's text, its paragraphs parted by blank lines; without its headline. */
  String text() {
    StringBuilder text = new StringBuilder();
    String title = headline.map(Found::value).orElse("");
    boolean begun = false;
    for (Block block : layout.blocks) {
      if (!chosen[block.index]) {
        continue;
      }
      boolean isTitle = !title.isEmpty() && Headlines.likeness(block.text, title) > .95;
      if (!begun && (isTitle || isByline(block) || isDay(block))) {
        continue;
      }
      begun = true;
      text.append(text.isEmpty() ? "" : "\n\n").append(block.text);
    }
    return text.toString();
  }

  /** Whether the page shows the beginning of its story only, and asks to pay for the rest. */
  boolean isCut() {
    return Paywall.cuts(article, layout.blocks, chosen);
  }

  /** The teasers of a page that lists stories and says of none that it is its own. */
  List<Teasers.Teaser> teasers() {
    boolean isArticle =
        article.isPresent()
            || metas.all("og:type").stream()
                .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("article"))
            || !metas.all("article:published_time").isEmpty();
    if (isArticle) {
      return List.of();
    }
    Teasers teasers = new Teasers(layout);
    return teasers.isAll(chosen) ? teasers.all() : List.of();
  }

  /** Whether a line says which edition of a publication the page is from. */
  boolean isOfEdition() {
    return layout.blocks.stream()
        .anyMatch(block ->
            block.words.count < 30
                && block.words.digits > 3
                && YEAR.matcher(block.text).find()
                && EDITION.matcher(block.text).find());
  }

  /** What is seen of it, a line a block, without its menus. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    for (Block block : layout.blocks) {
      if (!block.hidden && !block.box.is(Box.NAV | Box.FOOTER | Box.NOSCRIPT)) {
        lines.append(block.text).append('\n');
      }
    }
    return lines.toString();
  }

  Site site() {
    return site;
  }

  boolean isTooLong() {
    return layout.blocks.size() == Layout.MOST;
  }

  Optional<Found> headline() {
    return headline;
  }

  Optional<Found> byline() {
    Authorship authorship = new Authorship(sites);
    return authorship
        .written(article, data, metas)
        .or(() -> bylineSeen(authorship, true))
        .or(() -> authorship.marked(page))
        .or(() ->
            authorship.linked(
                page, name -> near(0).stream().anyMatch(block -> block.text.contains(name))))
        .or(() -> bylineSeen(authorship, false))
        .or(() -> bylineAfter(authorship))
        .or(() -> authorship.linked(page));
  }

  /** The blocks around the headline, and so many of the text. */
  private List<Block> near(int more) {
    int end = Math.min(layout.blocks.size(), Math.max(begin, firstChosen) + 6 + more);
    return layout.blocks.subList(Math.max(0, begin - 6), end);
  }

  /** A line under the story that begins as a byline. */
  private Optional<Found> bylineAfter(Authorship authorship) {
    int last = 0;
    for (int i = 0; i < chosen.length; i++) {
      last = chosen[i] ? i : last;
    }
    return layout.blocks.subList(last, Math.min(chosen.length, last + NEAR)).stream()
        .filter(block -> block.words.count < 25 && block.text.length() < LONGEST_LINE)
        .flatMap(block -> {
          boolean isNamed = block.named[BY] <= 1;
          boolean isLine = block.words.count < 12 && (isNamed || Authorship.opens(block.text));
          return (isLine ? authorship.seen(block.text, isNamed) : authorship.told(block.text))
              .stream();
        })
        .findFirst();
  }

  private Optional<Found> bylineSeen(Authorship authorship, boolean named) {
    for (Block block : near(0)) {
      int i = block.index;
      boolean isNamed = block.named[BY] <= 1;
      if ((isNamed == named || Authorship.isOpening(block.text)) && block.words.count < 25) {
        boolean isBefore = Authorship.isOpening(block.text) && i + 1 < layout.blocks.size();
        String line = isBefore ? block.text + " " + layout.blocks.get(i + 1).text : block.text;
        Optional<Found> found = authorship.seen(line, isNamed);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The day it was published, as the page has it. */
  Optional<Found> date(PageDates dates) {
    Optional<Found> written = dates.written(article, data.page(), metas);
    return new ShownDates(page, layout, chosen, near(0), near(2), dates)
        .besides(written)
        .or(() -> PageDates.address(address));
  }

  Optional<Found> source() {
    return metas
        .first("og:site_name")
        .or(() ->
            article
                .flatMap(thing -> thing.text("publisher"))
                .map(name -> new Found(name, "JSON-LD publisher")))
        .or(() ->
            data.all("WebSite")
                .flatMap(thing -> thing.text("name").stream())
                .findFirst()
                .map(name -> new Found(name, "JSON-LD WebSite")))
        .or(() -> metas.first("application-name", "citation_journal_title"))
        .or(() ->
            site.host().isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(site.host(), "the page's address")));
  }

  /** The address the page says it has; a browser's own note of where it was saved from last. */
  Optional<Found> url() {
    return Stream.concat(
            page.select("link[rel~=(?i)^canonical$]").stream()
                .map(e -> new Found(e.attr("href"), "link canonical")),
            metas.first("og:url").stream())
        .map(found -> new Found(KEPT.matcher(found.value()).replaceFirst(""), found.why()))
        .filter(found -> found.value().matches("(?i)https?://\\S+"))
        .findFirst();
  }

  Optional<Found> section() {
    return article
        .flatMap(thing -> thing.text("articleSection"))
        .map(name -> new Found(name, "JSON-LD articleSection"))
        .or(() ->
            metas.first(
                "article:section",
                "parsely-section",
                "section",
                "articlesection",
                "sailthru.section",
                "og:article:section"))
        .filter(found -> found.value().length() <= 80);
  }

  List<String> topics() {
    Set<String> topics = new LinkedHashSet<>();
    article.ifPresent(thing -> add(topics, thing.texts("keywords")));
    for (String name : List.of("article:tag", "news_keywords", "parsely-tags", "keywords")) {
      if (topics.isEmpty()) {
        add(topics, metas.all(name));
      }
    }
    return topics.stream().limit(MOST_TOPICS).toList();
  }

  private static void add(Set<String> topics, List<String> labels) {
    for (String label : labels) {
      for (String topic : SPLIT.split(label, -1)) {
        String bare = Letters.squeeze(topic);
        if (!bare.isEmpty() && bare.length() <= 60) {
          topics.add(bare);
        }
      }
    }
  }

  String language() {
    Element html = page.selectFirst("html");
    return html == null ? "" : html.attr("lang").strip();
  }

  PageDates dates(WrittenDate.Order wished) {
    return new PageDates(wished, language());
  }
}
