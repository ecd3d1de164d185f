package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** Source documents and the entries that they prove. */
public final class DocumentTable {

  public static final Table TABLE = new Table("document");
  public static final Column<UUID> DOCUMENT_ID = TABLE.key("document_id", Type.ID);
  public static final Column<String> ENTRY_KIND = TABLE.column("entry_kind", Type.TEXT);
  public static final Column<UUID> ENTRY_ID = TABLE.column("entry_id", Type.ID);
  public static final Column<UUID> FUND_ID = TABLE.column("fund_id", Type.ID);
  public static final Column<UUID> FILE_ID = TABLE.column("file_id", Type.ID);
  public static final Column<String> SHA256 = TABLE.column("sha256", Type.TEXT);
  public static final Column<String> MEDIA_TYPE = TABLE.column("media_type", Type.TEXT);
  public static final Column<Long> SIZE = TABLE.column("size", Type.LONG);
  public static final Column<UUID> NAME_SUBJECT = TABLE.column("name_subject", Type.ID);
  public static final Column<String> NAME_SEALED = TABLE.column("name_sealed", Type.TEXT);
  public static final Column<String> ATTACHED_BY = TABLE.column("attached_by", Type.TEXT);
  public static final Column<Instant> ATTACHED_AT = TABLE.column("attached_at", Type.TIME);
  public static final Column<Long> POSITION = TABLE.column("position", Type.LONG);

  private DocumentTable() {}
}
