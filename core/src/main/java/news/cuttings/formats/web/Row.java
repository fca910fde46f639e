package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One block's signs: numbers, each in a place that is the same for all blocks. */
final class Row {
  private float[] values = new float[256];
  private int size;

  /** Their names, for those who ask. */
  final List<String> names = new ArrayList<>();

  private final boolean named;

  Row(boolean named) {
    this.named = named;
  }

  void put(String name, float value) {
    if (named) {
      names.add(name);
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** Of a name in two parts, which are put together for those who ask alone. */
  void put(String name, Object part, float value) {
    put(named ? name + part : "", value);
  }

  void put(String name, Object part, boolean value) {
    put(name, part, value ? 1 : 0);
  }

  void put(String name, boolean value) {
    put(name, value ? 1 : 0);
  }

  float[] take() {
    float[] taken = Arrays.copyOf(values, size);
    size = 0;
    names.clear();
    return taken;
  }
}
