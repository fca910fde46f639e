package news.cuttings.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads from and writes to: three streams, all in UTF-8, and what is known of who
 * looks at them. Safe for use by many threads: a line is written whole, and the status line, which
 * comes and goes, never shares one with another.
 */
final class Terminal {
  private static final int USUAL_WIDTH = 80;
  private static final int WIDEST = 110;
  private static final int USUAL_HEIGHT = 24;

  private final InputStream in;
  private Writer out;
  private final Writer err;
  private final Map<String, String> environment;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final int width;
  private @Nullable Boolean colour;
  private Pager.Starter pagers = variables -> Optional.empty();
  private @Nullable Screenful held;
  private @Nullable Pager pager;
  private boolean outIsGone;
  private int statusWidth;
  private boolean statusIsOver;

  private Terminal(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    this.in = in;
    this.out = buffered(out);
    this.err = new OutputStreamWriter(err, StandardCharsets.UTF_8);
    this.environment = Map.copyOf(environment);
    outIsTerminal = "yes".equals(environment.get("CUTTINGS_OUT_IS_TERMINAL"));
    errIsTerminal = "yes".equals(environment.get("CUTTINGS_ERR_IS_TERMINAL"));
    width = Math.min(WIDEST, number("COLUMNS", USUAL_WIDTH));
  }

