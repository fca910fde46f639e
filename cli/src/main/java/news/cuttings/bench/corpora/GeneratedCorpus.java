package news.cuttings.bench.corpora;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import news.cuttings.story.Person;
import news.cuttings.story.Story;

/**
 * Invented stories, as many as are wanted: words by a law of Zipf and Mandelbrot whose commonest
 * are English function words, an affair that lends each story some words and people of its own,
 * lengths by a log-normal law, days over twenty years. Each story is made from the seed and its
 * number alone, so that a smaller corpus is the beginning of a greater. Streams; safe for use by
 * many threads.
 */
public final class GeneratedCorpus implements Corpus {
  private static final int WORDS = 200_000;
  private static final double MANDELBROT = 2.7;
  private static final int AFFAIR_WORDS = 40;
  private static final int STORIES_AN_AFFAIR = 12;
  private static final int PEOPLE = 20_000;
  private static final int SOURCES = 40;
  private static final int DAYS = 20 * 365;
  private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
  private static final double MEDIAN_LENGTH = 220;
  private static final double SPREAD = 0.6;
  private static final int LONGEST = 3000;

  private static final String[] FUNCTION_WORDS = {
    "the", "of", "to", "a", "in", "and", "said", "for", "on", "that", "it", "is", "was", "by",
    "with", "at", "as", "from", "be", "has", "its", "he", "will", "an", "are", "have", "not",
        "would",
    "were", "had", "but", "which", "this", "they", "or", "been", "their", "who", "more", "we"
  };
  private static final String[] STARTS = {
    "b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t",
    "tr", "v"
  };
  private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
  private static final String[] ENDS = {"", "n", "r", "l", "st", "ck", "m", "nd"};

  private final long stories;
  private final long seed;
  private final double[] shares = cumulative(WORDS);

  /**
   * @param stories how many
   * @param seed makes another corpus of the same kind
   */
  public GeneratedCorpus(long stories, long seed) {
    this.stories = stories;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "generated-" + stories;
  }

  @Override
  public void each(Consumer<Story> to) {
    for (long number = 0; number < stories; number++) {
      to.accept(story(number));
    }
  }

  private static double[] cumulative(int size) {
    double[] sums = new double[size];
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += 1 / (rank + 1 + MANDELBROT);
      sums[rank] = sum;
    }
    for (int rank = 0; rank < size; rank++) {
      sums[rank] /= sum;
    }
    return sums;
  }

  private Story story(long number) {
    SplittableRandom random = new SplittableRandom(mixed(number));
    Affair affair = new Affair(number / STORIES_AN_AFFAIR);
    List<String> people = affair.people(random);
    int length =
        (int) Math.min(LONGEST, Math.max(20, MEDIAN_LENGTH * Math.exp(SPREAD * gauss(random))));
    Story.Builder story =
        Story.builder()
            .id("g" + number)
            .headline(sentence(6 + random.nextInt(5), random, affair, ""))
            .body(body(length, random, affair, people))
            .source("Paper " + random.nextInt(SOURCES));
    if (random.nextInt(20) > 0) {
      story.date(FIRST.plusDays((affair.day + random.nextInt(30)) % DAYS));
    }
    if (random.nextBoolean()) {
      story.people(people.stream().map(Person::given).toList());
    }
    return story.build();
  }

  private long mixed(long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextLong();
  }

  private static double gauss(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private String body(int length, SplittableRandom random, Affair affair, List<String> people) {
    StringBuilder body = new StringBuilder(length * 7);
    int words = 0;
    int sentences = 0;
    while (words < length) {
      int more = 8 + random.nextInt(22);
      String named = random.nextInt(3) == 0 ? people.get(random.nextInt(people.size())) : "";
      body.append(sentence(more, random, affair, named)).append('.');
      words += more;
      sentences++;
      body.append(sentences % 3 == 0 ? '\n' : ' ');
    }
    return body.toString();
  }

  private String sentence(int words, SplittableRandom random, Affair affair, String named) {
    StringBuilder text = new StringBuilder(words * 7);
    int place = named.isEmpty() ? -1 : random.nextInt(words);
    for (int i = 0; i < words; i++) {
      String word = i == place ? named : affair.word(random);
      text.append(i == 0 ? capital(word) : word).append(' ');
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String common(SplittableRandom random) {
    int found = Arrays.binarySearch(shares, random.nextDouble());
    return word(Math.min(WORDS - 1, found < 0 ? -found - 1 : found));
  }

  /** The word of that rank. */
  private static String word(int rank) {
    if (rank < FUNCTION_WORDS.length) {
      return FUNCTION_WORDS[rank];
    }
    StringBuilder word = new StringBuilder();
    long rest = (long) rank - FUNCTION_WORDS.length;
    do {
      word.append(STARTS[(int) (rest % STARTS.length)]);
      rest /= STARTS.length;
      word.append(MIDDLES[(int) (rest % MIDDLES.length)]);
      rest /= MIDDLES.length;
      word.append(ENDS[(int) (rest % ENDS.length)]);
      rest /= ENDS.length;
    } while (rest > 0 || word.length() < 4);
    return word.toString();
  }

  private static String name(int number) {
    return capital(word(FUNCTION_WORDS.length + number % 400))
        + ' '
        + capital(word(FUNCTION_WORDS.length + 1000 + number));
  }

  /** What some stories that follow one another are about. */
  private final class Affair {
    private final int[] words = new int[AFFAIR_WORDS];
    private final int[] people = new int[4];
    private final int day;

    Affair(long number) {
      SplittableRandom random = new SplittableRandom(mixed(-1 - number));
      Arrays.setAll(words, i -> 200 + random.nextInt(WORDS - 200));
      Arrays.setAll(people, i -> (int) (PEOPLE * Math.pow(random.nextDouble(), 3)));
      day = random.nextInt(DAYS);
    }

    String word(SplittableRandom random) {
      return random.nextInt(8) == 0
          ? GeneratedCorpus.word(words[random.nextInt(words.length)])
          : common(random);
    }

    List<String> people(SplittableRandom random) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(people.length); i++) {
        names.add(name(people[i]));
      }
      return names;
    }
  }
}
