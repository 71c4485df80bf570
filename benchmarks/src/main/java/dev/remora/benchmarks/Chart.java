package dev.remora.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Bars with their least and most, as SVG that can be read on light and on dark.
 *
 * @param title what was measured
 * @param unit of which figures
 * @param bars one for each system
 */
record Chart(String title, String unit, List<Bar> bars) {
  private static final int WIDTH = 760;
  private static final int LABELS = 210;
  private static final int FIGURES = 110;
  private static final int ROW = 26;
  private static final int TOP = 52;

  Chart {
    bars = List.copyOf(bars);
  }

  /**
   * One system.
   *
   * @param label its name
   * @param value the bar's length
   * @param least the shortest of all rounds
   * @param most the longest of all rounds
   * @param isOurs whether it stands out
   */
  record Bar(String label, double value, double least, double most, boolean isOurs) {}

  String toSvg() {
    double longest = bars.stream().mapToDouble(Bar::most).max().orElse(1);
    double scale = (WIDTH - LABELS - FIGURES) / longest;
    StringBuilder svg = new StringBuilder();
    int height = TOP + ROW * bars.size() + 8;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">
        <style>
          text { font: 13px sans-serif; fill: #24292f; }
          .unit { fill: #57606a; }
          .bar { fill: #8c959f; }
          .ours { fill: #0969da; }
          .range { stroke: #24292f; }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; }
            .unit { fill: #9198a1; }
            .bar { fill: #6e7681; }
            .ours { fill: #4493f8; }
            .range { stroke: #e6edf3; }
          }
        </style>
        <text x="0" y="18" font-weight="bold">%s</text>
        <text class="unit" x="0" y="38">%s</text>
        """
            .formatted(WIDTH, height, WIDTH, height, escaped(title), escaped(unit)));
    for (int i = 0; i < bars.size(); i++) {
      append(svg, bars.get(i), TOP + ROW * i, scale);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void append(StringBuilder svg, Bar bar, int y, double scale) {
    double length = Math.max(1, bar.value() * scale);
    double middle = y + 9;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%d" y="%d" text-anchor="end">%s</text>
            <rect class="%s" x="%d" y="%d" width="%.1f" height="18" rx="2"/>
            <line class="range" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>
            <text x="%.1f" y="%d">%s</text>
            """,
            LABELS - 8,
            y + 14,
            escaped(bar.label()),
            bar.isOurs() ? "ours" : "bar",
            LABELS,
            y,
            length,
            LABELS + bar.least() * scale,
            middle,
            LABELS + bar.most() * scale,
            middle,
            LABELS + bar.most() * scale + 8,
            y + 14,
            figure(bar.value())));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 1_000 ? "%.1f" : "%,.0f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
