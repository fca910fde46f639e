package news.cuttings.people;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.cuttings.story.Letters;

/** What a recogniser finds, against what people have marked. */
final class Measure {
  private final Score places = new Score();
  private final Score names = new Score();
  private double tokensPerSecond;

  private Measure() {}

  /** Reads the stories twice: the first time to warm up, the second to time, by the CPU. */
  static Measure of(Recogniser recogniser, List<Tagged> stories) {
    Measure measure = new Measure();
    stories.forEach(story -> measure.add(story, recogniser.mentions(story.text())));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    long tokens = 0;
    long found = 0;
    for (Tagged story : stories) {
      found += recogniser.mentions(story.text()).size();
      tokens += story.tokens();
    }
    long nanos = clock.getCurrentThreadCpuTime() - start;
    if (found != measure.places.found) {
      throw new IllegalStateException("a second reading found " + found);
    }
    measure.tokensPerSecond = tokens * 1e9 / nanos;
    return measure;
  }

  /** F1 by exact place, in hundredths. */
  double f1() {
    return places.f1();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "places %s, names a story %s, %,.0f tokens/s", places, names, tokensPerSecond);
  }

  private void add(Tagged story, List<Mention> mentions) {
    places.add(places(mentions), places(story.people()));
    names.add(names(story.text(), mentions), names(story.text(), story.people()));
  }

  private static Set<String> places(List<Mention> mentions) {
    Set<String> places = new HashSet<>();
    mentions.forEach(m -> places.add(m.start() + "-" + m.end()));
    return places;
  }

  private static Set<String> names(String text, List<Mention> mentions) {
    Set<String> names = new HashSet<>();
    mentions.forEach(m -> names.add(Letters.key(text.substring(m.start(), m.end()))));
    return names;
  }

  private static final class Score {
    private int right;
    private int found;
    private int there;

    void add(Set<String> mine, Set<String> marked) {
      found += mine.size();
      there += marked.size();
      for (String one : mine) {
        right += marked.contains(one) ? 1 : 0;
      }
    }

    double f1() {
      return found + there == 0 ? 0 : 200.0 * right / (found + there);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "P %.1f R %.1f F1 %.1f",
          100.0 * right / Math.max(1, found),
          100.0 * right / Math.max(1, there),
          f1());
    }
  }
}
