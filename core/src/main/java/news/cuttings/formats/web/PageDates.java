package news.cuttings.formats.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.WrittenDate;

/** Finds the day a page's story was published: what comes first in its list is believed. */
final class PageDates {
  private static final String[] METAS = {
    "article:published_time",
    "og:published_time",
    "datepublished",
    "og:article:published_time",
    "article:published",
    "article.published",
    "publication_date",
    "publish-date",
    "publishdate",
    "publish_date",
    "published_at",
    "published_time_telegram",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date.available",
    "ptime",
    "originalpublicationdate",
    "published-date",
    "published_date",
    "publisheddate",
    "publish_time",
    "publishtime",
    "pub_date",
    "release_date",
    "rnews:datepublished",
    "citation_publication_date",
    "citation_online_date",
    "article.created",
    "datecreated",
    "dc.created",
    "created",
    "date",
    "weibo:article:create_at"
  };

  /** A day within a line of other words, as it is written in many languages. */
  private static final Pattern DAY =
      Pattern.compile(
          "\\d{4}\\s?[-/.年년]\\s?\\d{1,2}\\s?[-/.月월]\\s?\\d{1,2}[日일]?"
              + "|\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{4}|\\d{1,2}(?:st|nd|rd|th|er|\\.|º|°)?[\\s-]{1,2}(?:de"
              + " |of |ngày |tháng )?[\\p{L}\\p{M}]{3,12}\\.?,?[\\s-]{1,2}(?:de |del )?\\d{4}"
              + "|[\\p{L}\\p{M}]{3,12}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,2}\\d{4}");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[/_-]((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?=\\D|$)");

  /** {@code /2024/march/05/}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "/((?:19|20)\\d\\d)/([a-z]{3,9})/(0?[1-9]|[12]\\d|3[01])(?=/|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> MONTH_FIRST = Set.of("en-us", "en_us", "fil", "tl");

  private final WrittenDate.Order order;
  private final LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusDays(2);

  PageDates(WrittenDate.Order wished, String language) {
    String name = language.toLowerCase(Locale.ROOT);
    order =
        wished != WrittenDate.Order.UNKNOWN
            ? wished
            : MONTH_FIRST.contains(name)
                ? WrittenDate.Order.MONTH_FIRST
                : name.isEmpty() || name.equals("en")
                    ? WrittenDate.Order.UNKNOWN
                    : WrittenDate.Order.DAY_FIRST;
  }

  /** What the head of a page says, where it can be read. */
  Optional<Found> written(
      Optional<LinkedData.Thing> article, Optional<LinkedData.Thing> page, Metas metas) {
    List<Found> all = new ArrayList<>();
    article.ifPresent(thing ->
        thing
            .texts("datePublished")
            .forEach(text -> all.add(new Found(text, "JSON-LD datePublished"))));
    for (String name : METAS) {
      metas.all(name).forEach(text -> all.add(new Found(text, "meta " + name)));
    }
    page.ifPresent(thing ->
        thing
            .texts("datePublished")
            .forEach(text -> all.add(new Found(text, "JSON-LD datePublished of the page"))));
    article.ifPresent(thing ->
        thing
            .texts("dateCreated")
            .forEach(text -> all.add(new Found(text, "JSON-LD dateCreated"))));
    return all.stream().filter(found -> day(found.value()).isPresent()).findFirst();
  }

  /** The day of a text that is a date alone. */
  Optional<LocalDate> day(String text) {
    return WrittenDate.parse(text, order)
        .or(() -> WrittenDate.stamp(text).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()))
        .filter(day -> day.getYear() > 1600 && !day.isAfter(latest));
  }

  /** The first day that is named in a line. */
  Optional<String> within(String line) {
    if (day(line).isPresent()) {
      return Optional.of(line);
    }
    Matcher day = DAY.matcher(line);
    while (day.find()) {
      if (day(day.group()).isPresent()) {
        return Optional.of(day.group());
      }
    }
    return Optional.empty();
  }

  /** The day in the path of an address. */
  static Optional<Found> address(String url) {
    Matcher day = ADDRESS.matcher(url);
    Matcher named = NAMED.matcher(url);
    String written =
        day.find()
            ? String.join("-", day.group(1), day.group(2), day.group(3))
            : named.find() ? String.join(" ", named.group(3), named.group(2), named.group(1)) : "";
    return Optional.of(written)
        .filter(text -> !text.isEmpty())
        .map(text -> new Found(text, "the page's address"));
  }
}
