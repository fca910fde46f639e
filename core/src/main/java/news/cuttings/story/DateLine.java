package news.cuttings.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.story.CalendarWords.Look;
import news.cuttings.story.WrittenDate.Order;
import org.jspecify.annotations.Nullable;

/**
 * One date as it is written: of all that could be a time of day each is taken out in turn, and what
 * is left must be numbers, names of months and weekdays, and the small words about them, to the
 * last one.
 */
final class DateLine {
  /** Where a page says twice when: {@code Posted: … | Last updated: …}. */
  private static final Pattern PARTS =
      Pattern.compile(
          "[|•·;]|(?<=[\\s(])(?=(?:" + String.join("|", CalendarWords.labels()) + ")(?!\\p{L}))");

  private static final String ZONE_NAME =
      "(?:z|utc?|gmt|[ecmp][sd]?t|ak[sd]t|hst|[an][sd]t|bst|wes?t|ces?t|ees?t|msk|[is]st|sast|[jk]st"
          + "|hkt|sgt|pkt|a[ecw][sd]t|nz[sd]t|mez|mesz)";
  private static final String OFFSET = "[+-]\\d{2}(?::?\\d{2})?(?!\\d)";
  private static final String ZONE =
      "(?:\\s?(?<zone>" + ZONE_NAME + ")(?!\\p{L}))?(?:\\s?(?<offset>" + OFFSET + "))?";

  /** {@code 15:21:41.79 GMT+0000}, {@code 3.21 pm}, {@code 15h21}, {@code 10 a.m. ET}. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d.:/-])(?<hour>[01]?\\d|2[0-4])"
              + "(?:(?:[:.h]|\\s?uhr\\s?)(?<minute>[0-5]\\d)(?:[:.](?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?)?h?"
              + "(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?|\\s?(?<only>[ap])\\.?m\\b\\.?|\\s?(?:h|uhr)(?![\\p{L}\\d]))"
              + "(?![.:/]?\\d)"
              + ZONE);

  /** {@code 1521 GMT}, which is no year for its zone; {@code 1521hrs}. */
  private static final Pattern FOUR_DIGITS =
      Pattern.compile(
          "(?<![\\d.:/-])(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d)"
              + "(?:\\s?(?<zone>gmt|utc?|z|hkt|ist|bst|[ecmp][sd]t)|\\s?(?:hrs|hours|h))(?!\\p{L})");

  /** {@code 20171127T152141Z}. */
  private static final Pattern COMPACT_TIME =
      Pattern.compile(
          "(?<=^\\d{8})[t"
              + " ]?(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d)(?<second>[0-5]\\d|60)?(?:[.,]\\d{1,9})?"
              + "(?:(?<zone>z)|(?<offset>"
              + OFFSET
              + "))?$");

