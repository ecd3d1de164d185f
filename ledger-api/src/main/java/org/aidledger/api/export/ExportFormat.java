package org.aidledger.api.export;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The formats in which every list can be had. */
public enum ExportFormat {
  /** RFC 4180 in UTF-8 with a byte order mark, which Excel asks for. */
  CSV("text/csv;charset=UTF-8"),
  /** A workbook as Excel and WPS keep it. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  /** The ending of file names and of the addresses of lists. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  public MediaType type() {
    return MediaType.parseMediaType(type);
  }

  /** The format with this ending. */
  public static Optional<ExportFormat> ofEnding(@Nullable String ending) {
    for (ExportFormat format : values()) {
      if (format.ending().equals(ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
