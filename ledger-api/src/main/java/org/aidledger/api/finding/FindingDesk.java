package org.aidledger.api.finding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.core.finding.FindingId;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.finding.command.AnswerFinding;
import org.aidledger.core.finding.command.CloseFinding;
import org.aidledger.core.finding.command.RaiseFinding;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.exception.ExceptionKind;
import org.aidledger.projections.finding.FindingQueries;
import org.aidledger.projections.finding.FindingView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.period.PeriodQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the orders about findings that people and programs send. */
@Component
public final class FindingDesk {

  /** Positions that one finding may name. */
  public static final int MOST_POSITIONS = 500;

  private static final int NAME_LENGTH = 100;

  private final Ledger ledger;
  private final People people;
  private final FindingQueries findings;
  private final FundQueries funds;
  private final PeriodQueries organisations;
  private final BookPositions positions;
  private final ReadWait wait;

  FindingDesk(
      Ledger ledger,
      People people,
      FindingQueries findings,
      FundQueries funds,
      PeriodQueries organisations,
      BookPositions positions,
      ReadWait wait) {
    this.ledger = ledger;
    this.people = people;
    this.findings = findings;
    this.funds = funds;
    this.organisations = organisations;
    this.positions = positions;
    this.wait = wait;
  }

  /** Raises a finding about a fund, or about an organisation as a whole. */
  public FindingDone raise(Shape body, Actor actor) {
    wait.until(positions.head());
    RaiseFinding order =
        body.read(
            b -> {
              UUID fundId = b.optionalId("fundId");
              return new RaiseFinding(
                  new FindingId(UUID.randomUUID()),
                  organisation(b, fundId),
                  fundId == null ? null : new FundId(fundId),
                  b.choice("severity", Severity.class),
                  kind(b),
                  inBook(b),
                  people.text(null, b.text("text", Shape.LONG_TEXT)),
                  actor.accountId());
            });
    Executed<Object> done = ledger.execute(order, actor.accountId());
    return done(order.findingId(), FindingState.RAISED, done);
  }

  /** Answers a finding, or adds to an answer. */
  public FindingDone answer(UUID findingId, Shape body, Actor actor) {
    FindingView found = find(findingId);
    AnswerFinding order =
        body.read(
            b ->
                new AnswerFinding(
                    new FindingId(findingId), text(b, "answer", found), actor.accountId()));
    return done(
        order.findingId(), FindingState.ANSWERED, ledger.<Object>execute(order, actor.accountId()));
  }

  /** Closes a finding that was answered. */
  public FindingDone close(UUID findingId, Shape body, Actor actor) {
    FindingView found = find(findingId);
    CloseFinding order =
        body.read(
            b ->
                new CloseFinding(
                    new FindingId(findingId), text(b, "conclusion", found), actor.accountId()));
    return done(
        order.findingId(), FindingState.CLOSED, ledger.<Object>execute(order, actor.accountId()));
  }

  /**
   * The finding.
   *
   * @throws ApiProblem if there is none
   */
  public FindingView find(UUID findingId) {
    String id = findingId.toString();
    return findings
        .one(id)
        .or(
            () -> {
              // Whoever follows the answer of an order at once may be ahead of the read models.
              wait.until(positions.head());
              return findings.one(id);
            })
        .orElseThrow(() -> ApiProblem.notFound("finding"));
  }

  /** All that is said about a finding is sealed by one key, so that it goes as one. */
  private SealedText text(Shape body, String field, FindingView about) {
    return people.text(about.text(), body.text(field, Shape.LONG_TEXT));
  }

  private String organisation(Shape body, @Nullable UUID fundId) {
    String named = body.optionalText("organisation", NAME_LENGTH);
    if (fundId == null) {
      String given = named == null ? body.text("organisation", NAME_LENGTH) : named;
      if (!organisations.organisations().contains(given)) {
        throw ApiProblem.notFound("organisation");
      }
      return given;
    }
    FundView fund = funds.one(fundId.toString()).orElseThrow(() -> ApiProblem.notFound("fund"));
    if (named != null && !Objects.equals(named, fund.organisation())) {
      throw new ApiProblem(ApiCode.FIELDS_EXCLUSIVE, body.at("organisation"));
    }
    return fund.organisation();
  }

  private static @Nullable String kind(Shape body) {
    ExceptionKind kind = body.optionalChoice("exceptionKind", ExceptionKind.class);
    return kind == null ? null : kind.name();
  }

  private List<Long> inBook(Shape body) {
    List<Long> given = body.has("positions") ? body.wholes("positions", MOST_POSITIONS) : List.of();
    long head = positions.head();
    for (long position : given) {
      if (position > head) {
        throw new ApiProblem(
            ApiCode.NUMBER_OUT_OF_RANGE, body.at("positions"), Map.of("min", 0, "max", head));
      }
    }
    return given;
  }

  private static FindingDone done(FindingId id, FindingState state, Executed<Object> done) {
    return new FindingDone(id.toString(), state.name(), done.position());
  }
}