  private static Writer buffered(OutputStream to) {
    return new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 14);
  }

  /**
   * Those streams.
   *
   * @param environment the environment's variables; {@code CUTTINGS_OUT_IS_TERMINAL} and {@code
   *     CUTTINGS_ERR_IS_TERMINAL} are {@code yes} where the launcher saw a terminal, {@code
   *     COLUMNS} and {@code LINES} are its size in characters
   */
  static Terminal of(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    return new Terminal(in, out, err, environment);
  }

  private int number(String variable, int usual) {
    try {
      int number = Integer.parseInt(variable(variable).orElse(""));
      return number < 1 ? usual : number;
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  /** Standard input. */
  InputStream in() {
    return in;
  }

  /** A variable of the environment; empty where it is absent or empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Colours on or off whoever looks. */
  void colour(boolean on) {
    colour = on;
  }

  /** How to write to standard output. */
  Ink ink() {
    return new Ink(isColoured(outIsTerminal));
  }

  /** How to write to standard error. */
  Ink errorInk() {
    return new Ink(isColoured(errIsTerminal));
  }

  private boolean isColoured(boolean terminal) {
    if (colour != null) {
      return colour;
    }
    return terminal && variable("NO_COLOR").isEmpty() && !isDumb();
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }

  /** Whether a person looks at standard output. */
  boolean isWatched() {
    return outIsTerminal;
  }

  /** Whether {@link #status} shows anything: a person looks, and lines can be taken back. */
  boolean showsStatus() {
    return errIsTerminal && !isDumb();
  }

  /** Shows a line on standard error until the next or until anything else is written there. */
  synchronized void status(String line) {
    if (!showsStatus() || statusIsOver) {
      return;
    }
    String shown = Text.cut(Text.safe(line), width - 1); // the last column would begin a new line
    int left = Math.max(0, statusWidth - Text.width(shown));
    String over = statusWidth == 0 ? "" : "\r";
    draw(over + shown + (left == 0 ? "" : " ".repeat(left) + "\r" + shown));
    statusWidth = Text.width(shown);
  }

  /** Takes back what {@link #status} shows. */
  private void clear() {
    if (statusWidth > 0) {
      draw("\r" + " ".repeat(statusWidth) + "\r");
      statusWidth = 0;
    }
  }

  private void draw(String text) {
    try {
      err.write(text);
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
    flush(err);
  }

  /** Says the last of all; nothing is shown any more that would be taken back. */
  synchronized void farewell(String line) {
    say(line);
    statusIsOver = true;
  }

  /** Cells in a line, from 1 to 110; 80 where nobody knows. */
  int width() {
    return width;
  }

  /** A line of results; no character in it can steer a terminal. */
  synchronized void print(String line) {
    String guarded = Text.guarded(line, isColoured(outIsTerminal));
    if (held != null) {
      hold(held, new Screenful.Line(guarded, true));
    } else {
      result(guarded);
    }
  }

  private void result(String guarded) {
    try {
      if (outIsTerminal) {
        clear();
      }
      write(out, guarded);
    } catch (OutputFailure e) {
      outIsGone = true;
      throw ended(e);
    }
  }

  /** A sentence of results: in as many lines as it takes where a person looks, else in one. */
  void prose(String text) {
    if (outIsTerminal) {
      Text.wrapped(text, width, "").forEach(this::print);
    } else {
      print(Text.unbroken(text));
    }
  }

  /** Says what went wrong, in words that may be anybody's, as a line of the error output. */
  void fault(String message) {
    say(errorInk().wrong("cuttings: ") + Text.safe(message));
  }

  /** A line of anything else: what was done, what was wrong; as safe. */
  synchronized void say(String line) {
    String guarded = Text.guarded(line, isColoured(errIsTerminal));
    if (errIsTerminal && held != null) {
      hold(held, new Screenful.Line(guarded, false));
    } else if (errIsTerminal && pager != null) {
      result(guarded);
    } else {
      remark(guarded);
    }
  }

  private void remark(String guarded) {
    flush(); // what was found before is seen before
    clear();
    write(err, guarded);
    flush(err);
  }

  /** What shows more than a screen where {@link #page} asks for it. */
  void pagedBy(Pager.Starter starter) {
    pagers = starter;
  }

  /**
   * Shows what is written from now on by a pager, if a person looks and it is more than a screen.
   */
  synchronized void page() {
    if (outIsTerminal && held == null && pager == null) {
      held = new Screenful(number("COLUMNS", USUAL_WIDTH), number("LINES", USUAL_HEIGHT));
    }
  }

  /** Shows each line at once after all: somebody types beside it. */
  synchronized void dontPage() {
    Screenful lines = held;
    if (lines != null) {
      release(lines);
    }
  }

  private void hold(Screenful lines, Screenful.Line line) {
    if (!lines.add(line)) {
      pager = pagers.start(environment).orElse(null);
      if (pager != null) {
        out = buffered(pager.input());
      }
      release(lines);
    }
  }

  private void release(Screenful lines) {
    held = null;
    for (Screenful.Line line : lines.lines()) {
      if (line.isResult() || pager != null) {
        result(line.text());
      } else {
        remark(line.text());
      }
    }
  }

  /** Shows what is left to show, and waits until a pager that shows it has been left. */
  synchronized void finish() {
    dontPage();
    Pager shown = pager;
    if (shown == null) {
      flush();
      return;
    }
    try {
      out.close();
    } catch (IOException e) {
      // it was left before its end
    }
    shown.await();
    shown.left();
  }

  /** Whoever leaves a pager has seen enough. */
  private OutputFailure ended(OutputFailure e) {
    return pager == null ? e : new OutputFailure(new IOException("Broken pipe", e));
  }

  /** Lets the reader of results see what was printed. */
  synchronized void flush() {
    if (!outIsGone && held == null) {
      try {
        if (outIsTerminal) {
          clear();
        }
        flush(out);
      } catch (OutputFailure e) {
        outIsGone = true;
        throw ended(e);
      }
    }
  }

  private static void write(Writer to, String line) {
    try {
      to.write(line);
      to.write('\n');
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
  }

  private static void flush(Writer to) {
    try {
      to.flush();
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
  }

  /** Nothing more can be written. */
  static final class OutputFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputFailure(IOException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }

    /** Whether the reader has gone: what it wanted it has. */
    boolean isClosedPipe() {
      String message = String.valueOf(getMessage());
      return message.contains("pipe") || message.contains("Pipe");
    }
  }
}
