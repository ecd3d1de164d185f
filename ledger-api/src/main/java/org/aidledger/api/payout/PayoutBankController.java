package org.aidledger.api.payout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportFormat;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutBatchId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Between a batch of payouts and the bank: the payment file out, the results back. */
@RestController
@RequestMapping("/api/v1/payout-batches/{batchId}")
@RequiresRole(Role.CASHIER)
class PayoutBankController {

  private final BankFile bankFile;
  private final BankResults results;
  private final MessageSource messages;
  private final BusinessCalendar calendar;
  private final ProblemTexts texts;

  PayoutBankController(
      BankFile bankFile,
      BankResults results,
      MessageSource messages,
      BusinessCalendar calendar,
      ProblemTexts texts) {
    this.bankFile = bankFile;
    this.results = results;
    this.messages = messages;
    this.calendar = calendar;
    this.texts = texts;
  }

  /** The payment file; its titles are Chinese in every language, because the bank reads them. */
  @GetMapping("/bank-file")
  ResponseEntity<StreamingResponseBody> bankFile(
      @PathVariable PayoutBatchId batchId,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable String returned,
      Actor actor) {
    ExportFormat wanted =
        format == null
            ? ExportFormat.CSV
            : ExportFormat.ofEnding(format)
                .orElseThrow(() -> new ApiProblem(ApiCode.PARAMETER_MALFORMED, "format"));
    Texts chinese = new Texts(messages, Locale.CHINESE);
    BankFile.Prepared file = bankFile.of(batchId, "true".equals(returned), actor.accountId());
    ResponseEntity<StreamingResponseBody> answer =
        new Export(wanted, chinese, calendar.zone()).answer(file.list());
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header(Positioned.HEADER, Long.toString(file.position()))
        .body(answer.getBody());
  }

  @PostMapping("/bank-results")
  ResponseEntity<ResultsAnswer> settle(
      @PathVariable PayoutBatchId batchId,
      Upload upload,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages,
      Actor actor) {
    SettledFile settled = results.settle(batchId, upload, actor.accountId());
    Locale language = ProblemTexts.language(languages);
    Map<String, Integer> counts = new TreeMap<>();
    settled
        .counts()
        .forEach((outcome, count) -> counts.put(outcome.name().toLowerCase(Locale.ROOT), count));
    List<LineAnswer> lines = settled.lines().stream().map(line -> answer(line, language)).toList();
    return Positioned.ok(new ResultsAnswer(counts, lines, settled.position()), settled.position());
  }

  private LineAnswer answer(SettledLine line, Locale language) {
    Problem problem = line.problem();
    return new LineAnswer(
        line.line(),
        line.payoutId(),
        line.outcome().name(),
        line.bankSays(),
        problem == null ? null : problem.code(),
        problem == null ? null : texts.detail(problem, language));
  }

  /**
   * What became of the bank's answer.
   *
   * @param counts of lines by outcome: paid, returned, failed, already, refused
   */
  record ResultsAnswer(Map<String, Integer> counts, List<LineAnswer> lines, long position) {}

  /**
   * What became of one line.
   *
   * @param line its number in the file
   * @param outcome PAID, RETURNED, FAILED, ALREADY or REFUSED
   * @param reason in the bank's words
   * @param code of the rule or problem that refused it
   */
  record LineAnswer(
      int line,
      @Nullable String payoutId,
      String outcome,
      @Nullable String reason,
      @Nullable String code,
      @Nullable String detail) {}
}
