package org.aidledger.api.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what stands between the cells of a text. */
final class Separator {

  /** The first wins where several fit equally. */
  private static final char[] CANDIDATES = {',', '\t', ';', '|'};

  private static final int PREFIX = 64 * 1024;
  private static final int RECORDS = 200;

  private Separator() {}

  /** The separator by which most lines have the same number of cells, and more than one. */
  static char detect(SheetSource source, TextEncoding encoding) throws IOException {
    String head = head(source, encoding);
    char best = CANDIDATES[0];
    int bestScore = 0;
    for (char candidate : CANDIDATES) {
      int score = head.indexOf(candidate) < 0 ? 0 : score(head, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** How many lines have the most frequent width above one, and a little for the width itself. */
  private static int score(String head, char candidate) {
    Map<Integer, Integer> widths = new HashMap<>();
    for (CsvRecord record : records(head, candidate)) {
      if (record.getFieldCount() > 1) {
        widths.merge(record.getFieldCount(), 1, Integer::sum);
      }
    }
    return widths.entrySet().stream()
        .mapToInt(w -> w.getValue() * 100 + Math.min(w.getKey(), 99))
        .max()
        .orElse(0);
  }

  /** The prefix may end within a line or a quotation; what was read before counts. */
  private static List<CsvRecord> records(String head, char candidate) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvSheet.reader(new StringReader(head), candidate)) {
      for (CsvRecord record : reader) {
        records.add(record);
        if (records.size() == RECORDS) {
          break;
        }
      }
    } catch (CsvParseException | IOException _) {
      return records;
    }
    return records;
  }

  private static String head(SheetSource source, TextEncoding encoding) throws IOException {
    try (Reader reader = encoding.open(source)) {
      char[] buffer = new char[PREFIX];
      int length = 0;
      for (int n = 0; n >= 0 && length < PREFIX; n = reader.read(buffer, length, PREFIX - length)) {
        length += n;
      }
      return new String(buffer, 0, length);
    }
  }
}
