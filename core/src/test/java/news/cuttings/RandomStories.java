package news.cuttings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Makes stories like news at random: names with accents, apostrophes and particles, dates and
 * headlines that may be absent, words as frequent as words are (G. Zipf), odd characters now and
 * then. The same seed gives the same stories.
 *
 * <p>A test takes one as a parameter through {@link Injected}; one that fails tells the seed, which
 * {@code -Dcuttings.seed=NUMBER} repeats.
 */
public final class RandomStories {
  private static final String SEED = "cuttings.seed";
  private static final int VOCABULARY = 2_000;
  private static final List<String> WORDS = vocabulary();
  private static final List<String> FIRST =
      List.of("Alicia", "Seán", "Andrés Manuel", "Zoë", "Jürgen", "Anne-Marie", "José", "Mary");
  private static final List<String> LAST =
      List.of(
          "Bárcena",
          "Barcena",
          "O’Neill",
          "O'Neill",
          "López Obrador",
          "van der Berg",
          "de la Cruz",
          "D’Angelo",
          "Klopp",
          "Müller",
          "Smith",
          "Łukasz",
          "Bjørnson",
          "Ng",
          "McDonald-Jones");
  private static final List<String> SOURCES =
      List.of("The Guardian", "Woman's Era", "Le Monde", "Süddeutsche Zeitung", "Reuters");
  private static final List<String> ODD =
      List.of(
          "AT&T",
          "C++",
          "U.S.",
          "Mexico's",
          "naïve",
          "e\u0301lite",
          "北京",
          "😀",
          "\u200Bhidden",
          "soft\u00ADhyphen",
          "½",
          "ﬁnal",
          "🏴‍☠️",
          "ŉ",
          "İstanbul",
          "$4.5bn",
          "R&D");

  private final long seed;
  private final Random random;

  /** With that seed. */
  public RandomStories(long seed) {
    this.seed = seed;
    random = new Random(seed);
  }

  /** With the seed that the system property gives, else another each time. */
  public static RandomStories seeded() {
    return new RandomStories(Long.getLong(SEED, System.nanoTime()));
  }

  /** Gives a test its stories, and tells the seed where it fails. */
  public static final class Injected implements ParameterResolver, TestExecutionExceptionHandler {
    private static final ExtensionContext.Namespace SPACE =
        ExtensionContext.Namespace.create(Injected.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == RandomStories.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      RandomStories stories = seeded();
      test.getStore(SPACE).put(SEED, stories);
      return stories;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable thrown)
        throws Throwable {
      RandomStories stories = test.getStore(SPACE).get(SEED, RandomStories.class);
      if (stories != null) {
        thrown.addSuppressed(new AssertionError("repeat with " + stories));
      }
      throw thrown;
    }
  }

  /** The source of chance, for what a test chooses besides. */
  public Random random() {
    return random;
  }

  /** So many stories, no two of one id. */
  public List<Story> list(int count) {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stories.add(next("s" + i));
    }
    return stories;
  }

  /** A story of that id. */
  public Story next(String id) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      names.add(name());
    }
    Story.Builder story = Story.builder().id(id).body(body(names));
    if (random.nextInt(5) > 0) {
      story.headline(capital(text(3 + random.nextInt(8))));
    }
    if (random.nextInt(4) > 0) {
      story.date(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(40)));
    }
    if (random.nextInt(3) == 0) {
      story.published(Instant.ofEpochSecond(1_577_836_800L + random.nextInt(3) * 3600L));
    }
    if (random.nextInt(4) > 0) {
      story.source(one(SOURCES));
    }
    if (random.nextInt(6) == 0) {
      story.section("Sport").topics(List.of("grain", "trade talks")).edition("Autumn 2022");
    }
    return story.people(names.stream().map(Person::given).toList()).build();
  }

  /** A name of a person. */
  public String name() {
    return one(FIRST) + " " + one(LAST);
  }

  /** A word, as frequent as its rank says. */
  public String word() {
    return WORDS.get((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1);
  }

  /** So many words, without odd ones. */
  public String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word());
    }
    return String.join(" ", words);
  }

  private String text(int count) {
    StringBuilder text = new StringBuilder(words(count));
    if (random.nextInt(10) == 0) {
      text.append(' ').append(one(ODD));
    }
    return text.toString();
  }

  private String body(Set<String> names) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      StringBuilder paragraph = new StringBuilder();
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        paragraph.append(capital(text(4 + random.nextInt(20)))).append(j == 1 ? "." : ". ");
      }
      paragraphs.add(paragraph.toString());
    }
    names.forEach(name -> paragraphs.add(name + " said " + text(5) + "."));
    return String.join("\n\n", paragraphs);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Words that no stemmer changes and no two of which fold to the same. */
  private static List<String> vocabulary() {
    List<String> words = new ArrayList<>();
    List<String> syllables =
        List.of("ka", "mo", "ri", "tu", "ven", "lor", "pag", "dim", "bo", "zu");
    for (int i = 0; i < VOCABULARY; i++) {
      StringBuilder word = new StringBuilder("w");
      for (int rest = i + 10; rest > 0; rest /= 10) {
        word.append(syllables.get(rest % 10));
      }
      words.add(word.append('k').toString());
    }
    return List.copyOf(words);
  }

  @Override
  public String toString() {
    return "-D" + SEED + "=" + seed;
  }
}
