package org.aidledger.api.sheet;

import com.github.pjfanning.xlsx.CloseableIterator;
import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import com.github.pjfanning.xlsx.exceptions.ExcelRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipInputStreamZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook in which something stands. */
final class XlsxSheet implements Sheet {

  private static final int ROWS_AT_ONCE = 16;

  static {
    // What does not fit into memory goes to files that are encrypted with a key in memory.
    ZipInputStreamZipEntrySource.setThresholdBytesForTempFiles(1 << 20);
    ZipInputStreamZipEntrySource.setEncryptTempFiles(true);
    // The bounds of the guard hold, which has looked at the file before.
    ZipSecureFile.setMinInflateRatio(1.0 / (2 * WorkbookGuard.MAX_RATIO));
    ZipSecureFile.setMaxEntrySize(WorkbookGuard.MAX_UNPACKED);
  }

  private final Workbook workbook;
  private final SheetFormat format;
  private final CloseableIterator<Row> rows;
  private @Nullable SheetRow first;
  private int line;

  private XlsxSheet(Workbook workbook, String name, CloseableIterator<Row> rows, SheetRow first) {
    this.workbook = workbook;
    format = new SheetFormat(SheetFormat.Kind.XLSX, null, null, name);
    this.rows = rows;
    this.first = first;
  }

  static XlsxSheet open(SheetSource source) throws IOException {
    WorkbookGuard.check(source);
    Workbook workbook = workbook(source);
    boolean found = false;
    try {
      XlsxSheet sheet = guarded(() -> firstWithRows(workbook));
      found = true;
      return sheet;
    } finally {
      if (!found) {
        workbook.close();
      }
    }
  }

  private static Workbook workbook(SheetSource source) throws IOException {
    try (InputStream in = source.open()) {
      return guarded(
          () ->
              StreamingReader.builder()
                  .rowCacheSize(ROWS_AT_ONCE)
                  .setAvoidTempFiles(true)
                  .setSharedStringsImplementationType(
                      SharedStringsImplementationType.TEMP_FILE_BACKED)
                  .setEncryptSstTempFile(true)
                  .setReadSharedFormulas(false)
                  .setReadHyperlinks(false)
                  .setReadComments(false)
                  .setReadShapes(false)
                  .open(in));
    }
  }

  private static XlsxSheet firstWithRows(Workbook workbook) {
    for (int i = 0; i < Math.min(workbook.getNumberOfSheets(), Sheets.MAX_COLUMNS); i++) {
      if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
        continue;
      }
      var sheet = workbook.getSheetAt(i);
      CloseableIterator<Row> rows = (CloseableIterator<Row>) sheet.rowIterator();
      SheetRow first = nextFilled(rows, 0);
      if (first != null) {
        return new XlsxSheet(workbook, sheet.getSheetName(), rows, first);
      }
    }
    throw FileProblems.of(ApiCode.FILE_EMPTY);
  }

  @Override
  public SheetFormat format() {
    return format;
  }

  @Override
  public @Nullable SheetRow next() {
    SheetRow row = first;
    if (row == null) {
      row = guarded(() -> nextFilled(rows, line));
    }
    first = null;
    if (row != null) {
      line = row.line();
    }
    return row;
  }

  private static @Nullable SheetRow nextFilled(CloseableIterator<Row> rows, int lastLine) {
    int line = lastLine;
    while (rows.hasNext()) {
      Row row = rows.next();
      int number = row.getRowNum() + 1;
      if (number <= line) {
        // Rows out of order would make line numbers lie.
        throw FileProblems.at(ApiCode.FILE_DAMAGED, number);
      }
      line = number;
      if (line > Sheets.MAX_LINES) {
        throw FileProblems.limit(ApiCode.FILE_TOO_MANY_LINES, Sheets.MAX_LINES, line);
      }
      SheetRow filled = filled(row, line);
      if (!filled.blank()) {
        return filled;
      }
    }
    return null;
  }

  private static SheetRow filled(Row row, int line) {
    List<String> cells = new ArrayList<>();
    Set<Integer> damaged = new HashSet<>();
    for (Cell cell : row) {
      int column = cell.getColumnIndex();
      XlsxCell read = XlsxCell.read(cell);
      if (read.text().isEmpty()) {
        continue;
      }
      if (column >= Sheets.MAX_COLUMNS) {
        throw FileProblems.limit(ApiCode.FILE_TOO_MANY_COLUMNS, Sheets.MAX_COLUMNS, line);
      }
      if (read.text().length() > Sheets.MAX_CELL) {
        throw FileProblems.limit(ApiCode.FILE_CELL_TOO_LONG, Sheets.MAX_CELL, line);
      }
      if (column >= cells.size()) {
        cells.addAll(Collections.nCopies(column + 1 - cells.size(), ""));
      }
      cells.set(column, read.text());
      if (read.damaged()) {
        damaged.add(column);
      }
    }
    return new SheetRow(line, cells, damaged);
  }

  /** The libraries answer a broken workbook with exceptions of many kinds. */
  private static <T extends @Nullable Object> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ApiProblem e) {
      throw e;
    } catch (ExcelRuntimeException
        | POIXMLException
        | OpenXML4JRuntimeException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NoSuchElementException
        | ClassCastException
        | UnsupportedOperationException
        | NullPointerException e) {
      throw FileProblems.of(ApiCode.FILE_DAMAGED);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
      workbook.close();
    } catch (IOException e) {
      throw new SheetReadException(e);
    }
  }
}
