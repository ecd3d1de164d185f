package org.aidledger.api.sheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;

/** Reads whole sheets, or the problem that they come to. */
final class Rows {

  private Rows() {}

  static List<SheetRow> of(SheetSource source) {
    List<SheetRow> rows = new ArrayList<>();
    try (Sheet sheet = Sheets.open(source)) {
      for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  static Problem problem(SheetSource source) {
    try {
      int rows = of(source).size();
      throw new AssertionError(rows + " rows were read");
    } catch (ApiProblem e) {
      return e.problem();
    }
  }

  static String code(SheetSource source) {
    return problem(source).code();
  }

  static SheetSource bytes(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  static SheetSource text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static SheetSource text(String text, Charset charset) {
    return bytes(text.getBytes(charset));
  }
}
