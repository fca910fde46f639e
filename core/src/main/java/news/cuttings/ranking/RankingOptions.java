package news.cuttings.ranking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.cuttings.story.SmallFile;
import news.cuttings.story.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How an index weighs words: settings by name, written in a file as {@code name = value}, one a
 * line, with {@code #} before a remark. What is not said is as in {@link #DEFAULT}. Immutable.
 *
 * <p>An index keeps the options it was made with and is asked with those; other options take {@link
 * news.cuttings.Maintenance#rebuild}, for weights of one kind and another must not meet in an
 * index.
 */
public final class RankingOptions {
  private static final String ANALYSIS = "analysis";

  /** How settings of a second stage began, which there once was. */
  private static final String RETIRED = "feedback_";

  /** How text becomes terms. */
  public enum Analysis {
    /** A newspaper's words, folded and stemmed. */
    NEWS,
    /** Unicode's words in lower case, no more, as Lucene's StandardAnalyzer has them. */
    STANDARD;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A setting that is a number. */
  private enum Setting {
    K1(3, 0, 1000, false),
    B(0.6, 0, 1, false),
    HEADLINE_WEIGHT(3, 0, 100, true),
    LEAD_WEIGHT(1, 0, 100, true),
    PEOPLE_WEIGHT(1, 0, 100, true);

    private final double usual;
    private final double least;
    private final double most;
    private final boolean whole;

    Setting(double usual, double least, double most, boolean whole) {
      this.usual = usual;
      this.least = least;
      this.most = most;
      this.whole = whole;
    }

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String text(double value) {
      return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private double value(String text) {
      double value;
      try {
        value = whole ? Integer.parseInt(text) : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (value >= least && value <= most) { // never so for NaN
        return value;
      }
      String number = whole ? "a whole number" : "a number";
      throw new IllegalArgumentException(
          label()
              + " must be "
              + number
              + " from "
              + text(least)
              + " to "
              + text(most)
              + ", got \""
              + text
              + "\"");
    }

    private static Optional<Setting> of(String label) {
      return Stream.of(values()).filter(setting -> setting.label().equals(label)).findFirst();
    }
  }

  private static final int MOST_BYTES = 1 << 20;

  /** What is fitted for news; {@code RELEVANCE.md} has the evidence. */
  public static final RankingOptions DEFAULT = new RankingOptions(usual(), Analysis.NEWS);

  private final Map<Setting, Double> values;
  private final Analysis analysis;

  private RankingOptions(Map<Setting, Double> values, Analysis analysis) {
    this.values = values;
    this.analysis = analysis;
  }

  private static Map<Setting, Double> usual() {
    Map<Setting, Double> usual = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      usual.put(setting, setting.usual);
    }
    return usual;
  }

  /** BM25's saturation. */
  public double k1() {
    return of(Setting.K1);
  }

  /** BM25's normalisation by length, from 0 to 1. */
  public double b() {
    return of(Setting.B);
  }

  /** How many times a word of the headline counts. */
  public int headlineWeight() {
    return (int) of(Setting.HEADLINE_WEIGHT);
  }

  /** How many times more a word of the lead counts than one of the rest of the body. */
  public int leadWeight() {
    return (int) of(Setting.LEAD_WEIGHT);
  }

  /** How many times a word of a person's name counts, beside those in the text. */
  public int peopleWeight() {
    return (int) of(Setting.PEOPLE_WEIGHT);
  }

  /** How text becomes terms. */
  public Analysis analysis() {
    return analysis;
  }

  private double of(Setting setting) {
    return Objects.requireNonNull(values.get(setting));
  }

  /** These options with that analysis. */
  public RankingOptions with(Analysis other) {
    Objects.requireNonNull(other, "other");
    return new RankingOptions(values, other);
  }

  /**
   * These options with one setting otherwise.
   *
   * @throws IllegalArgumentException where there is no such setting, or it has no such value
   */
  public RankingOptions with(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    if (name.equals(ANALYSIS)) {
      return with(analysis(value));
    }
    Setting setting = Setting.of(name).orElseThrow(() -> unknown(name));
    Map<Setting, Double> changed = new EnumMap<>(values);
    changed.put(setting, setting.value(value));
    return new RankingOptions(changed, analysis);
  }

  private static Analysis analysis(String value) {
    return Stream.of(Analysis.values())
        .filter(one -> one.label().equals(value))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "analysis must be news or standard, got \"" + value + "\""));
  }

  private static IllegalArgumentException unknown(String name) {
    if (name.startsWith(RETIRED)) {
      return new IllegalArgumentException(
          "there is no option \"" + name + "\" any more, for there is no second stage; remove it");
    }
    String like =
        Spelling.nearest(name, names()).map(one -> "; did you mean " + one + "?").orElse("");
    return new IllegalArgumentException(
        "there is no option \""
            + name
            + "\""
            + (like.isEmpty() ? "; there are " + String.join(", ", names()) : like));
  }

  private static List<String> names() {
    return Stream.concat(Stream.of(Setting.values()).map(Setting::label), Stream.of(ANALYSIS))
        .toList();
  }

  /**
   * Reads a file of options.
   *
   * @throws BadOptionsException where it says what no option can be, with file and line
   * @throws IOException where it cannot be read, is longer than 1 MB or not in UTF-8
   */
  public static RankingOptions read(Path file) throws IOException {
    RankingOptions options = DEFAULT;
    int number = 0;
    String text = SmallFile.text(file, "a file of options", MOST_BYTES);
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      try {
        options = options.withLine(line);
      } catch (IllegalArgumentException e) {
        throw new BadOptionsException(file + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    return options;
  }

  /** Reads what {@link #toString} wrote, in this release or one before. */
  public static RankingOptions parse(String text) {
    Objects.requireNonNull(text, "text");
    RankingOptions options = DEFAULT;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (!line.startsWith(RETIRED)) {
        options = options.withLine(line);
      }
    }
    return options;
  }

  private RankingOptions withLine(String line) {
    int remark = line.indexOf('#');
    String said = (remark < 0 ? line : line.substring(0, remark)).strip();
    if (said.isEmpty()) {
      return this;
    }
    int equals = said.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("\"" + said + "\" is not of the form name = value");
    }
    return with(said.substring(0, equals).strip(), said.substring(equals + 1).strip());
  }

  /** Writes all of them to a file, as {@link #read} reads it. */
  public void write(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    Files.writeString(file, this + "\n", StandardCharsets.UTF_8);
  }

  /** The settings by name, in order, with their values as written. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      settings.put(setting.label(), setting.text(of(setting)));
    }
    settings.put(ANALYSIS, analysis.label());
    return settings;
  }

  /** In what the two differ, as {@code k1 1.2 and not 3.0}. */
  public String differenceFrom(RankingOptions other) {
    Objects.requireNonNull(other, "other");
    Map<String, String> theirs = other.settings();
    return settings().entrySet().stream()
        .filter(one -> !one.getValue().equals(theirs.get(one.getKey())))
        .map(one -> one.getKey() + " " + one.getValue() + " and not " + theirs.get(one.getKey()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RankingOptions that
        && values.equals(that.values)
        && analysis == that.analysis;
  }

  @Override
  public int hashCode() {
    return settings().hashCode();
  }

  /** As in a file. */
  @Override
  public String toString() {
    return settings().entrySet().stream()
        .map(one -> one.getKey() + " = " + one.getValue())
        .collect(Collectors.joining("\n"));
  }
}
