package org.aidledger.api.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;

/** Tells by its first bytes what a file is; its name may say anything. */
final class FileKind {

  private static final int HEAD = 1_024;
  private static final String ZIP = "504b0304";

  /** First bytes in hexadecimal digits, and what they mean. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("d0cf11e0a1b11ae1", "xls");
    OTHERS.put("25504446", "pdf");
    OTHERS.put("7b5c727466", "rtf");
    OTHERS.put("89504e47", "image");
    OTHERS.put("ffd8ff", "image");
    OTHERS.put("47494638", "image");
    OTHERS.put("1f8b", "zip");
    OTHERS.put("52617221", "zip");
    OTHERS.put("377abcaf271c", "zip");
    OTHERS.put("504b0506", "zip");
  }

  private FileKind() {}

  /**
   * Whether the file is a zip archive, as workbooks are; if not, it may be a text.
   *
   * @throws org.aidledger.api.problem.ApiProblem if it is empty or a known other thing
   */
  static boolean zip(SheetSource source) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw FileProblems.of(ApiCode.FILE_EMPTY);
    }
    String hex = HexFormat.of().formatHex(head);
    if (hex.startsWith(ZIP)) {
      return true;
    }
    OTHERS.forEach(
        (start, format) -> {
          if (hex.startsWith(start)) {
            throw FileProblems.unsupported(format);
          }
        });
    refuseMarkup(head);
    return false;
  }

  /** Some systems export web pages or old XML sheets and name them xls. */
  private static void refuseMarkup(byte[] head) {
    String text =
        SheetTexts.strip(new String(head, StandardCharsets.ISO_8859_1).replace("ï»¿", ""))
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("<?xml") || text.startsWith("<workbook")) {
      throw FileProblems.unsupported("xml");
    }
    if (text.startsWith("<!doctype")
        || text.startsWith("<html")
        || text.startsWith("<table")
        || text.startsWith("<meta")
        || text.startsWith("<head")) {
      throw FileProblems.unsupported("html");
    }
  }
}
