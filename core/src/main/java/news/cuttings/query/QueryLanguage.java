package news.cuttings.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.query.Clause.Occur;
import news.cuttings.query.Clause.Part;
import news.cuttings.query.Results.Warning;
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
 * and writes a name in the place of each word or phrase; Lucene's parser of the flexible framework
 * reads the grammar of what is left; here its tree becomes ours. Never fails on any text.
 */
final class QueryLanguage {
  private QueryLanguage() {}

  /** A tree, and what could not be used as written. */
  record Reading(Clause.Group clauses, List<Warning> warnings) {}

  /** The text's words; nothing is syntax. */
  static Reading words(String text) {
    return QueryLexer.plainWords(text);
  }

  static Reading parse(String text, LocalDate today) {
    QueryLexer lexer = new QueryLexer(text, new Dates(today));
    String syntax = lexer.read();
    List<Warning> warnings = lexer.warnings();
    if (syntax.isEmpty()) {
      return new Reading(Clause.none(), warnings);
    }
    try {
      QueryNode tree = new StandardSyntaxParser().parse(syntax, "all");
      return new Reading(new Conversion(lexer).top(tree), warnings);
    } catch (QueryNodeParseException | StackOverflowError e) {
      List<Warning> all = new ArrayList<>(warnings);
      all.add(Warning.of("the query could not be read as written; it was taken as words"));
      return new Reading(QueryLexer.plainWords(text).clauses(), all);
    }
  }

  /** One conversion of the parser's tree to ours. */
  private static final class Conversion {
    private final QueryLexer lexer;

    Conversion(QueryLexer lexer) {
      this.lexer = lexer;
    }

    /** The clauses side by side: filters and phrases among them are required. */
    Clause.Group top(QueryNode node) {
      List<Part> parts = new ArrayList<>();
      QueryNode inner = unwrapped(node);
      if (isSideBySide(inner)) {
        inner.getChildren().forEach(child -> topPart(child, parts));
      } else {
        topPart(inner, parts);
      }
      return new Clause.Group(parts);
    }

    private void topPart(QueryNode node, List<Part> parts) {
      if (node instanceof AndQueryNode and) {
        and.getChildren().forEach(child -> parts.add(required(child)));
        return;
      }
      Part part = part(node);
      Clause clause = part.clause();
      boolean required = part.occur() == Occur.MAY || part.occur() == Occur.MUST;
      if (required && isFilter(clause)) {
        parts.add(new Part(Occur.FILTER, clause));
      } else if (part.occur() == Occur.MAY && bare(clause) instanceof Clause.Phrase) {
        parts.add(new Part(Occur.MUST, clause));
      } else {
        parts.add(part);
      }
    }

    private Part required(QueryNode node) {
      Part part = part(node);
      if (part.occur() == Occur.NOT) {
        return part;
      }
      return new Part(isFilter(part.clause()) ? Occur.FILTER : Occur.MUST, part.clause());
    }

    private Part part(QueryNode node) {
      if (node instanceof ModifierQueryNode modifier) {
        Clause clause = clause(modifier.getChild());
        return switch (modifier.getModifier()) {
          case MOD_NOT -> new Part(Occur.NOT, clause);
          case MOD_REQ -> new Part(isFilter(clause) ? Occur.FILTER : Occur.MUST, clause);
          case MOD_NONE -> new Part(Occur.MAY, clause);
        };
      }
      return new Part(Occur.MAY, clause(node));
    }

    private Clause clause(QueryNode node) {
      if (node instanceof FieldQueryNode word) {
        return lexer.operand(word.getTextAsString());
      }
      if (node instanceof BoostQueryNode boost) {
        return new Clause.Weighted(clause(boost.getChild()), boost.getValue());
      }
      if (node instanceof GroupQueryNode group) {
        return clause(group.getChild());
      }
      if (node instanceof AndQueryNode and) {
        return new Clause.Group(and.getChildren().stream().map(this::required).toList());
      }
      if (node instanceof ModifierQueryNode) {
        return new Clause.Group(List.of(part(node)));
      }
      if (node instanceof OrQueryNode || isSideBySide(node)) {
        return new Clause.Group(node.getChildren().stream().map(this::part).toList());
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

    private static Clause bare(Clause clause) {
      return clause instanceof Clause.Weighted weighted ? bare(weighted.clause()) : clause;
    }

    private static boolean isFilter(Clause clause) {
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
}
