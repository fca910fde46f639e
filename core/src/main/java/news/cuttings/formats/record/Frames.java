package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes tables apart that are written as one object: by columns, by numbers, names beside rows. */
final class Frames {
  private static final List<String> NAMES = List.of("columns", "fields", "header", "headers");
  private static final List<String> ROWS = List.of("data", "rows", "values", "records");

  private Frames() {}

  /**
   * The rows of the table that the object is, by the names of its columns; none where it is none.
   */
  static List<Node.Obj> rows(Node.Obj object) {
    List<Node.Obj> rows = split(object);
    if (rows.isEmpty()) {
      rows = columns(object);
    }
    return rows.isEmpty() ? numbered(object) : rows;
  }

  /** {@code {"columns":["title","text"],"data":[["A","x"],["B","y"]]}}. */
  private static List<Node.Obj> split(Node.Obj object) {
    List<Node.Obj> rows = new ArrayList<>();
    if (!(first(object, NAMES) instanceof Node.Arr names)
        || !(first(object, ROWS) instanceof Node.Arr data)) {
      return rows;
    }
    List<String> columns = names.values().stream().map(Values::one).toList();
    for (Node node : data.values()) {
      if (node instanceof Node.Arr row && row.values().size() == columns.size()) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          values.put(columns.get(i), row.values().get(i));
        }
        rows.add(new Node.Obj(values));
      }
    }
    return rows;
  }

  private static Node first(Node.Obj object, List<String> keys) {
    return keys.stream()
        .filter(object.values()::containsKey)
        .findFirst()
        .map(object.values()::get)
        .orElseGet(Node.Null::new);
  }

  /** {@code {"title":{"0":"A","1":"B"},"text":{"0":"x","1":"y"}}}, or with lists in their place. */
  private static List<Node.Obj> columns(Node.Obj object) {
    Map<String, Map<String, Node>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, Node> column : object.values().entrySet()) {
      Map<String, Node> cells = cells(column.getValue());
      if (cells.isEmpty() || (!rows.isEmpty() && !rows.keySet().equals(cells.keySet()))) {
        return List.of();
      }
      cells.forEach((number, cell) ->
          rows.computeIfAbsent(number, n -> new LinkedHashMap<>()).put(column.getKey(), cell));
    }
    return rows.values().stream().map(Node.Obj::new).toList();
  }

  private static Map<String, Node> cells(Node column) {
    if (column instanceof Node.Obj cells
        && cells.values().keySet().stream().allMatch(Frames::isNumber)) {
      return cells.values();
    }
    Map<String, Node> cells = new LinkedHashMap<>();
    if (column instanceof Node.Arr list && list.values().size() > 1) {
      for (Node cell : list.values()) {
        if (!(cell instanceof Node.Text
            || cell instanceof Node.Other
            || cell instanceof Node.Null)) {
          return Map.of();
        }
        cells.put(String.valueOf(cells.size()), cell);
      }
    }
    return cells;
  }

  /** {@code {"0":{"title":"A"},"1":{"title":"B"}}}, or with another key for each. */
  private static List<Node.Obj> numbered(Node.Obj object) {
    List<Node.Obj> rows = new ArrayList<>();
    for (Map.Entry<String, Node> entry : object.values().entrySet()) {
      if (Meaning.of(entry.getKey()) != null || !(entry.getValue() instanceof Node.Obj row)) {
        return List.of();
      }
      rows.add(row);
    }
    return rows.stream().limit(5).allMatch(KeyFinder::isStory) ? rows : List.of();
  }

  private static boolean isNumber(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
