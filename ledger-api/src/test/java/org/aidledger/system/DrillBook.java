package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.harness.Client.Answer;

/** The book of the tamper drill: one fund and donations to it, sealed, with a witness. */
final class DrillBook {

  static final Cosigner WITNESS = new Cosigner("auditor.example/w1", new byte[32]);

  /** Options of {@code serve}. */
  static final List<String> OPTIONS =
      List.of(
          "--ledger.evidence.witnesses=" + WITNESS.publicKey(), "--ledger.evidence.pause=200ms");

  /** Events of one tile and some more, so that a complete tile is stored. */
  private static final int DONATIONS = 260;

  private DrillBook() {}

  /** Records the fund, and donations of 70.00 with the references DR-0, DR-1, …; the fund's id. */
  static String record(RunningLedger ledger) {
    Desk finance = ledger.desk("finance");
    String fundId = finance.order(201, "/funds", fund("DR")).path("fundId").asString();
    donations(ledger, fundId, 0, 3);
    List<Map<String, Object>> rest = new ArrayList<>();
    for (int i = 3; i < DONATIONS; i++) {
      rest.add(anonymous("DR-" + i, "70.00"));
    }
    finance.order(200, "/funds/" + fundId + "/donations/batch", Map.of("donations", rest));
    donations(ledger, fundId, DONATIONS, DONATIONS + 3);
    awaitSealed(ledger);
    return fundId;
  }

  /** One by one, so that each has its own control total. */
  static void donations(RunningLedger ledger, String fundId, int from, int to) {
    for (int i = from; i < to; i++) {
      ledger
          .desk("finance")
          .order(201, "/funds/" + fundId + "/donations", anonymous("DR-" + i, "70.00"));
    }
  }

  static void awaitSealed(RunningLedger ledger) {
    Superuser database = new Superuser(ledger);
    Waiting.until("everything is sealed", () -> database.sealed() == database.events());
  }

  /** The last head, which the auditor countersigns, takes home, and hands in. */
  static SignedNote countersign(RunningLedger ledger) {
    Desk auditor = ledger.desk("auditor");
    SignedNote head = SignedNote.parse(auditor.get("/audit/checkpoint").text());
    SignedNote note = WITNESS.cosign(head, Instant.ofEpochSecond(1));
    Answer answer =
        auditor.send(
            "POST",
            "/audit/witness",
            BodyPublishers.ofString(note.toString()),
            "Content-Type",
            "text/plain");
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return note;
  }

  /** The donation with a reference. */
  static String donationId(RunningLedger ledger, String reference) {
    return new Superuser(ledger)
        .text(
            "select stream_id from ledger.event where type = 'DonationReceived' and "
                + named(reference));
  }

  /** A condition on events. */
  static String named(String reference) {
    return "payload like '%\"" + reference + "\"%'";
  }
}
