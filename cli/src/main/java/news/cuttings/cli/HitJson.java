package news.cuttings.cli;

import java.time.LocalDate;
import java.util.List;
import news.cuttings.query.Explanation;
import news.cuttings.query.Facet;
import news.cuttings.query.Facets;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes hits and summaries as JSON. */
final class HitJson {
  private HitJson() {}

  /**
   * A hit on one line.
   *
   * @param qid the id of the query in a batch; null outside one
   */
  static String of(Hit hit, @Nullable String qid) {
    return JsonLine.object(json -> {
      if (qid != null) {
        json.writeStringProperty("qid", qid);
      }
      json.writeNumberProperty("rank", hit.rank());
      json.writeNumberProperty("score", hit.score());
      json.writeStringProperty("id", hit.id());
      JsonLine.string(json, "headline", hit.headline().orElse(null));
      JsonLine.string(json, "date", hit.date().map(LocalDate::toString).orElse(null));
      JsonLine.string(json, "source", hit.source().orElse(null));
      JsonLine.strings(json, "people", hit.people());
      json.writeStringProperty("snippet", hit.snippet().text());
      json.writeStringProperty("cursor", hit.cursor());
      json.writeObjectPropertyStart("why");
      if (!hit.why().equals(Why.NOTHING)) {
        why(json, hit.why());
      }
      json.writeEndObject();
      if (!hit.copies().isEmpty()) {
        JsonLine.strings(json, "copies", hit.copies());
      }
      hit.explanation().ifPresent(explanation -> explanation(json, explanation));
    });
  }

  private static void why(JsonGenerator json, Why why) {
    JsonLine.strings(json, "people", why.people());
    json.writeArrayPropertyStart("terms");
    for (Why.Term term : why.terms()) {
      json.writeStartObject();
      json.writeStringProperty("term", term.term());
      json.writeNumberProperty("weight", JsonLine.rounded(term.weight(), 4));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("overlap", JsonLine.rounded(why.overlap(), 4));
  }

  private static void explanation(JsonGenerator json, Explanation explanation) {
    json.writeArrayPropertyStart("explanation");
    for (Explanation.Part part : explanation.parts()) {
      json.writeStartObject();
      json.writeStringProperty("what", part.what());
      json.writeNumberProperty("score", JsonLine.rounded(part.score(), 4));
      json.writeStringProperty("because", part.because());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void facets(JsonGenerator json, Facets facets) {
    json.writeObjectPropertyStart("facets");
    facet(json, "person", facets.people());
    facet(json, "source", facets.sources());
    facet(json, "section", facets.sections());
    facet(json, "month", facets.months());
    json.writeNumberProperty("stories", facets.stories());
    JsonLine.words(json, facets.words());
    json.writeEndObject();
  }

  private static void facet(JsonGenerator json, String name, List<Facet> values) {
    json.writeArrayPropertyStart(name);
    for (Facet facet : values) {
      json.writeStartObject();
      json.writeStringProperty("value", facet.value());
      json.writeNumberProperty("stories", facet.stories());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What there is to say of an answer as a whole, on one line. */
  static String summary(Results results, @Nullable String qid) {
    return JsonLine.object(json -> {
      if (qid != null) {
        json.writeStringProperty("qid", qid);
      }
      json.writeObjectPropertyStart("summary");
      json.writeStringProperty("interpretation", results.interpretation());
      JsonLine.strings(
          json, "warnings", results.warnings().stream().map(Warning::message).toList());
      json.writeNumberProperty("total", results.total().stories());
      json.writeBooleanProperty("exact", results.total().exact());
      json.writeBooleanProperty("partial", results.partial());
      JsonLine.words(json, results.words());
      json.writeNumberProperty("took_ms", JsonLine.rounded(results.took().toNanos() / 1e6, 3));
      if (!results.facets().equals(Facets.NONE)) {
        facets(json, results.facets());
      }
      JsonLine.string(json, "cursor", results.cursor().orElse(null));
      json.writeEndObject();
    });
  }
}
