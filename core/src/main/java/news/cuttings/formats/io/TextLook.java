package news.cuttings.formats.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.cuttings.story.Letters;

/**
 * What a text without a format looks like: prose, which may be a story, or something that is none.
 *
 * <p>Prose is running text: hardly a word of it has signs inside that only code and settings have,
 * and half of it stands in sentences. What software says of itself, in licences and instructions,
 * is prose too, and no news: told by how often it speaks of files and of software.
 *
 * @param kind what it may be read as
 * @param what in words: {@code program code}
 */
public record TextLook(Kind kind, String what) {
  /** What a text may be read as. */
  public enum Kind {
    /** Running text. */
    PROSE,
    /** Text that may be a story if somebody says so. */
    TEXT,
    /** What software says of itself. */
    SOFTWARE,
    /** No story in plain text. */
    OTHER
  }

  private static final int LINES = 400;
  private static final int FIELDS = 4;
  private static final int LABELS = 3;

  /**
   * In a hundred words so many that have odd signs inside make code, so many notes on it, so many
   * prose.
   */
  private static final int CODE = 12;

  private static final int MIXED = 6;
  private static final int CLEAN = 3;

  /** In a thousand words so many on software make it a text of software. */
  private static final int OF_SOFTWARE = 25;

  private static final int FEWEST_OF_SOFTWARE = 3;

  /** So many of a hundred are words, not numbers or signs. */
  private static final int ARE_WORDS = 70;

  /** Where a sentence is longer on average, it is a list. */
  private static final int LONGEST_SENTENCE = 80;

  private static final int LONGEST_WORD = 40;

  /** A line of so many words may be a part of a sentence that was broken at one width. */
  private static final int WRAPPED_WORDS = 7;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String ODD = "_/\\=<>{}[]|#~^`*+;$";
  private static final String CLOSING = ".!?…。！？؟।";

  /** {@code HD Council votes}, {@code TI - Council votes}: a field a line, two letters a name. */
  private static final Pattern FIELD =
      Pattern.compile("([A-Z][A-Z0-9])(?:  - ?|\\s{1,4})\\S.*|([A-Z][A-Z0-9])");

  private static final Pattern LABEL = Pattern.compile("\\s*([A-Za-z][A-Za-z -]{2,30}):(?:\\s.*)?");

  private static final Pattern ANY_LABEL =
      Pattern.compile("\\s*(\\p{Lu}[\\p{L}\\p{M} /-]{2,28}):(?:\\s.*)?");

  /** Records come at least so often for their labels to be known as theirs. */
  private static final int RECORDS = 3;

  /** What databases of the press put before a story's parts. */
  private static final Set<String> LABELS_OF_EXPORTS =
      Set.of(
          ("byline,section,length,load-date,publication-type,language,"
                  + "copyright,author,publication info,publication title,"
                  + "publication date,publication year,publication subject,source type,"
                  + "document type,document url,proquest document id,full text,abstract,"
                  + "subject,dateline,graphic,highlight")
              .split(","));

  private static final Pattern LOGGED =
      Pattern.compile(
          "\\W{0,2}(?:(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\w{3}/\\d{4})[T :]\\d\\d:\\d\\d"
              + "|\\d\\d:\\d\\d:\\d\\d|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
              + "|(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\\b).*|.{0,60} - - \\[\\d\\d/.*");

  private static final Set<String> SOFTWARE =
      Set.of(
          ("software git repository strings variable variables runtime shell"
                  + " daemon syntax plugin debug debugging buffer license licenses licensed"
                  + " licence licensor copyright copyrighted warranty warranties"
                  + " redistribute redistribution redistributions noninfringement sublicense"
                  + " file files directory package packages debian upstream install"
                  + " installed installation library libraries compile compiler compiled"
                  + " binary binaries source code configure configuration config script"
                  + " scripts option options version versions bugs module modules kernel"
                  + " function parameter parameters documentation manual html xml json"
                  + " unicode api url gnu unix linux java python perl")
              .split(" "));

  /** What a text that begins so looks like. */
  public static TextLook of(List<String> all) {
    List<String> lines = all.stream().filter(line -> !line.isBlank()).limit(LINES).toList();
    String other =
        Stream.of(
                first(lines),
                fields(lines),
                exported(lines),
                repeated(lines),
                logged(lines),
                table(lines))
            .filter(what -> !what.isEmpty())
            .findFirst()
            .orElse("");
    return other.isEmpty() ? byWords(lines) : new TextLook(Kind.OTHER, other);
  }

