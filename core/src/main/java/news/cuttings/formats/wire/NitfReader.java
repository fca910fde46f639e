package news.cuttings.formats.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads NITF, the News Industry Text Format, by itself or inside the NewsML of before 2006. */
public final class NitfReader implements StoryReader {
  @Override
  public Evidence evidence(Sample sample) {
    String root = Xml.root(sample);
    boolean isInside =
        root.equals("newsml") && sample.lines().stream().anyMatch(line -> line.contains("<nitf"));
    return root.equals("nitf") || isInside ? Evidence.sure("the element nitf") : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Optional<Document> document = Xml.read(in, intake);
    if (document.isPresent()) {
      Xml.all(document.get(), "nitf").forEach(nitf -> story(nitf, intake));
    }
  }

  private static void story(Element nitf, Intake intake) {
    long line = Xml.line(nitf);
    Optional<Element> data = Xml.first(nitf, "docdata");
    Parts parts =
        Parts.of(
            "body",
            "body.content",
            "people",
            "person",
            "byline",
            "byline",
            "source",
            "pubdata, else distributor or doc.copyright",
            "section",
            "pubdata",
            "topics",
            "keyword and tobject.subject");
    String headline =
        Xml.told("headline", Xml.first(nitf, "hl1", "hedline", "title"), parts)
            .map(Xml::text)
            .orElse("");
    Story.Builder story =
        Story.builder()
            .id(
                data.flatMap(d -> Xml.first(d, "doc-id"))
                    .map(id -> id.attr("id-string"))
                    .orElse(null))
            .headline(headline)
            .body(Xml.first(nitf, "body.content").map(Xml::prose).orElse(""))
            .people(Tagged.people(nitf))
            .authors(Tagged.authors(Xml.all(nitf, "byline")))
            .source(source(nitf))
            .section(Xml.first(nitf, "pubdata").map(d -> d.attr("position.section")).orElse(null))
            .topics(topics(nitf))
            .role(Role.STORY);
    Kept kept = new Kept();
    data.ifPresent(d -> kept.add("status", d.attr("management-status")));
    kept.add("embargo", norm(nitf, "date.release").orElse(""));
    story.further(kept.values());
    Optional<String> date =
        norm(nitf, "date.issue")
            .or(() -> norm(nitf, "story.date"))
            .or(() -> Xml.first(nitf, "pubdata").map(d -> d.attr("date.publication")))
            .filter(text -> !text.isBlank());
    Dates.set(story, date, line, intake);
    parts.add("date", "date.issue, else story.date or pubdata");
    intake.story(story, line, nitf.outerHtml(), parts);
  }

  private static Optional<String> norm(Element nitf, String name) {
    return Xml.first(nitf, name)
        .map(date -> date.hasAttr("norm") ? date.attr("norm") : Xml.text(date))
        .filter(text -> !text.isBlank());
  }

  private static @Nullable String source(Element nitf) {
    return Xml.first(nitf, "pubdata")
        .map(data -> data.attr("name"))
        .filter(name -> !name.isBlank())
        .or(() -> Xml.first(nitf, "distributor").map(Xml::text))
        .or(() -> Xml.first(nitf, "doc.copyright").map(mark -> mark.attr("holder")))
        .orElse(null);
  }

  private static List<String> topics(Element nitf) {
    return Stream.concat(
            Xml.all(nitf, "keyword").stream().map(keyword -> keyword.attr("key")),
            Xml.all(nitf, "tobject.subject").stream()
                .map(subject -> subject.attr("tobject.subject.type")))
        .filter(topic -> !topic.isBlank())
        .distinct()
        .toList();
  }
}
