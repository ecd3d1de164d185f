package org.aidledger.api.statement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Measures and breaks texts in the font of a PDF file. */
final class PdfText {

  /** What stands for a character that the font lacks, as Chinese printers set it. */
  private static final int MISSING = 0x3013;

  private static final int ABSENT = -1;
  private static final int EM = 1000;

  private final PDFont font;
  private final Map<Integer, Integer> widths = new HashMap<>();

  PdfText(PDFont font) {
    this.font = font;
  }

  PDFont font() {
    return font;
  }

  /** The text with nothing in it that cannot be shown. */
  String showable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .map(c -> widthOf(c) == ABSENT ? MISSING : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /**
   * The width of a showable text.
   *
   * @param size of the font in points
   * @return in thousandths of a point
   */
  int width(String text, int size) {
    return text.codePoints().map(this::widthOf).sum() * size;
  }

  /**
   * Breaks a text into lines wherever the width asks for it, as Chinese is broken.
   *
   * @param points how wide a line may be
   */
  List<String> lines(String text, int size, int points) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int character : showable(text).codePoints().toArray()) {
      int width = widthOf(character) * size;
      if (used + width > points * EM && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.appendCodePoint(character);
      used += width;
    }
    lines.add(line.toString());
    return lines;
  }

  private int widthOf(int character) {
    return widths.computeIfAbsent(character, this::measured);
  }

  private int measured(int character) {
    try {
      return Math.round(font.getStringWidth(Character.toString(character)));
    } catch (IllegalArgumentException | IOException lacking) {
      return ABSENT;
    }
  }
}
