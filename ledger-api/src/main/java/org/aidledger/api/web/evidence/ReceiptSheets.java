package org.aidledger.api.web.evidence;

import java.time.Clock;
import java.time.Instant;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.store.seal.Receipt;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts receipts into words. Amounts and times are those of the sealed events themselves. */
@Component
@Profile("!axonserver")
final class ReceiptSheets {

  private static final JsonMapper JSON = new JsonMapper();

  private final String publicKey;
  private final Clock clock;

  ReceiptSheets(NoteSigner sealKey, Clock clock) {
    this.publicKey = sealKey.publicKey().toString();
    this.clock = clock;
  }

  ReceiptSheet of(String kind, String id, Receipt.Ready receipt, Texts texts) {
    Checkpoint head = Checkpoint.of(receipt.head());
    return new ReceiptSheet(
        head.origin(),
        MoneyText.count(head.size()),
        head.root().toString(),
        receipt.countersigned(),
        receipt.events().stream().map(event -> line(event, texts)).toList(),
        receipt.head().toString(),
        publicKey,
        QrCode.of(ReceiptCode.of(kind, id, receipt)));
  }

  private ReceiptSheet.Line line(Receipt.Proven event, Texts texts) {
    EventLeaf leaf = event.leaf();
    return new ReceiptSheet.Line(
        texts.word("event", leaf.type()),
        amount(leaf, texts),
        Times.second(Instant.ofEpochMilli(leaf.recordedAt()), clock.getZone()),
        event.proof().index(),
        new TreeHasher().leaf(leaf.encoded()).toString(),
        event.proof().path().size());
  }

  private static String amount(EventLeaf leaf, Texts texts) {
    JsonNode payload = JSON.readTree(leaf.payload());
    JsonNode amount = payload.path("amount");
    JsonNode currency = payload.path("currency");
    return amount.isIntegralNumber() && currency.isString()
        ? texts.money(amount.asLong(), currency.asString())
        : "";
  }
}
