package org.aidledger.core.entry;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.FundPair;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.subject.SealedText;
import org.axonframework.modelling.command.Aggregate;

/** A movement of money between two funds, by order or because one of them closes. */
record FundTransfer(
    TransferId transferId,
    String reference,
    Money amount,
    LocalDate effectiveOn,
    SealedText reason) {

  /**
   * Posts the transfer in both funds, in the current unit of work.
   *
   * @return the first event of the transfer's own stream, yet to be published
   * @throws Refused if either fund refuses it
   */
  FundsTransferred post(FundPair pair) {
    String id = transferId.toString();
    pair.from().execute(f -> f.requireCurrency(amount));
    pair.from().execute(f -> f.requireOpenFor(Movement.TRANSFER_OUT, effectiveOn));
    pair.to().execute(f -> f.requireOpenFor(Movement.TRANSFER_IN, effectiveOn));
    long out = post(pair.from(), Movement.TRANSFER_OUT, id);
    long in = post(pair.to(), Movement.TRANSFER_IN, id);
    return new FundsTransferred(
        id,
        pair.from().invoke(Fund::id),
        pair.to().invoke(Fund::id),
        reference,
        amount.minor(),
        amount.currency().getCurrencyCode(),
        effectiveOn,
        reason,
        out,
        in);
  }

  private long post(Aggregate<Fund> fund, Movement movement, String id) {
    return fund.invoke(f -> f.post(movement, List.of(id), amount.minor(), effectiveOn));
  }
}
