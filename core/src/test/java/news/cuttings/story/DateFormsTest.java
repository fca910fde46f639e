package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.story.WrittenDate.Order;

/**
 * Days written in the forms of many papers and languages are read back. The names of months and
 * weekdays are the JDK's, not the reader's own.
 */
class DateFormsTest {
  private static final List<String> LANGUAGES =
      List.of(
          ("en en-GB de de-AT fr es it pt pt-BR ca nl sv da nb fi pl cs sk hr sr-Latn sl hu ro tr"
                  + " id ru uk bg el")
              .split(" "));

  /** Languages that put a point after the number of the day. */
  private static final Set<String> POINT =
      Set.of("de", "da", "nb", "fi", "cs", "sk", "hr", "sr", "sl");

  /** D is the number of the day, W the weekday, M the month, Y the year. */
  private static final List<String> WITH_NAMES =
      List.of(
          "D M Y",
          "W D M Y",
          "W, D M Y",
          "W. D M Y",
          "D M, Y",
          "D de M de Y",
          "W, D. M Y",
          "D-M-Y",
          "D/M/Y",
          "M D, Y",
          "W, M D, Y",
          "M D, Y W",
          "M D Y",
          "Y M D",
          "(D M Y)",
          "Y. M D.",
          "W D M Y.",
          "Updated: W, D M Y",
          "D M Y (W)");

