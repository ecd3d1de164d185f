package org.aidledger.api.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.api.person.People;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.command.RequestPayoutBatch;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.RecordedReferences;
import org.springframework.stereotype.Component;

/** Takes requests for payouts: seals the payees, and answers repetitions with the first outcome. */
@Component
public final class PayoutDesk {

  private final Ledger ledger;
  private final People people;
  private final RefusalLog refusals;
  private final RecordedReferences recorded;
  private final Admission admission;

  PayoutDesk(
      Ledger ledger,
      People people,
      RefusalLog refusals,
      RecordedReferences recorded,
      Admission admission) {
    this.admission = admission;
    this.ledger = ledger;
    this.people = people;
    this.refusals = refusals;
    this.recorded = recorded;
  }

  /**
   * Asks for one payout.
   *
   * @throws Refused with REFERENCE_CONFLICT if a payout with other content has this reference
   */
  public Executed<Begun> request(FundId fundId, PayoutDraft draft, AccountId actor) {
    RequestPayout order = new RequestPayout(fundId, seal(List.of(draft)).getFirst(), actor);
    Executed<Begun> executed = ledger.execute(order, actor);
    if (executed.result() instanceof Begun.Known known && !isSame(fundId, draft, known.event())) {
      throw conflict(order, draft.reference(), known, actor);
    }
    return executed;
  }

  /**
   * Asks for a roster of payouts in one append.
   *
   * @param reference of the roster
   * @throws Refused with REFERENCE_CONFLICT if a roster with other content has this reference
   */
  public Executed<Begun> requestAll(
      FundId fundId, String reference, List<PayoutDraft> drafts, AccountId actor) {
    return admission.within(drafts.size(), () -> requestTogether(fundId, reference, drafts, actor));
  }

  private Executed<Begun> requestTogether(
      FundId fundId, String reference, List<PayoutDraft> drafts, AccountId actor) {
    RequestPayoutBatch order = new RequestPayoutBatch(fundId, reference, seal(drafts), actor);
    Executed<Begun> executed = ledger.execute(order, actor);
    if (executed.result() instanceof Begun.Known known
        && !isSameBatch(fundId, drafts, known.event())) {
      throw conflict(order, reference, known, actor);
    }
    return executed;
  }

  /**
   * Whether this roster was asked for before.
   *
   * @return absent if no roster has this id, else whether it has the same content
   */
  public Optional<Boolean> known(FundId fundId, PayoutBatchId id, List<PayoutDraft> drafts) {
    return Optional.ofNullable(recorded.find(List.of(id.toString())).get(id.toString()))
        .map(first -> isSameBatch(fundId, drafts, first.event()));
  }

  private List<PayoutLine> seal(List<PayoutDraft> drafts) {
    List<Payee> payees = people.payees(drafts.stream().map(PayoutDraft::payee).toList());
    List<PayoutLine> lines = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      PayoutDraft draft = drafts.get(i);
      Payee payee = payees.get(i);
      lines.add(
          new PayoutLine(
              draft.reference(),
              draft.kind(),
              draft.donationId(),
              payee,
              draft.amount(),
              people.text(payee.person(), draft.purpose())));
    }
    return lines;
  }

  private boolean isSame(FundId fundId, PayoutDraft draft, Object first) {
    return first instanceof PayoutRequested event
        && fundId.toString().equals(event.fundId())
        && draft.kind().name().equals(event.kind())
        && Objects.equals(
            draft.donationId() == null ? null : draft.donationId().toString(), event.donationId())
        && draft.amount().minor() == event.amount()
        && draft.amount().currency().getCurrencyCode().equals(event.currency())
        && people.same(draft.payee(), event.payee());
  }

  private boolean isSameBatch(FundId fundId, List<PayoutDraft> drafts, Object first) {
    if (!(first instanceof PayoutBatchRequested batch) || batch.count() != drafts.size()) {
      return false;
    }
    var lines = recorded.find(batch.payoutIds());
    for (int i = 0; i < drafts.size(); i++) {
      var line = lines.get(batch.payoutIds().get(i));
      if (line == null
          || !isSame(fundId, drafts.get(i), line.event())
          || !((PayoutRequested) line.event()).reference().equals(drafts.get(i).reference())) {
        return false;
      }
    }
    return true;
  }

  private Refused conflict(Object order, String reference, Begun.Known known, AccountId actor) {
    Refused refused =
        new Refused(
            RuleCode.REFERENCE_CONFLICT,
            Map.of(
                "reference", reference,
                "firstPosition", Long.toString(known.first().position()),
                "firstKind", known.event().getClass().getSimpleName()));
    refusals.keep(RefusedOrder.of(order, refused), actor);
    return refused;
  }
}
