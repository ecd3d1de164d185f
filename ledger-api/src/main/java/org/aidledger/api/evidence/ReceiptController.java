package org.aidledger.api.evidence;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.store.seal.Receipt;
import org.aidledger.store.seal.SealedBook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the book holds of one donation or payout, with the proof that it holds it. */
@RestController
@RequestMapping("/api/v1")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
@Profile("!axonserver")
class ReceiptController {

  private static final String RETRY_SECONDS = "2";

  private final SealedBook book;
  private final String publicKey;

  ReceiptController(SealedBook book, NoteSigner sealKey) {
    this.book = book;
    this.publicKey = sealKey.publicKey().toString();
  }

  @GetMapping("/donations/{donationId}/receipt")
  ResponseEntity<ReceiptAnswer> donation(@PathVariable DonationId donationId) {
    return answer("donation", book.receipt("Donation", UUID.fromString(donationId.toString())));
  }

  @GetMapping("/payouts/{payoutId}/receipt")
  ResponseEntity<ReceiptAnswer> payout(@PathVariable PayoutId payoutId) {
    return answer("payout", book.receipt("Payout", UUID.fromString(payoutId.toString())));
  }

  private ResponseEntity<ReceiptAnswer> answer(String kind, Receipt receipt) {
    return switch (receipt) {
      case Receipt.Unknown _ -> throw ApiProblem.notFound(kind);
      case Receipt.Waiting _ ->
          ResponseEntity.accepted()
              .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
              .body(
                  new ReceiptAnswer(
                      ReceiptAnswer.FORMAT, State.WAITING, null, null, null, List.of()));
      case Receipt.Ready ready -> ResponseEntity.ok(ReceiptAnswer.of(ready, publicKey));
    };
  }

  /** Whether the last event of the donation or payout is under a signed head. */
  enum State {
    WAITING,
    SEALED
  }

  /**
   * A receipt as docs/evidence describes it.
   *
   * @param publicKey of the book, to be compared with the one on paper; absent while it waits
   * @param checkpoint the signed head; absent while it waits
   * @param countersigned whether a witness has countersigned that head
   */
  record ReceiptAnswer(
      String format,
      State state,
      @Nullable String publicKey,
      @Nullable String checkpoint,
      @Nullable Boolean countersigned,
      List<EventAnswer> events) {

    /** The name of this form. */
    static final String FORMAT = "aidledger.org/receipt/v1";

    static ReceiptAnswer of(Receipt.Ready ready, String publicKey) {
      return new ReceiptAnswer(
          FORMAT,
          State.SEALED,
          publicKey,
          ready.head().toString(),
          ready.countersigned(),
          ready.events().stream().map(EventAnswer::of).toList());
    }
  }

  /**
   * One event with its proof.
   *
   * @param leaf the whole event in its canonical form, in base64
   * @param path hashes in base64, from the leaf upwards
   */
  record EventAnswer(long position, String leaf, List<String> path) {

    static EventAnswer of(Receipt.Proven proven) {
      return new EventAnswer(
          proven.proof().index(),
          Base64.getEncoder().encodeToString(proven.leaf().encoded()),
          proven.proof().path().stream().map(Hash::toString).toList());
    }
  }
}
