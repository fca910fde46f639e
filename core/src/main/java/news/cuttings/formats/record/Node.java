package news.cuttings.formats.record;

import java.util.List;
import java.util.Map;

/** A value of a record, as JSON has them. */
sealed interface Node {
  /** Values by their keys, in the record's order; may be changed. */
  record Obj(Map<String, Node> values) implements Node {}

  /** Values in their order. */
  record Arr(List<Node> values) implements Node {}

  /** A string. */
  record Text(String text) implements Node {}

  /** A number or a truth value, as it is written. */
  record Other(String text) implements Node {}

  /** Nothing. */
  record Null() implements Node {}
}
