package news.cuttings.formats.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message, or a part of one (RFC 5322, 2045 to 2047), in characters of a byte each.
 *
 * @param headers by name in small letters, unfolded and decoded; of several the first
 * @param body what follows them, as it was sent
 * @param depth in how many others it is
 */
public record MailPart(Map<String, String> headers, String body, int depth) {
  /** More than a text in mail has, in bytes. */
  public static final int MOST = 16 << 20;

  private static final int DEEPEST = 10;
  private static final Pattern WORD =
      Pattern.compile("=\\?([\\w.:-]+?)(?:\\*[\\w-]+)?\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

  /** The message that a text is, its characters bytes, its lines parted by line feeds. */
  public static MailPart of(String raw) {
    return of(raw, 0);
  }

  private static MailPart of(String raw, int depth) {
    Map<String, String> headers = new LinkedHashMap<>();
    String name = "";
    int at = 0;
    while (at < raw.length()) {
      int end = raw.indexOf('\n', at);
      end = end < 0 ? raw.length() : end;
      String line = raw.substring(at, end);
      at = Math.min(raw.length(), end + 1);
      if (line.isBlank()) {
        break;
      }
      int colon = line.indexOf(':');
      if (Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
        headers.merge(name, line.strip(), (a, b) -> a + " " + b);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (headers.containsKey(name)) {
          name = "";
        } else {
          headers.put(name, line.substring(colon + 1).strip());
        }
      }
    }
    headers.replaceAll((key, value) -> key.startsWith("content-") ? value : decoded(value));
    return new MailPart(headers, raw.substring(at), depth);
  }

  /** A header; empty where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The text of it; of alternatives the one that is plain, else the one in HTML. */
  public String text() {
    String type = header("content-type").toLowerCase(Locale.ROOT);
    if (header("content-disposition").toLowerCase(Locale.ROOT).startsWith("attachment")) {
      return "";
    }
    if (type.startsWith("multipart/")) {
      return depth > DEEPEST ? "" : parts(type);
    }
    if (type.startsWith("message/rfc822") && depth <= DEEPEST) {
      return of(body, depth + 1).text();
    }
    if (!type.isEmpty() && !type.startsWith("text/")) {
      return "";
    }
    String text = chars(content(), charset());
    return type.startsWith("text/html")
            || (type.isEmpty() && HtmlText.isIn(text) && text.stripLeading().startsWith("<"))
        ? HtmlText.of(text)
        : text.strip();
  }

  /** The first part in HTML that is not attached, as a browser saves a page in one. */
  public Optional<MailPart> page() {
    String type = header("content-type").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      return Optional.of(this);
    }
    return type.startsWith("multipart/") && depth <= DEEPEST
        ? parameter("boundary").stream()
            .flatMap(boundary -> split(boundary).stream())
            .flatMap(part -> part.page().stream())
            .findFirst()
        : Optional.empty();
  }

  /** What is in it, in bytes, as it was before it was made fit for mail. */
  public byte[] content() {
    return bytes(body, header("content-transfer-encoding"));
  }

  /** The encoding of its characters; empty where it names none. */
  public Optional<Charset> charset() {
    return parameter("charset").flatMap(MailPart::charset);
  }

  private String parts(String type) {
    Optional<String> boundary = parameter("boundary");
    if (boundary.isEmpty()) {
      return body.strip();
    }
    List<String> texts = new ArrayList<>();
    String plain = "";
    String html = "";
    for (MailPart part : split(boundary.get())) {
      String text = part.text();
      if (text.isBlank()) {
        continue;
      }
      texts.add(text);
      boolean isPlain =
          part.header("content-type").toLowerCase(Locale.ROOT).startsWith("text/plain");
      plain = isPlain && plain.isEmpty() ? text : plain;
      html = isPlain ? html : text;
    }
    if (type.startsWith("multipart/alternative")) {
      return plain.length() * 2L >= html.length() ? plain : html; // "see this in your browser"
    }
    return type.startsWith("multipart/related") && !texts.isEmpty()
        ? texts.getFirst()
        : String.join("\n\n", texts);
  }

  private List<MailPart> split(String boundary) {
    List<MailPart> parts = new ArrayList<>();
    String mark = "--" + boundary;
    int begun = -1;
    int at = 0;
    while (at <= body.length()) {
      int end = body.indexOf('\n', at);
      end = end < 0 ? body.length() : end;
      if (body.startsWith(mark, at)) {
        if (begun >= 0) {
          parts.add(of(body.substring(begun, at), depth + 1));
        }
        boolean isLast = body.startsWith("--", at + mark.length());
        begun = isLast ? -1 : Math.min(body.length(), end + 1);
        if (isLast) {
          return parts;
        }
      }
      at = end + 1;
    }
    if (begun >= 0) {
      parts.add(of(body.substring(begun), depth + 1));
    }
    return parts;
  }

  /** A parameter of the content's type; quotes are taken off. */
  private Optional<String> parameter(String name) {
    Matcher found =
        Pattern.compile(
                "(?:^|;)\\s*" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))",
                Pattern.CASE_INSENSITIVE)
            .matcher(header("content-type"));
    return found.find()
        ? Optional.of(found.group(1) != null ? found.group(1) : found.group(2))
        : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(text);
      case "quoted-printable" -> quotedPrintable(text, false);
      default -> text.getBytes(ISO_8859_1);
    };
  }

  /** What is no letter of base64 is passed over, and a last group that is cut is left out. */
  private static byte[] base64(String text) {
    String letters = text.replaceAll("[^A-Za-z0-9+/]", "");
    int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
    return Base64.getDecoder().decode(letters.substring(0, whole));
  }

  private static byte[] quotedPrintable(String text, boolean inHeader) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_' && inHeader) {
        out.append(' ');
      } else if (c != '=') {
        out.append(c);
      } else if (text.startsWith("\n", i + 1)) {
        i++;
      } else if (i + 2 < text.length()
          && Character.digit(text.charAt(i + 1), 16) >= 0
          && Character.digit(text.charAt(i + 2), 16) >= 0) {
        out.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString().getBytes(ISO_8859_1);
  }

  private static String chars(byte[] bytes, Optional<Charset> charset) {
    return charset.isEmpty() || charset.get().equals(UTF_8)
        ? new Decoder(line -> {}).decode(bytes, bytes.length, 1)
        : new String(bytes, charset.get());
  }

  /** A header's value with its encoded words as text. */
  private static String decoded(String value) {
    String text = chars(value.getBytes(ISO_8859_1), Optional.empty());
    return WORD.matcher(text)
        .replaceAll(word -> {
          boolean isBase64 = word.group(2).equalsIgnoreCase("b");
          byte[] bytes = isBase64 ? base64(word.group(3)) : quotedPrintable(word.group(3), true);
          return Matcher.quoteReplacement(chars(bytes, charset(word.group(1))));
        });
  }
}
