package news.cuttings.formats.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.HtmlText;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads feeds: RSS 0.9 to 2.0 and Atom, an item a story. The whole text goes before a summary. */
public final class FeedReader implements StoryReader {
  /** {@code ann@brook.example (Ann Lee)}, as RSS has its authors. */
  private static final Pattern MAILBOX = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");

  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?://\\S+");

  /** {@code [caption id="x"]…[/caption]}. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "\\[(caption|gallery|video|audio|embed)\\b[^\\]]{0,500}\\][^\\[]{0,2000}\\[/\\1\\]");

  /** {@code [button url="x"]}: a name with settings. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\[/?[a-z_-]{2,30}(?:\\s+[\\w-]{1,30}=(?:\"[^\"\\]]{0,300}\"|'[^'\\]]{0,300}'))+\\s*/?\\]");

  /** What a site's export has beside its posts and pages. */
  private static final Set<String> NO_STORIES =
      Set.of(
          "attachment",
          "nav_menu_item",
          "revision",
          "custom_css",
          "customize_changeset",
          "oembed_cache",
          "wp_block",
          "wp_template",
          "wp_global_styles",
          "wp_navigation");

  /** So many lines may stand before a feed's first item. */
  private static final int HEAD = 200;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  @Override
  public Evidence evidence(Sample sample) {
    return switch (Xml.root(sample)) {
      case "rss", "feed" -> Evidence.sure("a feed's outermost element");
      case "rdf" ->
          sample.lines().stream().limit(HEAD).anyMatch(FeedReader::namesRss)
              ? Evidence.sure("a feed's outermost element")
              : Evidence.NONE;
      case "channel", "item", "entry" -> Evidence.possible("a part of a feed").plus(30);
      default -> Evidence.NONE;
    };
  }

  private static boolean namesRss(String line) {
    return line.contains("purl.org/rss") || line.contains("netscape.com/rdf");
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Optional<Document> document = Xml.read(in, intake);
    if (document.isEmpty()) {
      return;
    }
    List<Element> items =
        Stream.concat(
                Xml.all(document.get(), "item").stream(), Xml.all(document.get(), "entry").stream())
            .toList();
    String feed =
        Xml.first(document.get(), "channel", "feed")
            .flatMap(channel -> Xml.child(channel, "title"))
            .map(Xml::text)
            .orElse("");
    Map<String, String> names = names(document.get());
    items.forEach(item -> item(item, feed, names, intake));
  }

  /** Who is meant by the short names that a site's export has in its items. */
  private static Map<String, String> names(Document document) {
    Map<String, String> names = new HashMap<>();
    for (Element author : Xml.all(document, "wp:author")) {
      Optional<String> login = Xml.child(author, "wp:author_login").map(Xml::text);
      Optional<String> name = Xml.child(author, "wp:author_display_name").map(Xml::text);
      if (login.isPresent() && name.isPresent()) {
        names.put(login.get(), name.get());
      }
    }
    return names;
  }

  private static void item(Element item, String feed, Map<String, String> names, Intake intake) {
    long line = Xml.line(item);
    String kind = Xml.child(item, "wp:post_type").map(Xml::text).orElse("");
    if (NO_STORIES.contains(kind)) {
      intake.drop(line, "a part of a site's export that is no story", kind);
      return;
    }
    String headline = Xml.child(item, "title").map(Xml::text).orElse("");
    Parts parts = Parts.of("headline", "title", "source", "source, else the feed's title");
    Optional<Element> text =
        Stream.of("content:encoded", "content", "description", "summary", "media:description")
            .flatMap(name -> Xml.child(item, name).stream())
            .filter(element -> !Xml.is(element, "media:content"))
            .filter(element -> !Xml.prose(element).isBlank())
            .findFirst();
    String body = Xml.told("body", text, parts).map(FeedReader::prose).orElse("");
    if (body.isEmpty() && !headline.isEmpty() && !intake.wishes().headlinesOnly()) {
      intake.skip(
          line,
          "no text",
          "an item with a title and no text; StoryFiles.headlinesOnly files it",
          item.outerHtml());
      return;
    }
    Story.Builder story =
        Story.builder()
            .id(id(item))
            .headline(headline)
            .body(body)
            .source(Xml.child(item, "source").map(FeedReader::title).orElse(feed))
            .authors(authors(item).stream().map(name -> names.getOrDefault(name, name)).toList())
            .url(url(item))
            .topics(topics(item))
            .role(Role.STORY);
    Kept kept = new Kept();
    Xml.child(item, "wp:status").ifPresent(status -> kept.add("status", Xml.text(status)));
    kept.add("type", kind.equals("post") ? "" : kind);
    story.further(kept.values());
    Dates.set(
        story,
        Xml.told(
                "date",
                Xml.child(
                    item,
                    "pubdate",
                    "published",
                    "dc:date",
                    "issued",
                    "date",
                    "updated",
                    "modified"),
                parts)
            .map(Xml::text),
        line,
        intake);
    parts.add("byline", "dc:creator, else author").add("url", "link").add("topics", "category");
    intake.story(story, line, item.outerHtml(), parts);
  }

  /** The text without the codes that a site replaces by pictures and their like. */
  private static String prose(Element text) {
    String written = Xml.is(text, "encoded") ? text.wholeText() : "";
    return written.isEmpty()
        ? Xml.prose(text)
        : HtmlText.plain(CODE.matcher(PICTURE.matcher(written).replaceAll("")).replaceAll(""));
  }

  /** Of a source that is an element of its own the title: Atom keeps a feed's parts in it. */
  private static String title(Element source) {
    return Xml.child(source, "title").map(Xml::text).orElseGet(() -> Xml.text(source));
  }

  private static @Nullable String id(Element item) {
    String id = Xml.child(item, "guid", "id").map(Xml::text).orElse("");
    return id.isEmpty() || NUMBER.matcher(id).matches() || id.length() > 2000 ? null : id;
  }

  private static List<String> authors(Element item) {
    List<String> authors = new ArrayList<>();
    for (String name : List.of("dc:creator", "author", "contributor")) {
      for (Element child : item.children()) {
        if (authors.isEmpty() || !name.equals("contributor")) {
          if (Xml.is(child, name)) {
            author(
                Xml.child(child, "name").map(Xml::text).orElseGet(() -> Xml.text(child)), authors);
          }
        }
      }
    }
    return authors;
  }

  private static void author(String written, List<String> authors) {
    Matcher mailbox = MAILBOX.matcher(written);
    String author = mailbox.matches() ? mailbox.group(1) : written;
    if (!ADDRESS.matcher(author).matches() && !authors.contains(author)) {
      authors.add(author);
    }
  }

  private static @Nullable String url(Element item) {
    for (Element link : item.children()) {
      String rel = link.attr("rel");
      if (Xml.is(link, "link") && (rel.isEmpty() || rel.equals("alternate"))) {
        String address = link.hasAttr("href") ? link.attr("href") : Xml.text(link);
        if (!address.isBlank()) {
          return address;
        }
      }
    }
    String guid = Xml.child(item, "guid").map(Xml::text).orElse("");
    return guid.startsWith("http") ? guid : null;
  }

  private static List<String> topics(Element item) {
    return item.children().stream()
        .filter(child -> Xml.is(child, "category") || Xml.is(child, "dc:subject"))
        .map(child -> {
          String label = child.hasAttr("label") ? child.attr("label") : child.attr("term");
          return Letters.squeeze(label.isEmpty() ? Xml.text(child) : label);
        })
        .filter(topic -> !topic.isEmpty())
        .distinct()
        .toList();
  }
}