  /** What its first lines say that it is; empty where they do not. */
  private static String first(List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.getFirst().strip();
    if (first.startsWith("WARC/")) {
      return "an archive of the web (WARC)";
    }
    if (first.startsWith("#!")) {
      return "program code";
    }
    boolean isSaved =
        lines.stream()
            .limit(30)
            .map(line -> line.toLowerCase(Locale.ROOT))
            .anyMatch(line ->
                line.startsWith("snapshot-content-location:")
                    || line.startsWith("content-type: multipart/related"));
    return isSaved ? "a web page as a browser saves it (MHTML)" : "";
  }

  private static String fields(List<String> lines) {
    TreeSet<String> names = new TreeSet<>();
    long fields = 0;
    for (String line : lines) {
      Matcher field = FIELD.matcher(line.strip());
      if (field.matches()) {
        fields++;
        names.add(field.group(1) == null ? field.group(2) : field.group(1));
      }
    }
    boolean are = names.size() >= FIELDS && fields * 2 >= lines.size();
    return are ? "an export of a database: fields of " + String.join(", ", some(names)) : "";
  }

  private static String exported(List<String> lines) {
    TreeSet<String> labels = new TreeSet<>();
    for (String line : lines) {
      Matcher label = LABEL.matcher(line);
      if (label.matches()) {
        labels.add(label.group(1).toLowerCase(Locale.ROOT));
      }
    }
    labels.retainAll(LABELS_OF_EXPORTS);
    return labels.size() >= LABELS
        ? "an export of a database of the press: it has " + String.join(", ", some(labels))
        : "";
  }

  /**
   * Several records one after the other: the same labels in the same order, again and again, in
   * whatever language.
   */
  private static String repeated(List<String> lines) {
    List<String> labels = new ArrayList<>();
    for (String line : lines) {
      Matcher label = ANY_LABEL.matcher(line);
      if (label.matches()) {
        labels.add(label.group(1));
      }
    }
    Map<String, Long> times =
        labels.stream().collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    Map<Long, List<String>> often =
        times.keySet().stream()
            .collect(Collectors.groupingBy(label -> times.getOrDefault(label, 0L)));
    return often.entrySet().stream()
            .anyMatch(same ->
                same.getKey() >= RECORDS
                    && same.getValue().size() > LABELS
                    && areInTurn(
                        labels.stream().filter(same.getValue()::contains).toList(),
                        same.getValue().size()))
        ? "an export of several stories that could not be parted"
        : "";
  }

  private static boolean areInTurn(List<String> labels, int turn) {
    return IntStream.range(turn, labels.size())
        .allMatch(i -> labels.get(i).equals(labels.get(i - turn)));
  }

  private static List<String> some(TreeSet<String> names) {
    return names.stream().limit(5).toList();
  }

  private static String logged(List<String> lines) {
    long logged = lines.stream().filter(line -> LOGGED.matcher(line).matches()).count();
    return lines.size() > 1 && logged * 2 > lines.size() ? "a log" : "";
  }

  /**
   * A table has in every line half its words in digits; or the same number of cells in every line,
   * two at least, with tabs between; or each of three lines or more opens with a number or an
   * identifier and none ends a sentence.
   */
  private static String table(List<String> lines) {
    return !lines.isEmpty() && (all(lines, TextLook::isRow) || hasCells(lines) || isNumbered(lines))
        ? "a table or a list"
        : "";
  }

  private static boolean all(List<String> lines, Predicate<String> test) {
    return lines.stream().allMatch(test);
  }

  private static boolean isRow(String line) {
    List<String> words = Letters.words(line);
    return words.stream().filter(TextLook::isCode).count() * 2 >= words.size();
  }

  private static boolean isCode(String word) {
    return word.chars().anyMatch(Character::isDigit) || word.chars().noneMatch(Character::isLetter);
  }

  private static boolean hasCells(List<String> lines) {
    long cells = cells(lines.getFirst());
    return lines.size() > 1 && cells > 1 && all(lines, line -> cells(line) == cells);
  }

  private static long cells(String line) {
    return line.strip().chars().filter(c -> c == '\t').count() + 1;
  }

  private static boolean isNumbered(List<String> lines) {
    return lines.size() > 2
        && all(lines, line -> isCode(Letters.words(line).getFirst()) && !endsSentence(line));
  }

