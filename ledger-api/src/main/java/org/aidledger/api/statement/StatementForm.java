package org.aidledger.api.statement;

import java.util.Locale;
import org.springframework.http.MediaType;

/** The kinds of file in which a statement can be had. */
public enum StatementForm {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("application/pdf");

  private final String type;

  StatementForm(String type) {
    this.type = type;
  }

  /** The ending of file names. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  MediaType type() {
    return MediaType.parseMediaType(type);
  }
}
