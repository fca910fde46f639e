package news.cuttings.people;

import java.util.Arrays;
import java.util.List;

/** The labels of a story's words, see {@link Lattice}. */
final class Labels {
  private Labels() {}

  /** Of each word, whether it begins a name, goes on with one, or is outside. */
  static byte[] of(Tagged story, Tokens tokens) {
    byte[] labels = new byte[tokens.size()];
    List<Mention> people = story.people();
    int person = 0;
    boolean open = false;
    for (int i = 0; i < labels.length; i++) {
      int start = tokens.start(i);
      while (person < people.size() && people.get(person).end() <= start) {
        person++;
        open = false;
      }
      if (person < people.size() && people.get(person).start() <= start) {
        labels[i] = (byte) (open ? Lattice.INSIDE : Lattice.FIRST);
        open = true;
      }
    }
    return labels;
  }

  /** The labels of one row with names' ends; what a row's end cuts off is a name by itself. */
  static byte[] whole(byte[] row) {
    for (int from = 0; from < row.length; from++) {
      if (row[from] != Lattice.OUTSIDE) {
        int last = from;
        while (last + 1 < row.length && row[last + 1] == Lattice.INSIDE) {
          last++;
        }
        Arrays.fill(row, from, last + 1, (byte) Lattice.INSIDE);
        row[from] = Lattice.FIRST;
        row[last] = (byte) (from == last ? Lattice.WHOLE : Lattice.LAST);
        from = last;
      }
    }
    return row;
  }
}