  private static boolean endsSentence(String line) {
    String bare = Sentences.withoutClosing(line.strip());
    return !bare.isEmpty() && CLOSING.indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  /** By how its words are made, and how they stand. */
  private static TextLook byWords(List<String> lines) {
    long words = 0;
    long odd = 0;
    long software = 0;
    long letters = 0;
    long ends = 0;
    long all = 0;
    long running = 0;
    for (String line : lines) {
      long before = words;
      long oddBefore = odd;
      for (String token : SPACE.split(line.strip(), -1)) {
        words++;
        boolean isPlain = isPlain(token);
        odd += !isPlain && isOdd(token) ? 1 : 0;
        ends += !isLetters(token) && endsSentence(token) ? 1 : 0;
        letters += isPlain || isWord(token) ? 1 : 0;
        software += SOFTWARE.contains(bare(token)) ? 1 : 0;
      }
      long inLine = words - before;
      boolean isClean = (odd - oddBefore) * 10 <= inLine;
      boolean isRunning =
          isClean && ((endsSentence(line) && isLong(line, inLine)) || inLine >= WRAPPED_WORDS);
      all += line.length();
      running += isRunning ? line.length() : 0;
    }
    if (odd * 100 >= words * CODE) {
      return new TextLook(words < 3 ? Kind.TEXT : Kind.OTHER, "program code, settings or markup");
    }
    boolean isOfSoftware = software >= FEWEST_OF_SOFTWARE && software * 1000 >= words * OF_SOFTWARE;
    if (isOfSoftware || odd * 100 > words * MIXED) {
      return new TextLook(Kind.SOFTWARE, "text about software and its files");
    }
    boolean isClean = odd * 100 <= words * CLEAN && letters * 100 >= words * ARE_WORDS;
    return isClean && ends * LONGEST_SENTENCE >= words && running * 2 >= all && running > 0
        ? new TextLook(Kind.PROSE, "prose")
        : new TextLook(Kind.TEXT, "text that is hardly prose");
  }

  /** Whether a line that ends a sentence is one: three words, or a writing without spaces. */
  private static boolean isLong(String line, long words) {
    return words > 2 || (line.length() > 5 && line.codePoints().anyMatch(TextLook::isUnspaced));
  }

  private static boolean isUnspaced(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return Character.isIdeographic(c)
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.THAI;
  }

  /** Options, names of files and versions, words joined by a capital letter, rules. */
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "^--?[a-z]|[a-z]\\.[a-z]|\\d\\.\\d+\\.\\d|[a-z]{2}[A-Z][a-z]|^[-*=~_.]{4,}$|^0x|::");

  private static final Map<Character, Character> BRACKETS = Map.of('[', ']', '<', '>');

  /** Whether it is a word as most are, which need no second look. */
  private static boolean isPlain(String token) {
    int i = 0;
    while (i < token.length() && "\"'“‘(«".indexOf(token.charAt(i)) >= 0) {
      i++;
    }
    int first = i;
    while (i < token.length()
        && (i == first
            ? Character.isLetter(token.charAt(i))
            : Character.isLowerCase(token.charAt(i)))) {
      i++;
    }
    boolean isWord = i > first && i - first <= LONGEST_WORD;
    while (i < token.length() && ",.!?\"'”’)»…".indexOf(token.charAt(i)) >= 0) {
      i++;
    }
    return isWord && i == token.length();
  }

  private static boolean isLetters(String token) {
    return !token.isEmpty() && Character.isLetter(token.charAt(token.length() - 1));
  }

  /** Whether a word has signs in it that words of a text have not. */
  private static boolean isOdd(String token) {
    int end = token.length();
    if (end > 0 && ";".indexOf(token.charAt(end - 1)) >= 0 && token.indexOf('(') < 0) {
      end--; // a sentence may go on after it
    }
    if (end > 2 && BRACKETS.getOrDefault(token.charAt(0), ' ') == token.charAt(end - 1)) {
      return token.charAt(0) == '<';
    }
    if (end > LONGEST_WORD && token.chars().allMatch(c -> c < 0x80)) {
      return true;
    }
    if (TECHNICAL.matcher(token).find()) {
      return true;
    }
    for (int i = 0; i < end; i++) {
      char c = token.charAt(i);
      if (ODD.indexOf(c) >= 0 && !isMoney(token, i)) {
        return true;
      }
      if (c == '('
          && i > 0
          && Character.isLetterOrDigit(token.charAt(i - 1))
          && !isPlural(token, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String token) {
    return token.chars().anyMatch(Character::isLetter)
        && token.chars().noneMatch(Character::isDigit);
  }

  private static boolean isMoney(String token, int i) {
    char c = token.charAt(i);
    boolean beforeDigit = i + 1 < token.length() && Character.isDigit(token.charAt(i + 1));
    return (c == '$' && beforeDigit)
        || (c == '/'
            && i > 0
            && Character.isLetterOrDigit(token.charAt(i - 1))
            && token.indexOf('/') == token.lastIndexOf('/'));
  }

  /** {@code judge(s)}. */
  private static boolean isPlural(String token, int open) {
    int close = token.indexOf(')', open);
    return close > 0 && close - open < 5;
  }

  private static String bare(String token) {
    int from = 0;
    int to = token.length();
    while (from < to && !Character.isLetter(token.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(token.charAt(to - 1))) {
      to--;
    }
    return token.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
