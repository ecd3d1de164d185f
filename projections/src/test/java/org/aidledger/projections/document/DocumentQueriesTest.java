package org.aidledger.projections.document;

import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.projections.Book;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailGroup;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentQueriesTest {

  private static final String HASH = "0a".repeat(32);

  private static DocumentAttached attached(int number, int entry, @Nullable String fundId) {
    return new DocumentAttached(
        id(number),
        "PAYOUT",
        id(entry),
        fundId,
        id(70 + number),
        HASH,
        "application/pdf",
        4_211,
        sealed(number),
        FINANCE);
  }

  @Test
  void documentsAreFoundByThemselvesAndByTheirEntries() throws SQLException {
    DataSource book =
        Book.withFund()
            .then("Document", id(11), attached(11, 5, FUND))
            .then("Document", id(12), attached(12, 5, null))
            .then("Document", id(13), attached(13, 6, null))
            .applied();
    DocumentQueries documents = new DocumentQueries(book);
    DocumentView first =
        new DocumentView(
            id(11),
            "PAYOUT",
            id(5),
            id(81),
            HASH,
            "application/pdf",
            4_211,
            sealed(11),
            FINANCE,
            Book.at(1),
            1);
    assertThat(documents.one(id(11))).contains(first);
    assertThat(documents.one("no id")).isEmpty();
    assertThat(documents.of(id(5)))
        .extracting(DocumentView::documentId)
        .containsExactly(id(11), id(12));
    assertThat(documents.ofAll(List.of(id(5), id(6), id(7), "no id")))
        .containsOnlyKeys(id(5), id(6));
    assertThat(documents.ofAll(List.of())).isEmpty();
  }

  @Test
  void theTrailOfTheFundTellsOfADocumentWithoutMovingMoney() throws SQLException {
    DataSource book =
        Book.withFund()
            .then("Document", id(11), attached(11, 5, FUND))
            .then("Document", id(12), attached(12, 5, null))
            .applied();
    List<TrailLine> lines =
        new TrailQueries(book)
            .page(TrailFilter.fund(FUND).group(TrailGroup.DOCUMENTS), Order.OLDEST_FIRST, null, 10)
            .items();
    assertThat(lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.amount()).isNull();
              assertThat(line.facts())
                  .containsEntry("documentHash", HASH)
                  .containsEntry("entryId", id(5));
            });
  }
}
