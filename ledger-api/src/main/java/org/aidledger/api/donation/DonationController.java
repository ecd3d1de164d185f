package org.aidledger.api.donation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Reading;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recording donations, one or many. */
@RestController
@RequestMapping("/api/v1/funds/{fundId}/donations")
class DonationController {

  /** Lines of one request. */
  private static final int MOST_LINES = 10_000;

  private final DonationDesk desk;
  private final FundDirectory funds;
  private final BookPositions positions;
  private final ProblemTexts texts;

  DonationController(
      DonationDesk desk, FundDirectory funds, BookPositions positions, ProblemTexts texts) {
    this.desk = desk;
    this.funds = funds;
    this.positions = positions;
    this.texts = texts;
  }

  @PostMapping
  @RequiresRole(Role.FINANCE)
  ResponseEntity<RecordedAnswer> record(
      @PathVariable FundId fundId, @JsonBody(DonationForm.class) Shape body, Actor actor) {
    Currency currency = funds.currencyOf(fundId);
    DonationDraft draft = body.read(b -> DonationForm.read(b, currency));
    return switch (desk.record(fundId, List.of(draft), actor.accountId()).getFirst()) {
      case DonationAnswer.Recorded(var event, long position) ->
          Positioned.created(
              "/api/v1/donations/" + event.donationId(),
              RecordedAnswer.of(event, "RECORDED", position),
              position);
      case DonationAnswer.AlreadyRecorded(var event, long position) ->
          Positioned.ok(RecordedAnswer.of(event, "ALREADY_RECORDED", position), position);
      case DonationAnswer.RefusedLine(var code, var facts) -> throw new Refused(code, facts);
    };
  }

  @PostMapping("/batch")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<BatchAnswer> recordAll(
      @PathVariable FundId fundId,
      @JsonBody(value = DonationForm.Batch.class, maxBytes = JsonBody.BATCH) Shape body,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages,
      Actor actor) {
    LineProblems problems = new LineProblems(texts, ProblemTexts.language(languages));
    Currency currency = funds.currencyOf(fundId);
    List<Shape> lines = body.read(b -> b.objects("donations", 1, MOST_LINES));
    List<DonationDraft> drafts = new ArrayList<>(lines.size());
    List<Integer> indexes = new ArrayList<>(lines.size());
    List<BatchAnswer.RefusedLine> refused = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      switch (lines.get(i).tryRead(b -> DonationForm.read(b, currency))) {
        case Reading.Read<DonationDraft>(DonationDraft draft) -> {
          drafts.add(draft);
          indexes.add(i);
        }
        case Reading.Unreadable<DonationDraft>(var problem) -> refused.add(problems.of(i, problem));
      }
    }
    List<DonationAnswer> answers = desk.record(fundId, drafts, actor.accountId());
    return answer(answers, indexes, refused, problems);
  }

  private ResponseEntity<BatchAnswer> answer(
      List<DonationAnswer> answers,
      List<Integer> indexes,
      List<BatchAnswer.RefusedLine> refused,
      LineProblems problems) {
    int recorded = 0;
    int already = 0;
    long last = -1;
    for (int i = 0; i < answers.size(); i++) {
      switch (answers.get(i)) {
        case DonationAnswer.Recorded(var _, long position) -> {
          recorded++;
          last = Math.max(last, position);
        }
        case DonationAnswer.AlreadyRecorded(var _, long position) -> {
          already++;
          last = Math.max(last, position);
        }
        case DonationAnswer.RefusedLine(RuleCode code, var facts) ->
            refused.add(problems.of(indexes.get(i), code, facts));
      }
    }
    refused.sort((a, b) -> Integer.compare(a.index(), b.index()));
    long position = last < 0 ? positions.head() : last;
    return Positioned.ok(new BatchAnswer(recorded, already, refused, position), position);
  }

  /** What became of one donation. */
  record RecordedAnswer(String donationId, String status, long entryNumber, long position) {

    static RecordedAnswer of(DonationReceived event, String status, long position) {
      return new RecordedAnswer(event.donationId(), status, event.entryNumber(), position);
    }
  }
}
