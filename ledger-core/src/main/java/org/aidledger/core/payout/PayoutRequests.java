package org.aidledger.core.payout;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.Donation;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.command.PayoutOrder;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.command.RequestPayoutBatch;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Carries out the orders that ask for payouts, one or a whole roster. */
public final class PayoutRequests {

  private final Repository<Fund> funds;
  private final Refunds refunds;
  private final Repository<Payout> payouts;
  private final Streams streams;

  public PayoutRequests(
      Repository<Fund> funds,
      Repository<Donation> donations,
      Repository<Payout> payouts,
      Streams streams) {
    this.funds = funds;
    this.refunds = new Refunds(donations);
    this.payouts = payouts;
    this.streams = streams;
  }

  @CommandHandler
  Begun handle(RequestPayout command) {
    lockDonations(List.of(command.line()));
    Aggregate<Fund> fund = funds.load(command.fundId().toString());
    return begin(fund, command, known(fund, List.of(command)).get(idOf(fund, command)));
  }

  /** The identity of the payout that an order asks for. */
  static String idOf(Aggregate<Fund> fund, RequestPayout command) {
    return PayoutId.of(fund.invoke(Fund::organisation), command.line().reference()).toString();
  }

  /** Those of the payouts asked for that exist already, by id. */
  Map<String, FirstRecording> known(Aggregate<Fund> fund, List<? extends PayoutOrder> orders) {
    List<String> ids =
        orders.stream()
            .filter(RequestPayout.class::isInstance)
            .map(order -> idOf(fund, (RequestPayout) order))
            .distinct()
            .toList();
    return ids.isEmpty() ? Map.of() : streams.find(ids);
  }

  /**
   * Begins a payout unless it is known.
   *
   * @param known its first event, null if there is none
   */
  Begun begin(Aggregate<Fund> fund, RequestPayout command, @Nullable FirstRecording known) {
    if (known != null) {
      return new Begun.Known(known);
    }
    String id = idOf(fund, command);
    PayoutRequested event = request(fund, command.line(), id, null, command.actor());
    create(event);
    return new Begun.New(event);
  }

  /** As an aggregate, which the repository then has at hand when the payout is moved on. */
  private void create(PayoutRequested event) {
    try {
      payouts.newInstance(() -> new Payout(event));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a payout could not be begun", e);
    }
  }

  @CommandHandler
  Begun handle(RequestPayoutBatch command) {
    lockDonations(command.lines());
    Aggregate<Fund> fund = funds.load(command.fundId().toString());
    String organisation = fund.invoke(Fund::organisation);
    String id = PayoutBatchId.of(organisation, command.reference()).toString();
    return streams.beginOnce("PayoutBatch", id, () -> requestAll(fund, command, id));
  }

  private PayoutBatchRequested requestAll(
      Aggregate<Fund> fund, RequestPayoutBatch command, String batchId) {
    String organisation = fund.invoke(Fund::organisation);
    SequencedSet<String> distinct = new LinkedHashSet<>();
    for (PayoutLine line : command.lines()) {
      String id = PayoutId.of(organisation, line.reference()).toString();
      if (!distinct.add(id)) {
        throw new Refused(RuleCode.REFERENCE_CONFLICT, Map.of("reference", line.reference()));
      }
    }
    List<String> ids = List.copyOf(distinct);
    requireNew(ids, command.lines());
    long total = 0;
    for (int i = 0; i < ids.size(); i++) {
      PayoutLine line = command.lines().get(i);
      total = Math.addExact(total, line.amount().minor());
      streams.begin(
          "Payout", ids.get(i), request(fund, line, ids.get(i), batchId, command.actor()));
    }
    return new PayoutBatchRequested(
        batchId,
        fund.invoke(Fund::id),
        organisation,
        command.reference(),
        ids.size(),
        total,
        ids,
        command.actor().toString());
  }

  private void lockDonations(List<PayoutLine> lines) {
    refunds.lock(
        lines.stream().map(PayoutLine::donationId).map(id -> id == null ? null : id.toString()));
  }

  private void requireNew(List<String> ids, List<PayoutLine> lines) {
    Map<String, FirstRecording> known = streams.find(ids);
    for (int i = 0; i < ids.size(); i++) {
      if (known.containsKey(ids.get(i))) {
        throw new Refused(
            RuleCode.REFERENCE_CONFLICT, Map.of("reference", lines.get(i).reference()));
      }
    }
  }

  private PayoutRequested request(
      Aggregate<Fund> fund,
      PayoutLine line,
      String payoutId,
      @Nullable String batchId,
      AccountId actor) {
    fund.execute(f -> f.requireCurrency(line.amount()));
    DonationId donationId = line.donationId();
    if ((donationId == null) == (line.kind() == PayoutKind.REFUND)) {
      throw new Refused(RuleCode.REFUND_WITHOUT_DONATION);
    }
    if (donationId != null) {
      String fundId = fund.invoke(Fund::id);
      refunds.reserve(donationId.toString(), fundId, payoutId, line.amount().minor());
    }
    fund.execute(f -> f.requireOpenFor(Movement.RESERVATION));
    return new PayoutRequested(
        payoutId,
        fund.invoke(Fund::id),
        fund.invoke(Fund::organisation),
        line.reference(),
        line.kind().name(),
        donationId == null ? null : donationId.toString(),
        batchId,
        line.amount().minor(),
        line.amount().currency().getCurrencyCode(),
        line.payee(),
        line.purpose(),
        actor.toString());
  }
}
