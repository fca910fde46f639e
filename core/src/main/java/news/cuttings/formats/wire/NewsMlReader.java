package news.cuttings.formats.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads NewsML-G2: a news item, or a message of several; packages only point at items. */
public final class NewsMlReader implements StoryReader {
  private static final Set<String> ROOTS = Set.of("newsitem", "newsmessage", "packageitem");

  @Override
  public Evidence evidence(Sample sample) {
    String root = Xml.root(sample);
    return ROOTS.contains(root) ? Evidence.sure("the element " + root) : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Optional<Document> document = Xml.read(in, intake);
    if (document.isEmpty()) {
      return;
    }
    List<Element> items = Xml.all(document.get(), "newsitem");
    items.forEach(item -> story(item, intake));
    if (items.isEmpty()) {
      intake.skip(1, "no text", "a package that points at items and holds none", "");
    }
  }

  private static void story(Element item, Intake intake) {
    long line = Xml.line(item);
    Optional<Element> about = Xml.child(item, "itemmeta");
    Optional<Element> content = Xml.child(item, "contentmeta");
    Parts parts =
        Parts.of(
            "people",
            "subject and person",
            "byline",
            "by, else creator",
            "source",
            "provider, else infoSource or creditline",
            "topics",
            "subject and keyword");
    Optional<Element> title =
        content
            .flatMap(meta -> Xml.child(meta, "headline"))
            .or(() -> about.flatMap(meta -> Xml.child(meta, "title")));
    String headline = Xml.told("headline", title, parts).map(Xml::text).orElse("");
    String body =
        Xml.told("body", Xml.first(item, "inlinexml", "inlinedata"), parts)
            .map(NewsMlReader::body)
            .orElse("");
    if (body.isBlank() && !intake.wishes().headlinesOnly()) {
      intake.skip(line, "no text", "an item without a text of its own", item.outerHtml());
      return;
    }
    Story.Builder story =
        Story.builder()
            .id(item.hasAttr("guid") ? item.attr("guid") : null)
            .headline(headline)
            .body(body)
            .source(
                about
                    .flatMap(meta -> Xml.child(meta, "provider"))
                    .or(() -> content.flatMap(meta -> Xml.child(meta, "infosource", "creditline")))
                    .map(NewsMlReader::name)
                    .filter(name -> !name.isBlank())
                    .orElse(null))
            .role(Role.STORY);
    content.ifPresent(meta -> subjects(meta, item, story));
    content.ifPresent(meta -> story.authors(authors(meta)));
    Kept kept = new Kept();
    about.flatMap(meta -> Xml.child(meta, "pubstatus")).ifPresent(s -> kept.add("status", code(s)));
    about
        .flatMap(meta -> Xml.child(meta, "embargoed"))
        .ifPresent(e -> kept.add("embargo", Xml.text(e)));
    content
        .flatMap(meta -> Xml.child(meta, "urgency"))
        .ifPresent(u -> kept.add("urgency", Xml.text(u)));
    story.further(kept.values());
    Optional<Element> date =
        about
            .flatMap(meta -> Xml.child(meta, "firstcreated", "versioncreated"))
            .or(() ->
                content.flatMap(meta -> Xml.child(meta, "contentcreated", "contentmodified")));
    Dates.set(story, Xml.told("date", date, parts).map(Xml::text), line, intake);
    intake.story(story, line, item.outerHtml(), parts);
  }

  /** The text itself: of a page its body, of NITF its content. */
  private static String body(Element inline) {
    return Xml.prose(Xml.first(inline, "body.content", "body").orElse(inline));
  }

  private static void subjects(Element meta, Element item, Story.Builder story) {
    Set<String> persons = new LinkedHashSet<>();
    Set<String> topics = new LinkedHashSet<>();
    for (Element subject : meta.children()) {
      if (Xml.is(subject, "subject")) {
        boolean isPerson = subject.attr("type").toLowerCase(Locale.ROOT).endsWith("person");
        (isPerson ? persons : topics).add(name(subject));
      } else if (Xml.is(subject, "keyword")) {
        topics.add(Xml.text(subject));
      }
    }
    Tagged.people(item).forEach(person -> persons.add(person.name()));
    story.people(Tagged.people(persons)).topics(List.copyOf(topics));
  }

  private static List<String> authors(Element meta) {
    List<Element> lines = new ArrayList<>();
    List<String> creators = new ArrayList<>();
    for (Element child : meta.children()) {
      if (Xml.is(child, "by")) {
        lines.add(child);
      } else if (Xml.is(child, "creator")) {
        creators.add(name(child));
      }
    }
    List<String> authors = Tagged.authors(lines);
    return authors.isEmpty() ? creators : authors;
  }

  private static String name(Element of) {
    return Xml.child(of, "name")
        .map(Xml::text)
        .orElseGet(() -> {
          String text = Xml.text(of);
          return text.isEmpty() ? of.attr("literal") : text;
        });
  }

  private static String code(Element of) {
    String code = of.hasAttr("qcode") ? of.attr("qcode") : Xml.text(of);
    return code.substring(code.indexOf(':') + 1);
  }
}
