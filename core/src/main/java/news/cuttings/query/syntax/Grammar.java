package news.cuttings.query.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import news.cuttings.query.syntax.Item.Kind;

/**
 * Leaves of a query's pieces only what the grammar reads: closes brackets, drops empty ones, makes
 * words of operators that have nothing to join.
 */
final class Grammar {
  private final Operands operands;
  private final Diagnostics remarks;
  private final List<Item> out = new ArrayList<>();
  private final Deque<Item> open = new ArrayDeque<>();

  private Grammar(Operands operands, Diagnostics remarks) {
    this.operands = operands;
    this.remarks = remarks;
  }

  /** The pieces as text that the grammar reads. */
  static String text(List<Item> items, Operands operands, Diagnostics remarks) {
    Grammar grammar = new Grammar(operands, remarks);
    items.forEach(grammar::add);
    grammar.end();
    return grammar.text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Item item : out) {
      char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
      boolean glued = item.kind() == Kind.CLOSE || "+-( ".indexOf(last) >= 0;
      text.append(glued ? "" : " ").append(item.syntax());
    }
    return text.toString();
  }

  private void add(Item item) {
    switch (item.kind()) {
      case OPERAND -> out.add(item);
      case OPEN -> {
        open.push(item);
        out.add(item);
      }
      case BEFORE -> {
        if (isLast(Kind.BEFORE)) {
          out.removeLast(); // the nearest counts
        }
        out.add(item);
      }
      case BETWEEN -> between(item);
      case CLOSE -> close(item);
    }
  }

  private void between(Item item) {
    if (isLast(Kind.BETWEEN) || isLast(Kind.BEFORE)) {
      asWord();
    }
    out.add(item);
    if (out.size() == 1 || out.get(out.size() - 2).kind() == Kind.OPEN) {
      asWord();
    }
  }

  private void close(Item item) {
    open.pop();
    dangling();
    if (isLast(Kind.OPEN)) {
      nothing(out.removeLast(), item);
      dangling();
    } else {
      out.add(item);
    }
  }

  /** Brackets with nothing in them are left out; that is told of a filter and of an exclusion. */
  private void nothing(Item open, Item close) {
    boolean isFilter = open.written().length() > 1;
    if (isFilter || (isLast(Kind.BEFORE) && out.getLast().syntax().equals("-"))) {
      remarks.add(
          new Diagnostic(
              "there is no word in " + open.written() + close.written(),
              "it was left out",
              "write one, or leave it out",
              open.from(),
              Math.max(open.to(), close.to())));
    }
  }

  private void end() {
    if (!open.isEmpty() && !operands.isFull()) {
      Item first = open.peekLast();
      remarks.add(
          new Diagnostic(
              "a bracket is not closed",
              "it was closed at the end",
              "close it, or write \\(",
              first.from(),
              first.to()));
    }
    while (!open.isEmpty()) {
      close(new Item(Kind.CLOSE, ")", "", 0, 0));
    }
    dangling();
  }

  /** Operators at the end of a group become words. */
  private void dangling() {
    while (isLast(Kind.BETWEEN) || isLast(Kind.BEFORE)) {
      asWord();
    }
  }

  private boolean isLast(Kind kind) {
    return !out.isEmpty() && out.getLast().kind() == kind;
  }

  private void asWord() {
    Item item = out.removeLast();
    if (!Character.isLetter(item.written().charAt(0))) {
      return;
    }
    remarks.add(
        new Diagnostic(
            item.written() + " has nothing to join here",
            "it was read as a word",
            "write what it joins, or the word in small letters",
            item.from(),
            item.to()));
    String name = operands.add(new Clause.Word(Field.ALL, item.written().toLowerCase(Locale.ROOT)));
    out.add(new Item(Kind.OPERAND, name, item.written(), item.from(), item.to()));
  }
}
