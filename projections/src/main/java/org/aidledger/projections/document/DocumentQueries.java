package org.aidledger.projections.document;

import static org.aidledger.projections.query.Fields.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aidledger.projections.query.Fields;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds source documents. */
public final class DocumentQueries {

  /** Documents of one entry that are listed; more are not for people to look through. */
  private static final int MOST = 500;

  private final JdbcClient jdbc;

  public DocumentQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The document, if there is one. */
  public Optional<DocumentView> one(String documentId) {
    UUID id = Fields.id(documentId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.document where document_id = ?")
            .param(id)
            .query(DocumentQueries::document)
            .optional();
  }

  /** The documents of one entry, in the order in which they were attached. */
  public List<DocumentView> of(String entryId) {
    return ofAll(List.of(entryId)).getOrDefault(entryId, List.of());
  }

  /**
   * The documents of many entries, by entry; entries without any are left out.
   *
   * @param entryIds UUIDs; others have no documents
   */
  public Map<String, List<DocumentView>> ofAll(Collection<String> entryIds) {
    UUID[] ids = entryIds.stream().map(Fields::id).filter(Objects::nonNull).toArray(UUID[]::new);
    return ids.length == 0
        ? Map.of()
        : jdbc
            .sql(
                "select * from live.document where entry_id = any (?) order by position limit "
                    + MOST)
            .param(ids)
            .query(DocumentQueries::document)
            .list()
            .stream()
            .collect(Collectors.groupingBy(DocumentView::entryId));
  }

  private static DocumentView document(ResultSet row, int number) throws SQLException {
    return new DocumentView(
        text(row, "document_id"),
        text(row, "entry_kind"),
        text(row, "entry_id"),
        text(row, "file_id"),
        text(row, "sha256"),
        text(row, "media_type"),
        row.getLong("size"),
        Fields.sealed(row, "name"),
        text(row, "attached_by"),
        Fields.time(row, "attached_at"),
        row.getLong("position"));
  }
}
