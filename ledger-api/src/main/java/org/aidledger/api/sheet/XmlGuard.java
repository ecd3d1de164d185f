package org.aidledger.api.sheet;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;

/**
 * Looks over the bytes of one part of a workbook before any parser does, and refuses what would
 * make a parser gather without end or reach outside: definitions of entities, endless tags, texts,
 * rows and lists. It does not ask for well-formed XML; the parser does.
 */
final class XmlGuard {

  private static final int MAX_TAG = 64 * 1024;

  /** Bytes of one cell or shared text; Excel's own limit is 32,767 characters. */
  private static final int MAX_TEXT = 512 * 1024;

  /** Spreadsheet programs have no more columns than this. */
  private static final int MAX_CELLS = 16_384;

  private static final int MAX_PIECES = 20_000;

  /** Styles, merged cells, links and so on of one part. */
  private static final int MAX_OTHERS = 400_000;

  private static final Pattern COLUMN_END = Pattern.compile("\\smax\\s*=\\s*[\"'](\\d+)[\"']");

  private final String part;
  private final byte[] tag = new byte[MAX_TAG];
  private int tagLength = -1;
  private int text;
  private int pieces;
  private int cells;
  private int others;
  private long rows;
  private boolean inRow;

  /** Guards one part; its name in lower case. */
  XmlGuard(String part) {
    this.part = part;
  }

  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      accept(bytes[i]);
    }
  }

  private void accept(byte b) {
    if (b == 0) {
      // No spreadsheet program writes its parts in UTF-16, where this guard would be blind.
      throw FileProblems.damaged(part);
    }
    if (tagLength < 0) {
      if (b == '<') {
        tagLength = 0;
      } else if (++text > MAX_TEXT) {
        throw FileProblems.limit(ApiCode.FILE_CELL_TOO_LONG, Sheets.MAX_CELL, rows);
      }
    } else if (b == '>') {
      endTag();
      tagLength = -1;
    } else if (tagLength == MAX_TAG) {
      throw FileProblems.damaged(part);
    } else {
      tag[tagLength++] = b;
    }
  }

  private void endTag() {
    if (tagLength == 0 || tag[0] == '/') {
      inRow = inRow && !name(1).equals("row");
      return;
    }
    if (tag[0] == '!') {
      String head = new String(tag, 0, Math.min(tagLength, 8), StandardCharsets.ISO_8859_1);
      if (!head.startsWith("!--") && !head.startsWith("![CDATA")) {
        throw FileProblems.damaged(part);
      }
      return;
    }
    switch (name(0)) {
      case "row" -> {
        rows++;
        cells = 0;
        fresh();
        inRow = true;
      }
      case "c" -> {
        fresh();
        if (++cells > MAX_CELLS) {
          throw FileProblems.limit(ApiCode.FILE_TOO_MANY_COLUMNS, Sheets.MAX_COLUMNS, rows);
        }
      }
      case "si" -> fresh();
      case "col" -> checkColumns();
      default -> {
        if (++pieces > MAX_PIECES && (inRow || part.endsWith("sharedstrings.xml"))) {
          throw FileProblems.limit(ApiCode.FILE_CELL_TOO_LONG, Sheets.MAX_CELL, rows);
        }
        if (!inRow && !part.endsWith("sharedstrings.xml") && ++others > MAX_OTHERS) {
          throw FileProblems.damaged(part);
        }
      }
    }
  }

  private void fresh() {
    text = 0;
    pieces = 0;
  }

  /** A definition of columns may claim to reach over billions of them. */
  private void checkColumns() {
    Matcher end = COLUMN_END.matcher(new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1));
    if (++others > MAX_CELLS
        || (end.find()
            && (end.group(1).length() > 5 || Integer.parseInt(end.group(1)) > MAX_CELLS))) {
      throw FileProblems.limit(ApiCode.FILE_TOO_MANY_COLUMNS, Sheets.MAX_COLUMNS, rows);
    }
  }

  /** The name of the tag without its prefix. */
  private String name(int from) {
    int start = from;
    int end = from;
    while (end < tagLength && tag[end] > ' ' && tag[end] != '/') {
      if (tag[end] == ':') {
        start = end + 1;
      }
      end++;
    }
    return new String(tag, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