  private static final Pattern COMPACT = Pattern.compile("\\d{8}(?:[t ]?\\d{4}|[t ]?\\d{6}).*");
  private static final Pattern ISO_TIME = Pattern.compile("(?<=\\d)t(?=\\d)");
  private static final Pattern ISO_ZONE =
      Pattern.compile("(?<=^\\d{4}-\\d{2}-\\d{2})(?:z|[+-]\\d{2}:\\d{2})$");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()\\d]*\\)|\\[[^\\[\\]\\d]*\\]");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號]");
  private static final Pattern EAST_ASIAN_TIME =
      Pattern.compile("(\\d{1,2})\\s?[時时시点點]\\s?(\\d{1,2})\\s?[分분]");
  private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}[\\p{L}\\p{M}]*|\\S");
  private static final String PUNCTUATION = ",.:-–—−/()・、";

  /** What numbers may have after them: {@code 27th}, {@code 1er}, {@code 27º}. */
  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "o", "a", "e", "ste", "de", "го", "η", "an");

  /** The hours of zones whose names mean one zone only. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("cet", 1),
          Map.entry("cest", 2));

  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2199;
  private static final int MOST_TOKENS = 24;
  private static final int MOST_DIGITS = 8;

  /** Of years of two digits, those below are of this century, as mail has it (RFC 2822). */
  private static final int CENTURY = 50;

  private final List<Reading> readings;
  private final boolean update;

  private DateLine(List<Reading> readings, boolean update) {
    this.readings = readings;
    this.update = update;
  }

  /** The text without one time of day, and that time; the whole text where it has none. */
  private record Reading(String rest, @Nullable LocalTime time, @Nullable ZoneOffset zone) {}

  /** The text's dates, each with what introduces it. */
  static List<DateLine> in(String text) {
    String line = BRACKETS.matcher(Letters.fold(Letters.squeeze(text))).replaceAll(" ");
    return PARTS
        .splitAsStream(line)
        .filter(part -> part.chars().anyMatch(Character::isDigit))
        .map(DateLine::of)
        .toList();
  }

  private static DateLine of(String folded) {
    String line = EAST_ASIAN.matcher(folded.strip()).replaceAll("$1-$2-$3 ");
    line = EAST_ASIAN_TIME.matcher(line).replaceAll("$1:$2 ");
    boolean update =
        TOKEN.matcher(line).results().anyMatch(word -> CalendarWords.isUpdate(word.group()));
    List<Reading> readings = new ArrayList<>();
    if (COMPACT.matcher(line).matches()) {
      readTimes(line, COMPACT_TIME, readings);
    }
    line = ISO_ZONE.matcher(ISO_TIME.matcher(line).replaceAll(" ")).replaceAll("");
    readings.add(new Reading(line, null, null));
    readTimes(line, TIME, readings);
    readTimes(line, FOUR_DIGITS, readings);
    return new DateLine(readings, update);
  }

  private static void readTimes(String line, Pattern pattern, List<Reading> readings) {
    Matcher time = pattern.matcher(line);
    while (time.find()) {
      String rest = line.substring(0, time.start()) + ' ' + line.substring(time.end());
      readings.add(new Reading(rest, time(time), zone(time)));
    }
  }

  private static @Nullable LocalTime time(Matcher time) {
    int hour = Integer.parseInt(time.group("hour"));
    String half = group(time, "half") != null ? group(time, "half") : group(time, "only");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return null;
      }
      hour = hour % 12 + (half.equals("p") ? 12 : 0);
    }
    String minute = group(time, "minute");
    String second = group(time, "second");
    String fraction = group(time, "fraction");
    return hour > 23
        ? null
        : LocalTime.of(
            hour,
            minute == null ? 0 : Integer.parseInt(minute),
            second == null ? 0 : Math.min(59, Integer.parseInt(second)),
            fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
  }

  private static @Nullable ZoneOffset zone(Matcher time) {
    String offset = group(time, "offset");
    if (offset != null) {
      String digits = offset.replace(":", "");
      int hours = Integer.parseInt(digits, 1, 3, 10);
      int minutes = digits.length() > 3 ? Integer.parseInt(digits, 3, 5, 10) : 0;
      int sign = digits.startsWith("-") ? -1 : 1;
      return hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)
          ? null
          : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
    Integer hours = HOURS.get(String.valueOf(group(time, "zone")));
    return hours == null ? null : ZoneOffset.ofHours(hours);
  }

  private static @Nullable String group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
  }

  /** Whether it says of itself that the story was there before: {@code Updated}. */
  boolean isUpdate() {
    return update;
  }

  /** Whether there is a time and nothing of a day. */
  boolean isTimeAlone() {
    return readings.stream()
        .anyMatch(r -> r.time() != null && r.rest().chars().noneMatch(Character::isDigit));
  }

  /** Every day that it may name; one on another weekday than it says only where none is on it. */
  Set<LocalDate> days(Order order) {
    Set<LocalDate> days = days(order, true);
    return days.isEmpty() ? days(order, false) : days;
  }

  private Set<LocalDate> days(Order order, boolean strict) {
    Set<LocalDate> days = new HashSet<>();
    readings.forEach(reading -> days.addAll(days(reading.rest(), order, strict)));
    return days;
  }

  /** The time of day and its zone with which it names that day; empty where it has none. */
  Stream<Instant> moments(LocalDate day) {
    return readings.stream()
        .filter(r -> days(r.rest(), Order.UNKNOWN, false).contains(day))
        .flatMap(r ->
            r.time() == null || r.zone() == null
                ? Stream.empty()
                : Stream.of(day.atTime(r.time()).toInstant(r.zone())));
  }

  private static Set<LocalDate> days(String rest, Order order, boolean strict) {
    Numbers numbers = new Numbers(order);
    List<String> words = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(rest);
    int end = -1;
    boolean afterNumber = false;
    for (int count = 0; tokens.find(); count++) {
      String token = tokens.group();
      char first = token.charAt(0);
      boolean isWord = Character.isLetter(first);
      boolean isOrdinal = isWord && afterNumber && end == tokens.start();
      if (count == MOST_TOKENS
          || (token.length() > MOST_DIGITS && !isWord)
          || (!isWord && !Character.isDigit(first) && PUNCTUATION.indexOf(first) < 0)) {
        return Set.of();
      }
      if (Character.isDigit(first)) {
        numbers.add(token);
      } else if (!isWord) {
        numbers.part(first);
      } else if (!(isOrdinal && ORDINALS.contains(token))) {
        numbers.part('w');
        words.add(token);
      }
      afterNumber = Character.isDigit(first);
      end = tokens.end();
    }
    return days(numbers, words, strict);
  }

  /** Each word in turn as the month, and none: the others say the weekday, or nothing. */
  private static Set<LocalDate> days(Numbers numbers, List<String> words, boolean strict) {
    Set<LocalDate> days = new HashSet<>(onWeekday(numbers.days(), words, -1, strict));
    for (int i = 0; i < words.size(); i++) {
      Set<LocalDate> named = new HashSet<>();
      for (int month : CalendarWords.months(words.get(i), numbers.look())) {
        numbers.dayIn(month).ifPresent(named::add);
      }
      days.addAll(onWeekday(named, words, i, strict));
    }
    return days;
  }

  /** Of those days the ones on the weekday named; else, a slip of the pen, all. */
  private static Set<LocalDate> onWeekday(
      Set<LocalDate> days, List<String> words, int month, boolean strict) {
    Set<LocalDate> fitting = new HashSet<>(days);
    for (int i = 0; i < words.size() && !fitting.isEmpty(); i++) {
      Set<Integer> weekdays = CalendarWords.weekdays(words.get(i));
      boolean isSmall = CalendarWords.isSmall(words.get(i));
      if (i == month) {
        continue;
      }
      if (weekdays.isEmpty() && !isSmall) {
        return Set.of();
      }
      if (strict && !isSmall) {
        fitting.removeIf(day -> !weekdays.contains(day.getDayOfWeek().getValue()));
      }
    }
    return fitting;
  }

  /** The numbers of a date, in order, and what parts them. */
  private static final class Numbers {
    private final Order order;
    private final List<String> digits = new ArrayList<>();
    private final List<String> between = new ArrayList<>();
    private final StringBuilder parting = new StringBuilder();

    Numbers(Order order) {
      this.order = order;
    }

    void add(String number) {
      digits.add(number);
      between.add(parting.toString());
      parting.setLength(0);
    }

    void part(char c) {
      parting.append(c);
    }

    private int value(int i) {
      return Integer.parseInt(digits.get(i));
    }

    private boolean isYear(int i) {
      return digits.get(i).length() == 4 && value(i) >= FIRST_YEAR && value(i) <= LAST_YEAR;
    }

    private boolean isShort(int i) {
      return digits.get(i).length() <= 2;
    }

    private static int century(int year) {
      return year + (year < CENTURY ? 2000 : 1900);
    }

    Look look() {
      if (digits.size() != 2 || !isShort(0) || between.get(1).isEmpty()) {
        return Look.UNKNOWN;
      }
      return switch (between.get(1).charAt(0)) {
        case '.' -> Look.POINT;
        case 'w' -> Look.SPACE;
        default -> Look.UNKNOWN;
      };
    }

    /** The days that the numbers name where no word is a month. */
    Set<LocalDate> days() {
      Set<LocalDate> days = new HashSet<>();
      if (digits.size() == 1 && digits.getFirst().length() == MOST_DIGITS) {
        int year = value(0) / 10000;
        if (year >= FIRST_YEAR && year <= LAST_YEAR) {
          WrittenDate.day(year, value(0) / 100 % 100, value(0) % 100).ifPresent(days::add);
        }
        return days;
      }
      boolean isTriple =
          digits.size() == 3
              && between.get(1).equals(between.get(2))
              && between.get(1).length() <= 1
              && !between.get(1).equals("w");
      if (!isTriple) {
        return days;
      }
      if (isYear(0) && isShort(1) && isShort(2)) {
        WrittenDate.day(value(0), value(1), value(2)).ifPresent(days::add);
      } else if (isShort(0) && isShort(1) && isYear(2)) {
        addOrdered(value(0), value(1), value(2), days);
      } else if (order != Order.UNKNOWN && isShort(0) && isShort(1) && isShort(2)) {
        addOrdered(value(0), value(1), century(value(2)), days);
      }
      return days;
    }

    private void addOrdered(int first, int second, int year, Set<LocalDate> days) {
      if (order != Order.MONTH_FIRST) {
        WrittenDate.day(year, second, first).ifPresent(days::add);
      }
      if (order != Order.DAY_FIRST || days.isEmpty()) {
        WrittenDate.day(year, first, second).ifPresent(days::add);
      }
      if (order == Order.MONTH_FIRST && days.isEmpty()) {
        WrittenDate.day(year, second, first).ifPresent(days::add);
      }
    }

    /** The day that the numbers name where a word is that month. */
    Optional<LocalDate> dayIn(int month) {
      if (digits.size() != 2) {
        return Optional.empty();
      }
      if (isShort(0) && isYear(1)) {
        return WrittenDate.day(value(1), month, value(0));
      }
      if (isYear(0) && isShort(1)) {
        return WrittenDate.day(value(0), month, value(1));
      }
      return order != Order.UNKNOWN && isShort(0) && digits.get(1).length() == 2
          ? WrittenDate.day(century(value(1)), month, value(0))
          : Optional.empty();
    }
  }
}