  private static final List<String> WITH_NUMBERS =
      List.of("yyyy-MM-dd", "yyyy/MM/dd", "yyyy.M.d", "yyyyMMdd", "yyyy-M-d", "yyyy. M. d.");
  private static final List<String> ORDERED =
      List.of("dd/MM/yyyy", "d/M/yyyy", "d.M.yyyy", "dd. MM. yyyy", "dd-MM-yyyy");
  private static final List<String> TIMES =
      List.of(
          "HH:mm",
          "HH.mm",
          "HH:mm:ss",
          "h:mm a",
          "h.mm a",
          "HH'h'mm",
          "HH:mm 'GMT'",
          "HH:mm:ss xx",
          "HH:mm xxx",
          "'at' h:mm a 'ET'",
          "HH:mm 'Uhr'");

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 80_000)
        .map(day -> LocalDate.of(1850, 1, 1).plusDays(day));
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(LANGUAGES);
  }

  @Provide
  Arbitrary<String> named() {
    return Arbitraries.of(WITH_NAMES);
  }

  @Provide
  Arbitrary<TextStyle> styles() {
    return Arbitraries.of(TextStyle.FULL, TextStyle.FULL_STANDALONE);
  }

  @Property(tries = 3000)
  void readsBackWhatPapersWrite(
      @ForAll("days") LocalDate day,
      @ForAll("languages") String language,
      @ForAll("named") String form,
      @ForAll("styles") TextStyle style,
      @ForAll boolean shortWeekday,
      @ForAll boolean capitals) {
    Locale locale = Locale.forLanguageTag(language);
    String month = day.getMonth().getDisplayName(style, locale);
    TextStyle ofWeekday = shortWeekday ? TextStyle.SHORT : TextStyle.FULL;
    String text =
        written(day, form, month, day.getDayOfWeek().getDisplayName(ofWeekday, locale), locale);
    String line = capitals ? text.toUpperCase(locale) : text;

    if (isOfTwoMonths(month, line)) {
      assertThat(WrittenDate.parse(line)).as(line).isIn(Optional.of(day), Optional.empty());
    } else {
      assertThat(WrittenDate.parse(line)).as(line).contains(day);
    }
  }

  /**
   * November in Poland and, in the nominative, in Bohemia, October in Croatia: the ending and the
   * point or the space after the day tell which.
   */
  private static boolean isOfTwoMonths(String month, String line) {
    String lower = month.toLowerCase(Locale.ROOT);
    return lower.equals("listopad")
        || (lower.equals("listopada") && !line.matches("(.*\\D)?\\d{1,2}[.]? [lL].*"));
  }

  /** A short name may mean two months; then it means none, but never the other one. */
  @Property(tries = 3000)
  void neverReadsAnAbbreviationAsAnotherMonth(
      @ForAll("days") LocalDate day,
      @ForAll("languages") String language,
      @ForAll("named") String form) {
    Locale locale = Locale.forLanguageTag(language);
    String month = day.getMonth().getDisplayName(TextStyle.SHORT, locale);
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    String line = written(day, form, month, weekday, locale);

    WrittenDate.parse(line).ifPresent(read -> assertThat(read).as(line).isEqualTo(day));
    if (language.startsWith("en") || language.equals("fr") || language.equals("es")) {
      assertThat(WrittenDate.parse(line)).as(line).contains(day);
    }
  }

  @Property
  void readsNumbersAndTimes(
      @ForAll("days") LocalDate day,
      @ForAll LocalTime time,
      @ForAll("numbers") String numbers,
      @ForAll("times") String clock) {
    String text = written(day, time, numbers) + " " + written(day, time, clock);

    assertThat(WrittenDate.parse(text)).as(text).contains(day);
  }

  @Property
  void readsNumbersInTheirOrder(
      @ForAll("days") LocalDate day,
      @ForAll LocalTime time,
      @ForAll("ordered") String form,
      @ForAll("times") String clock) {
    String text = written(day, time, form) + " " + written(day, time, clock);

    assertThat(WrittenDate.parse(text, Order.DAY_FIRST)).as(text).contains(day);
    boolean two = day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue();
    assertThat(WrittenDate.parse(text).isEmpty()).as(text).isEqualTo(two);
  }

  @Property
  void readsTheWeekdayAsTheJudge(
      @ForAll("days") LocalDate day, @ForAll("languages") String language) {
    Locale locale = Locale.forLanguageTag(language);
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    String text =
        weekday + " " + day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();

    WrittenDate.parse(text).ifPresent(read -> assertThat(read).as(text).isEqualTo(day));
    boolean other =
        day.getDayOfMonth() <= 12
            && LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
                .getDayOfWeek()
                .equals(day.getDayOfWeek())
            && day.getDayOfMonth() != day.getMonthValue();
    assertThat(WrittenDate.parse(text).isEmpty()).as(text).isEqualTo(other);
  }

  @Property
  void twoDaysAreNone(
      @ForAll("days") LocalDate one, @ForAll("days") LocalDate two, @ForAll("joins") String join) {
    String text = one + join + two;

    assertThat(WrittenDate.parse(text).isPresent()).as(text).isEqualTo(false);
  }

  @Provide
  Arbitrary<String> joins() {
    return Arbitraries.of(" to ", " - ", "–", " and ", ", ", " ", "/", " bis ", " a ");
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.of(WITH_NUMBERS);
  }

  @Provide
  Arbitrary<String> ordered() {
    return Arbitraries.of(ORDERED);
  }

  @Provide
  Arbitrary<String> times() {
    return Arbitraries.of(TIMES);
  }

  private static String written(LocalDate day, LocalTime time, String pattern) {
    return day.atTime(time)
        .atOffset(ZoneOffset.ofHours(-5))
        .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  /** The date in that form; with a point after the day in languages that have it there. */
  private static String written(
      LocalDate day, String form, String month, String weekday, Locale locale) {
    boolean point = POINT.contains(locale.getLanguage());
    StringBuilder out = new StringBuilder();
    String usual = form.replace("D. ", "D ");
    for (int i = 0; i < usual.length(); i++) {
      switch (usual.charAt(i)) {
        case 'D' ->
            out.append(day.getDayOfMonth()).append(point && usual.startsWith("D ", i) ? "." : "");
        case 'M' -> out.append(month);
        case 'Y' -> out.append(day.getYear());
        case 'W' -> out.append(weekday);
        default -> out.append(usual.charAt(i));
      }
    }
    return out.toString();
  }
}
