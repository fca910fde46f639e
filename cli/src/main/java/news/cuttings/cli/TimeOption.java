package news.cuttings.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a question may take. */
final class TimeOption {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m)");

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "Answer with what was found after so long: 500ms, 2s or 1m.")
  private @Nullable String timeout;

  /** The time; empty where it is not bounded. */
  Optional<Duration> time() {
    if (timeout == null) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(timeout.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new Failure(Exit.FAILED, "\"" + timeout + "\" is no duration; write 500ms, 2s or 1m");
    }
    return Optional.of(duration(Long.parseLong(form.group(1)), form.group(2)));
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
