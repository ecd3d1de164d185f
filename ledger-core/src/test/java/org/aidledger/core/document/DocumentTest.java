package org.aidledger.core.document;

import static org.aidledger.core.fixture.Orders.sealed;
import static org.aidledger.core.fixture.People.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.aidledger.core.document.command.AttachDocument;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.fixture.LedgerFixture;
import org.junit.jupiter.api.Test;

/** A document is known by its entry and its content. */
class DocumentTest {

  private static final UUID ENTRY = new UUID(0x8000L, 0x8000L);
  private static final UUID FILE = new UUID(0x4000L, 0x8000L);
  private static final String HASH = "0a".repeat(32);

  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void itIsAttachedOnceHoweverOftenItComes() {
    ledger
        .when(FINANCE, attach(ENTRY, FILE))
        .thenEvents(
            new DocumentAttached(
                DocumentId.of(ENTRY, HASH).toString(),
                "DONATION",
                ENTRY.toString(),
                null,
                FILE.toString(),
                HASH,
                "image/png",
                12,
                sealed("slip.png"),
                FINANCE.toString()));
    ledger.when(FINANCE, attach(ENTRY, new UUID(0x4001L, 0x8000L))).thenNothing();
  }

  @Test
  void theSameContentMayProveTwoEntries() {
    UUID other = new UUID(0x8000L, 0x8001L);
    assertThat(DocumentId.of(other, HASH)).isNotEqualTo(DocumentId.of(ENTRY, HASH));
    ledger.given(FINANCE, attach(ENTRY, FILE));
    ledger.when(FINANCE, attach(other, FILE)).thenTypes(DocumentAttached.class);
  }

  private static AttachDocument attach(UUID entry, UUID file) {
    return new AttachDocument(
        DocumentId.of(entry, HASH),
        DocumentedKind.DONATION,
        entry,
        null,
        file,
        HASH,
        "image/png",
        12,
        sealed("slip.png"),
        FINANCE);
  }
}
