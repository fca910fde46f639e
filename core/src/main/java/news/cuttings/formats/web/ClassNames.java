package news.cuttings.formats.web;

import java.util.List;
import java.util.Map;

/** How much the words of a class or an id speak for text of the story (above 0) or against it. */
final class ClassNames {
  private final Map<String, Float> weights;

  ClassNames(Map<String, Float> weights) {
    this.weights = Map.copyOf(weights);
  }

  float weight(List<String> tokens) {
    float sum = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Float weight = weights.get(tokens.get(i));
      sum += weight == null ? 0 : weight;
    }
    return sum;
  }
}
