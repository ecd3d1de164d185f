package org.aidledger.api.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.money.Money;
import org.aidledger.projections.sample.SampleOf;
import org.aidledger.projections.sample.SampleQueries;
import org.aidledger.projections.sample.SampleView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What auditors draw by lot. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
class SampleController {

  private final SampleDesk samples;
  private final SampleRows rows;
  private final MessageSource messages;

  SampleController(SampleDesk samples, SampleRows rows, MessageSource messages) {
    this.samples = samples;
    this.rows = rows;
    this.messages = messages;
  }

  @GetMapping("/samples")
  SampleAnswer sample(
      @RequestParam String of,
      @RequestParam(required = false) @Nullable UUID fund,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam String size,
      @RequestParam String seed,
      @RequestParam(required = false) @Nullable String position,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return answer(
        draw(of, fund, organisation, from, to, size, seed, position),
        new Texts(messages, ProblemTexts.language(languages)));
  }

  /** The same sample as a file, for who goes to pull the vouchers. */
  @GetMapping("/samples.{format}")
  ResponseEntity<StreamingResponseBody> file(
      @RequestParam String of,
      @RequestParam(required = false) @Nullable UUID fund,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam String size,
      @RequestParam String seed,
      @RequestParam(required = false) @Nullable String position,
      Export export) {
    SampleDesk.Drawn drawn = draw(of, fund, organisation, from, to, size, seed, position);
    return export.answer(
        new ExportList<>(
            "sample-" + drawn.request().position(),
            export.texts().get("samples.file", Long.toString(drawn.request().position())),
            SampleRows.columns(),
            Rows.of(rows.of(drawn, export.texts()))));
  }

  private SampleDesk.Drawn draw(
      String of,
      @Nullable UUID fund,
      @Nullable String organisation,
      String from,
      String to,
      String size,
      String seed,
      @Nullable String position) {
    return samples.draw(
        Values.choice("of", of, SampleOf.class),
        fund == null ? null : fund.toString(),
        organisation,
        Values.day("from", from),
        Values.day("to", to),
        SampleDesk.position(position),
        Values.integer("size", size, 1, SampleQueries.MOST),
        SampleDesk.seed(seed));
  }

  private SampleAnswer answer(SampleDesk.Drawn drawn, Texts texts) {
    SampleView sample = drawn.sample();
    String currency = drawn.request().currency();
    return new SampleAnswer(
        drawn.request().position(),
        sample.population(),
        decimal(sample.total(), currency),
        currency,
        decimal(sample.interval(), currency),
        decimal(sample.start(), currency),
        rows.of(drawn, texts).stream().map(SampleController::item).toList());
  }

  private static SampleItem item(SampleRows.Row row) {
    SampleView.Item item = row.item();
    return new SampleItem(
        item.streamId(),
        row.kindCode(),
        item.fundId(),
        item.position(),
        row.entryNumber(),
        row.effectiveOn(),
        row.who(),
        row.reference(),
        row.bankReference(),
        decimal(item.amount(), row.currency()),
        decimal(item.before(), row.currency()),
        item.hits());
  }

  private static String decimal(long minor, String currency) {
    return Money.of(minor, currency).toDecimal();
  }

  /**
   * A sample.
   *
   * @param position that it was drawn behind; with it the same request gives the same sample later
   */
  record SampleAnswer(
      long position,
      long population,
      String total,
      String currency,
      String interval,
      String start,
      List<SampleItem> items) {}

  /**
   * A donation or payout that was drawn.
   *
   * @param kind DONATION, AID or REFUND
   * @param position of its first event in question, by which items are ordered
   * @param entryNumber 流水号 of the entry that stands
   * @param who the donor or payee as far as the name can be read, in the client's language
   * @param reference 原始凭证号
   * @param bankReference 银行流水号 of the payment, absent of donations
   * @param before what those before it add up to
   * @param hits how many drawn units lie in it
   */
  record SampleItem(
      String id,
      String kind,
      String fundId,
      long position,
      @Nullable Long entryNumber,
      @Nullable LocalDate effectiveOn,
      String who,
      @Nullable String reference,
      @Nullable String bankReference,
      String amount,
      String before,
      long hits) {}
}
