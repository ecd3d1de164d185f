package org.aidledger.api.web.fund;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.FigureText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
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
        sentence(request, texts),
        balance.position(),
        Amount.of(balance.figures().available(), balance.currency()),
        FigureText.of(balance.figures(), balance.currency()));
  }

  private String sentence(PastRequest request, Texts texts) {
    // A date is not to be broken at its hyphens.
    return words(request, texts).replace('-', '\u2011');
  }

  private String words(PastRequest request, Texts texts) {
    LocalDate asOf = request.asOf();
    Instant knownAt = request.knownAt();
    if (knownAt == null) {
      return texts.get("past.asItWas", String.valueOf(asOf));
    }
    String time = Times.second(knownAt, clock.getZone());
    return asOf == null
        ? texts.get("past.asKnown", time)
        : texts.get("past.asItWasAsKnown", asOf.toString(), time);
  }
}
