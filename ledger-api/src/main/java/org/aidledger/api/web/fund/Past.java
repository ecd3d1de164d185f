package org.aidledger.api.web.fund;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.FigureText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.springframework.stereotype.Component;

/** Answers what a fund's balance was on a day, and what was known of it at a time. */
@Component
final class Past {

  private final BalanceQueries balances;
  private final KnownAt known;
  private final Clock clock;

  Past(BalanceQueries balances, KnownAt known, Clock clock) {
    this.balances = balances;
    this.known = known;
    this.clock = clock;
  }

  Optional<PastAnswer> answer(String fundId, PastRequest request, Texts texts) {
    if (!request.isAsked()) {
      return Optional.empty();
    }
    Instant knownAt = request.knownAt();
    Long position = knownAt == null ? null : Long.valueOf(known.position("recordedBy", knownAt));
    return balances
        .balance(fundId, request.asOf(), position)
        .map(balance -> answer(balance, request, texts));
  }

  private PastAnswer answer(Balance balance, PastRequest request, Texts texts) {
    return new PastAnswer(
        request.sentence(texts, clock.getZone()),
        balance.position(),
        Amount.of(balance.figures().available(), balance.currency()),
        FigureText.of(balance.figures(), balance.currency()));
  }
}
