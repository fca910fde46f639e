package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where numbers lie on an axis.
 *
 * @param low the least number shown
 * @param high the greatest
 * @param from where the least lies, in pixels
 * @param to where the greatest lies
 * @param isLog whether equal steps multiply
 */
record Scale(double low, double high, double from, double to, boolean isLog) {
  private static final double[] STEPS = {1, 2, 5};
  private static final List<double[]> OF_A_DECADE = List.of(STEPS, new double[] {1, 3});
  private static final int MOST = 7;

  /** From nothing to the greatest of the values. */
  static Scale linear(List<Double> values, double from, double to) {
    double high = values.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(1);
    return new Scale(0, high <= 0 ? 1 : high * 1.05, from, to, false);
  }

  /** From the least to the greatest of the positive values, with some room. */
  static Scale log(List<Double> values, double from, double to) {
    List<Double> good = values.stream().filter(v -> Double.isFinite(v) && v > 0).toList();
    double low = good.stream().mapToDouble(v -> v).min().orElse(1);
    double high = good.stream().mapToDouble(v -> v).max().orElse(10);
    return new Scale(low / 1.15, high * 1.15, from, to, true);
  }

  /** The place of a number; what is off the axis lies at its end. */
  double at(double value) {
    double share =
        isLog
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return from + Math.min(1, Math.max(0, share)) * (to - from);
  }

  /** Round numbers to write at the axis, seven at most. */
  List<Double> ticks() {
    List<Double> ticks = isLog ? decades() : steps();
    int step = (ticks.size() + MOST - 1) / MOST;
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i += step) {
      some.add(ticks.get(i));
    }
    return some;
  }

  /** As many steps of each decade as there is room for. */
  private List<Double> decades() {
    for (double[] steps : OF_A_DECADE) {
      List<Double> ticks = decades(steps);
      if (ticks.size() <= MOST) {
        return ticks;
      }
    }
    return decades(new double[] {1});
  }

  private List<Double> decades(double[] steps) {
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (double step : steps) {
        double tick = step * Math.pow(10, power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private List<Double> steps() {
    double rough = (high - low) / 6;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * power >= rough) {
        step = STEPS[i] * power;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** A number as it is written at an axis: {@code 0.5}, {@code 20}, {@code 3k}. */
  static String label(double number) {
    double size = Math.abs(number);
    if (size >= 1e6) {
      return trimmed(number / 1e6) + "M";
    }
    return size >= 1e4 ? trimmed(number / 1e3) + "k" : trimmed(number);
  }

  private static String trimmed(double number) {
    String text = String.format(Locale.ROOT, "%.3f", number);
    return text.replaceAll("\\.?0+$", "");
  }
}
