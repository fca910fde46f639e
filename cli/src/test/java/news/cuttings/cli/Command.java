package news.cuttings.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a command in this process and keeps what it wrote. */
final class Command {
  /** A slow machine makes durable more often, and says so. */
  private static final Pattern DURABLE = Pattern.compile("(?m)^durable: the first .*\n");

  private final String index;
  private Map<String, String> environment = Map.of();
  private String input = "";

  /** What a command did; what it said of commits on its way is left out. */
  record Ended(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** Commands on that index. */
  Command(Path index) {
    this(index.toString());
  }

  /** Commands on an index at that address. */
  Command(String address) {
    index = address;
  }

  Command environment(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  Command input(String text) {
    input = text;
    return this;
  }

  /** A verb with {@code --index} behind it. */
  Ended run(String verb, String... args) {
    List<String> all = new ArrayList<>(List.of(verb));
    if (!verb.equals("parse") && !verb.equals("demo")) {
      all.addAll(List.of("--index", index));
    }
    all.addAll(List.of(args));
    return bare(all.toArray(String[]::new));
  }

  /** Those arguments and no others. */
  Ended bare(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(terminal(out, err), args);
    String said = err.toString(StandardCharsets.UTF_8);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), DURABLE.matcher(said).replaceAll(""));
  }

  /** The exit code where results go to that stream. */
  int into(OutputStream out, OutputStream err, String... args) {
    return Main.run(terminal(out, err), args);
  }

  private Terminal terminal(OutputStream out, OutputStream err) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return Terminal.of(new ByteArrayInputStream(bytes), out, err, environment);
  }

  /** The project's own data. */
  static String testdata(String name) {
    return Path.of("../testdata").resolve(name).toString();
  }

  /**
   * Compares with what was approved; a run with {@code -Dcuttings.approve} writes it anew, to be
   * looked at before it is committed.
   */
  static String approved(String name, String now) throws IOException {
    Path folder = Path.of("src/test/resources/approved");
    Path file = folder.resolve(name + ".txt");
    if (System.getProperty("cuttings.approve") != null) {
      Files.createDirectories(folder);
      Files.writeString(file, now, StandardCharsets.UTF_8);
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
