package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stacks of samples as a picture (SVG): callers above, whom they call below, each as wide as its
 * share of the samples. What is narrower than one in three hundred is left out.
 */
final class FlameGraph {

  private static final double WIDTH = 1_200;
  private static final int ROW = 17;
  private static final double LEAST_SHARE = 1.0 / 300;
  private static final double CHARACTER = 6.4;

  private final Node root;
  private int depth;

  FlameGraph(String name) {
    this.root = new Node(name);
  }

  /** One step of the stacks that came this way. */
  private static final class Node {

    private final String name;
    private final Map<String, Node> steps = new TreeMap<>();
    private long samples;

    Node(String name) {
      this.name = name;
    }
  }

  /**
   * Counts one sample.
   *
   * @param stack from the outermost caller inwards
   */
  void add(List<String> stack) {
    Node node = root;
    node.samples++;
    for (String step : stack) {
      node = node.steps.computeIfAbsent(step, Node::new);
      node.samples++;
    }
  }

  void write(Path file) throws IOException {
    StringBuilder boxes = new StringBuilder();
    depth = 0;
    box(root, 0, 0, boxes);
    Files.writeString(
        file,
        String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %d\""
                    + " font-family=\"sans-serif\" font-size=\"11\">%n",
                WIDTH,
                (depth + 1) * ROW)
            + boxes
            + "</svg>\n");
  }

  private void box(Node node, double x, int row, StringBuilder boxes) {
    double share = (double) node.samples / Math.max(1, root.samples);
    if (share < LEAST_SHARE) {
      return;
    }
    depth = Math.max(depth, row);
    double width = share * WIDTH;
    String label = String.format(Locale.ROOT, "%s %.1f %%", node.name, 100 * share);
    int fits = (int) ((width - 4) / CHARACTER);
    boxes.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\""
                + " stroke=\"#fff\"/>",
            escaped(label),
            x,
            row * ROW,
            width,
            ROW,
            row < 2 ? "#e4e4e4" : Library.colour(node.name)));
    if (fits > 3) {
      String shown = label.length() <= fits ? label : label.substring(0, fits - 1) + "…";
      boxes.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\">%s</text>",
              x + 2,
              row * ROW + ROW - 5,
              escaped(shown)));
    }
    boxes.append(String.format(Locale.ROOT, "</g>%n"));
    double left = x;
    for (Node step : node.steps.values()) {
      box(step, left, row + 1, boxes);
      left += (double) step.samples / root.samples * WIDTH;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
