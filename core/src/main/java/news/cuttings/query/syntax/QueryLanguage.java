package news.cuttings.query.syntax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;
import news.cuttings.story.Letters;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * Reads text as a query. {@link QueryLexer} decides what of the text is syntax and what is words,
 * and puts a name in the place of each word or phrase; {@link Grammar} leaves only valid syntax;
 * Lucene's parser of the flexible framework reads it; here its tree becomes ours. Never fails on
 * any text.
 */
public final class QueryLanguage {
  private static final Pattern STAR_ALONE = Pattern.compile("[\\s+(]*+\\*(?::\\*)?[\\s)]*+");

  private QueryLanguage() {}

  /** A tree, and what could not be used as written. */
  public record Reading(Clause.Group clauses, List<Diagnostic> remarks) {}

  /** The text's words; nothing is syntax. */
  public static Reading words(String text) {
    boolean capitals = TextAnalysis.isCapitals(text);
    List<Part> parts = new ArrayList<>();
    Diagnostics remarks = new Diagnostics();
    for (String word : Letters.words(text)) {
      if (parts.size() == Operands.MOST) {
        remarks.add(
            new Diagnostic(
                "the text has more than " + Operands.MOST + " words",
                "only the first were used",
                "write fewer",
                -1,
                -1));
        break;
      }
      String said = capitals ? word.toLowerCase(Locale.ROOT) : word;
      parts.add(new Part(Occur.MAY, new Clause.Word(Field.ALL, said)));
    }
    return new Reading(new Clause.Group(parts), remarks.all());
  }

  public static Reading parse(String text, LocalDate today) {
    QueryInput typed = new QueryInput(text);
    Operands operands = new Operands();
    Diagnostics remarks = new Diagnostics();
    List<Item> items = new QueryLexer(typed, new QueryDates(today), operands, remarks).read();
    new SmallOperators(items, operands, text).tell(remarks);
    String syntax = Grammar.text(items, operands, remarks);
    if (syntax.isEmpty()) {
      if (!typed.isBlank()) {
        remarks.add(
            new Diagnostic(
                "there is no word in the query",
                "every story matches",
                "write a word, or nothing",
                0,
                text.length()));
      }
      return new Reading(Clause.none(), remarks.all());
    }
    try {
      QueryNode tree = new StandardSyntaxParser().parse(syntax, "all");
      Clause.Group clauses = new Conversion(operands).top(tree);
      if (clauses.isEverything() && !STAR_ALONE.matcher(text).matches()) {
        remarks.add(
            new Diagnostic(
                "there is no word beside *",
                "every story matches",
                "write * alone, or a word",
                0,
                text.length()));
      }
      return new Reading(clauses, remarks.all());
    } catch (QueryNodeParseException e) {
      throw new IllegalStateException("only valid syntax was left: " + syntax, e);
    }
  }

  /** One conversion of the parser's tree to ours. */
  private static final class Conversion {
    private final Operands operands;

    Conversion(Operands operands) {
      this.operands = operands;
    }

    /** The clauses side by side: filters and phrases among them are required. */
    Clause.Group top(QueryNode node) {
      List<Part> parts = new ArrayList<>();
      for (Part part : outermost(node)) {
        boolean isMay = part.occur() == Occur.MAY;
        if (isMay && isFilter(part.clause())) {
          parts.add(new Part(Occur.FILTER, part.clause()));
        } else if (isMay && bare(part.clause()) instanceof Clause.Phrase) {
          parts.add(required(part.clause()));
        } else {
          parts.add(part);
        }
      }
      return new Clause.Group(parts);
    }

    /** Brackets around a whole query are none, but those around filters: alternatives. */
    private List<Part> outermost(QueryNode node) {
      QueryNode inner = unwrapped(node);
      List<Part> parts = parts(inner);
      Clause.Group group = new Clause.Group(parts);
      boolean inBrackets = node instanceof GroupQueryNode;
      return inBrackets && parts.size() > 1 && isFilter(group)
          ? List.of(new Part(Occur.MAY, group))
          : parts;
    }

    /** What stands side by side there, or is joined by AND. */
    private List<Part> parts(QueryNode node) {
      if (node instanceof AndQueryNode) {
        return children(node).map(this::joined).toList();
      }
      return isSideBySide(node)
          ? children(node).flatMap(child -> parts(child).stream()).toList()
          : List.of(part(node));
    }

    private static Stream<QueryNode> children(QueryNode node) {
      return node.getChildren().stream();
    }

    /** One of those that AND joins. */
    private Part joined(QueryNode node) {
      Part part = part(node);
      return part.occur() == Occur.MAY ? required(part.clause()) : part;
    }

    private Part part(QueryNode node) {
      if (node instanceof ModifierQueryNode modifier) {
        Clause clause = clause(modifier.getChild());
        return switch (modifier.getModifier()) {
          case MOD_NOT -> new Part(Occur.NOT, clause);
          case MOD_REQ -> required(clause);
          case MOD_NONE -> new Part(Occur.MAY, clause);
        };
      }
      return new Part(Occur.MAY, clause(node));
    }

    /** A filter, and what has no weight, is required without a score. */
    private static Part required(Clause clause) {
      if (isFilter(clause)) {
        return new Part(Occur.FILTER, clause);
      }
      return clause instanceof Clause.Weighted weighted && weighted.weight() == 0
          ? new Part(Occur.FILTER, weighted.clause())
          : new Part(Occur.MUST, clause);
    }

    private Clause clause(QueryNode node) {
      if (node instanceof FieldQueryNode word) {
        return operands.of(word.getTextAsString());
      }
      if (node instanceof BoostQueryNode boost) {
        return new Clause.Weighted(clause(boost.getChild()), boost.getValue());
      }
      if (node instanceof GroupQueryNode group) {
        return clause(group.getChild());
      }
      if (node instanceof OrQueryNode) {
        return new Clause.Group(children(node).map(this::part).toList());
      }
      if (node instanceof AndQueryNode || node instanceof ModifierQueryNode || isSideBySide(node)) {
        return new Clause.Group(parts(node));
      }
      throw new IllegalStateException("no such node was written: " + node.getClass());
    }

    private static boolean isSideBySide(QueryNode node) {
      return node instanceof BooleanQueryNode
          && !(node instanceof AndQueryNode)
          && !(node instanceof OrQueryNode);
    }

    private static QueryNode unwrapped(QueryNode node) {
      return node instanceof GroupQueryNode group ? unwrapped(group.getChild()) : node;
    }
  }

  private static Clause bare(Clause clause) {
    return clause instanceof Clause.Weighted weighted ? bare(weighted.clause()) : clause;
  }

  /** Whether it filters and does not rank: labels, dates, and groups of them. */
  static boolean isFilter(Clause clause) {
    return switch (bare(clause)) {
      case Clause.Word word -> word.field().kind() == Field.Kind.LABEL;
      case Clause.Phrase phrase -> phrase.field().kind() == Field.Kind.LABEL;
      case Clause.Prefix prefix -> prefix.field().kind() == Field.Kind.LABEL;
      case Clause.Fuzzy fuzzy -> fuzzy.field().kind() == Field.Kind.LABEL;
      case Clause.Days days -> true;
      case Clause.Undated undated -> true;
      case Clause.Group group ->
          !group.isEmpty()
              && group.parts().stream()
                  .allMatch(part -> part.occur() == Occur.MAY && isFilter(part.clause()));
      case Clause.Everything everything -> false;
      case Clause.Weighted weighted -> false;
    };
  }
}
