package news.cuttings.formats.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.MailPart;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * Reads mail: one message, or a mailbox of many (mbox). The subject is the headline, the sender the
 * source; attachments are left out.
 */
public final class MailReader implements StoryReader {
  private static final int MOST_HEADERS = 200;
  private static final int ENOUGH = 3;
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):(?:\\s.*)?");

  /** How a message begins in a mailbox: {@code From ann@brook.example Tue Mar 5 08:00:00 2024}. */
  private static final Pattern FROM_LINE = Pattern.compile("From \\S+.*\\d{1,2}:\\d{2}.*\\d{4}.*");

  private static final Set<String> USUAL =
      Set.of(
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "received",
          "return-path",
          "delivered-to",
          "content-type",
          "reply-to",
          "cc",
          "sender",
          "content-transfer-encoding",
          "dkim-signature",
          "list-unsubscribe",
          "x-mailer");

  /** {@code Ann Lee <ann@brook.example>}, with quotes or none. */
  private static final Pattern MAILBOX = Pattern.compile("\\s*\"?([^\"<>]*?)\"?\\s*<[^<>]*>.*");

  private static final Pattern REPLY =
      Pattern.compile("^(?:(?:re|fwd?|aw|wg|tr|rv)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

  private static final Parts PARTS =
      Parts.of(
          "headline",
          "Subject",
          "body",
          "the message's text",
          "date",
          "Date",
          "source",
          "From",
          "topics",
          "Keywords");

  @Override
  public Evidence evidence(Sample sample) {
    Set<String> headers =
        sample.lines().stream()
            .dropWhile(line -> line.isBlank() || FROM_LINE.matcher(line).matches())
            .takeWhile(line -> !line.isBlank())
            .limit(MOST_HEADERS)
            .map(HEADER::matcher)
            .filter(Matcher::matches)
            .map(header -> header.group(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String first = sample.lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    boolean begins = HEADER.matcher(first).matches() || FROM_LINE.matcher(first).matches();
    boolean isPage = headers.contains("snapshot-content-location"); // a browser's archive
    long usual = headers.stream().filter(USUAL::contains).count();
    return begins && !isPage && usual >= ENOUGH && headers.contains("from")
        ? Evidence.sure("headers of mail").plus(-5)
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    RawLines lines = new RawLines(in);
    StringBuilder message = new StringBuilder();
    long begun = 1;
    boolean afterBlank = true;
    boolean tooLong = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (afterBlank && FROM_LINE.matcher(line).matches()) {
        message(message, begun, tooLong, intake);
        message.setLength(0);
        tooLong = false;
        begun = lines.number() + 1;
        afterBlank = false;
        continue;
      }
      afterBlank = line.isEmpty();
      tooLong |= message.length() + line.length() > MailPart.MOST;
      if (!tooLong) {
        message.append(line.startsWith(">From ") ? line.substring(1) : line).append('\n');
      }
    }
    message(message, begun, tooLong, intake);
  }

  /** Of a message that is too long for memory what was read: attachments come last. */
  private static void message(StringBuilder message, long line, boolean tooLong, Intake intake) {
    String raw = message.toString();
    if (raw.isBlank()) {
      return;
    }
    if (tooLong) {
      intake.warn(line, "too long", "a message of more than 16 MB: its end is left out");
    }
    MailPart part = MailPart.of(raw.stripLeading());
    String subject = part.header("subject");
    String body = part.text();
    String headline = REPLY.matcher(subject).replaceFirst("");
    if (body.isBlank()) {
      intake.skip(line, "no text", "a message without text", raw);
      return;
    }
    Story.Builder story =
        Story.builder()
            .id(id(part.header("message-id")))
            .headline(headline)
            .body(body)
            .source(sender(part.header("from")))
            .topics(List.of(part.header("keywords").split(",")))
            .role(Role.STORY);
    Dates.set(story, Optional.of(part.header("date")), line, intake);
    intake.story(story, line, raw, PARTS);
  }

  private static @Nullable String id(String header) {
    return header.startsWith("<") && header.endsWith(">") && header.length() < 1000
        ? header.substring(1, header.length() - 1)
        : null;
  }

  private static String sender(String from) {
    Matcher mailbox = MAILBOX.matcher(from);
    return mailbox.matches() && !mailbox.group(1).isBlank() ? mailbox.group(1) : "";
  }
}
