package news.cuttings.index;

import org.apache.lucene.util.ArrayUtil;

/**
 * Terms in the order of a field, with the positions between them. Used again for the next story.
 */
final class TermList {
  private int[] numbers = new int[64];
  private int[] steps = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int number, int step) {
    if (size == numbers.length) {
      numbers = ArrayUtil.grow(numbers);
      steps = ArrayUtil.grow(steps, numbers.length);
    }
    numbers[size] = number;
    steps[size++] = step;
  }

  int size() {
    return size;
  }

  int number(int i) {
    return numbers[i];
  }

  int step(int i) {
    return steps[i];
  }
}
