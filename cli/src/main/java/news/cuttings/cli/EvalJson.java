package news.cuttings.cli;

import java.util.List;
import java.util.Map;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.quality.Scores;
import news.cuttings.bench.results.Tree;
import tools.jackson.core.JsonGenerator;

/** Prints each engine's measures on a set as one JSON object. */
final class EvalJson implements EvalReport {
  private static final int DECIMALS = 4;

  private final Terminal terminal;
  private final boolean perTopic;

  EvalJson(Terminal terminal, boolean perTopic) {
    this.terminal = terminal;
    this.perTopic = perTopic;
  }

  @Override
  public void set(Measured measured) {
    String first = measured.scores().get(0).name();
    for (int i = 0; i < measured.scores().size(); i++) {
      Scores one = measured.scores().get(i);
      List<Comparison> compared = i == 0 ? List.of() : measured.comparisons().get(i - 1);
      terminal.print(
          JsonLine.object(json -> {
            json.writeStringProperty("set", measured.set().name());
            json.writeStringProperty("engine", one.name());
            json.writeNumberProperty("topics", one.topics().size());
            json.writeNumberProperty("unanswered", one.coverage().unanswered().size());
            json.writeObjectPropertyStart("options");
            measured
                .options()
                .getOrDefault(one.name(), Map.of())
                .forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeObjectPropertyStart("measures");
            one.measures().forEach(measure -> number(json, measure.label(), one.mean(measure)));
            json.writeEndObject();
            if (!compared.isEmpty()) {
              json.writeName("compared");
              json.writeRawValue(
                  new Tree(compared.stream().map(found -> found.tree(first)).toList()).json());
            }
            if (perTopic) {
              topics(json, one);
            }
          }));
    }
    terminal.flush();
  }

  private static void number(JsonGenerator json, String name, double value) {
    json.writeNumberProperty(name, JsonLine.rounded(value, DECIMALS));
  }

  private static void topics(JsonGenerator json, Scores scores) {
    json.writeObjectPropertyStart("per_topic");
    for (Measure measure : scores.measures()) {
      double[] values = scores.of(measure);
      json.writeObjectPropertyStart(measure.label());
      for (int i = 0; i < values.length; i++) {
        number(json, scores.topics().get(i), values[i]);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  @Override
  public void end() {}
}
