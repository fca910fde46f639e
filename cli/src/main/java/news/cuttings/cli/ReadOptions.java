package news.cuttings.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.cuttings.formats.Format;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.People;
import news.cuttings.story.WrittenDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read and how. */
final class ReadOptions {
  /** Forces a format. */
  static final String FORMAT = "--format";

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files, folders, archives (.zip, .tar, .warc) and what gzip, bzip2, xz or zstd packed; -"
              + " for standard input.")
  private List<String> paths = List.of();

  @Option(
      names = FORMAT,
      paramLabel = "NAME",
      description = "Read every file in that format; else it is told by content.")
  private @Nullable String format;

  @Option(
      names = "--map",
      paramLabel = "OURS=THEIRS,…",
      split = ",",
      description =
          "Keys of other people's records, where their names do not say it:"
              + " headline=title,body=fields.bodyText.")
  private Map<String, String> names = new LinkedHashMap<>();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The files' encoding; else UTF-8, or windows-1252 where it is not.")
  private @Nullable String encoding;

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description =
          "day-first or month-first: what 03/04/2024 means; else it names two days, and such a"
              + " story is undated.")
  private @Nullable String dates;

  @Option(
      names = "--headlines-only",
      description = "File records that have a headline and no text, too.")
  private boolean headlinesOnly;

  @Mixin private final PeopleOptions people = new PeopleOptions();

  List<String> paths() {
    return paths;
  }

  /** Reads the aliases, where there are any. */
  People people() throws IOException {
    return people.people();
  }

  StoryFiles files() {
    StoryFiles files = StoryFiles.byContent().boxes(Boxes.ALL).names(theirs());
    if (format != null) {
      files = files.format(format(format));
    }
    if (headlinesOnly) {
      files = files.headlinesOnly();
    }
    if (dates != null) {
      files = files.dates(order(dates));
    }
    return encoding == null ? files : files.encoding(charset(encoding));
  }

  /** What besides a file decides what is filed of it. */
  String fingerprint() throws IOException {
    return Integer.toHexString(
        Objects.hash(format, names, encoding, dates, headlinesOnly, people.fingerprint()));
  }

  /** Reads one path, or standard input. */
  static void read(StoryFiles files, String path, Terminal terminal, Sink sink) throws IOException {
    if (path.equals("-")) {
      files.read("-", terminal.in(), sink);
    } else {
      files.read(Path.of(path), sink);
    }
  }

  /** Their names to ours; on the command line it is the other way round. */
  private Map<String, String> theirs() {
    Map<String, String> theirs = new LinkedHashMap<>();
    names.forEach((ours, their) -> theirs.put(their, ours));
    return theirs;
  }

  private static Format format(String name) {
    return Format.of(name)
        .orElseThrow(() ->
            new Failure(
                Exit.FAILED,
                "there is no format \""
                    + name
                    + "\"; there are "
                    + Stream.of(Format.values())
                        .map(Format::label)
                        .collect(Collectors.joining(", "))));
  }

  private static WrittenDate.Order order(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "day-first" -> WrittenDate.Order.DAY_FIRST;
      case "month-first" -> WrittenDate.Order.MONTH_FIRST;
      default ->
          throw new Failure(
              Exit.FAILED, "--dates is day-first or month-first, got \"" + name + "\"");
    };
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Failure(
          Exit.FAILED,
          "there is no encoding \""
              + name.toLowerCase(Locale.ROOT)
              + "\"; utf-8, windows-1252 and utf-16 are some");
    }
  }
}
