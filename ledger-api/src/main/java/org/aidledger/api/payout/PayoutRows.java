package org.aidledger.api.payout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.payout.ApprovalView;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.projections.query.Page;
import org.springframework.stereotype.Component;

/** Pages of payouts with what they refer to, looked up at once. */
@Component
class PayoutRows {

  /** A payout in words. */
  record Named(
      PayoutView payout,
      String fundCode,
      String payee,
      String purpose,
      String requestedBy,
      String approvedBy,
      String paidBy) {}

  /** A batch in words. */
  record NamedBatch(
      PayoutBatchView batch, String fundCode, Money total, String requestedBy, String approvedBy) {}

  private final FundDirectory funds;
  private final PersonalTexts personal;
  private final ActorNames actors;

  PayoutRows(FundDirectory funds, PersonalTexts personal, ActorNames actors) {
    this.funds = funds;
    this.personal = personal;
    this.actors = actors;
  }

  Page<Named> named(Page<PayoutView> page, Texts texts) {
    List<PayoutView> items = page.items();
    Map<SealedText, String> names =
        personal.names(items.stream().map(PayoutView::payee).distinct().toList());
    Map<SealedText, String> purposes =
        personal.texts(items.stream().map(PayoutView::purpose).distinct().toList());
    Map<String, String> accounts =
        actors.names(
            items.stream()
                .flatMap(
                    payout ->
                        Stream.concat(
                            Stream.of(payout.requestedBy(), payout.paidBy()),
                            payout.approvals().stream().map(ApprovalView::accountId)))
                .filter(id -> id != null)
                .collect(Collectors.toSet()));
    return new Page<>(
        items.stream()
            .map(
                payout ->
                    new Named(
                        payout,
                        fund(payout.fundId()).code(),
                        names.getOrDefault(payout.payee(), texts.get("trail.destroyedName")),
                        purposes.getOrDefault(payout.purpose(), texts.get("trail.destroyedText")),
                        accounts.getOrDefault(payout.requestedBy(), ""),
                        approvers(payout.approvals(), accounts, texts),
                        accounts.getOrDefault(String.valueOf(payout.paidBy()), "")))
            .toList(),
        page.next());
  }

  Page<NamedBatch> batches(Page<PayoutBatchView> page, Texts texts) {
    Set<String> ids =
        page.items().stream()
            .flatMap(
                batch ->
                    Stream.concat(
                        Stream.of(batch.requestedBy()),
                        batch.approvals().stream().map(ApprovalView::accountId)))
            .collect(Collectors.toSet());
    Map<String, String> accounts = new HashMap<>(actors.names(ids));
    return new Page<>(
        page.items().stream()
            .map(
                batch -> {
                  FundOpened fund = fund(batch.fundId());
                  return new NamedBatch(
                      batch,
                      fund.code(),
                      Money.of(batch.total(), fund.currency()),
                      accounts.getOrDefault(batch.requestedBy(), ""),
                      approvers(batch.approvals(), accounts, texts));
                })
            .toList(),
        page.next());
  }

  private FundOpened fund(String fundId) {
    return funds.opened(FundId.of(fundId));
  }

  private static String approvers(
      List<ApprovalView> approvals, Map<String, String> accounts, Texts texts) {
    return approvals.stream()
        .map(approval -> accounts.getOrDefault(approval.accountId(), ""))
        .collect(Collectors.joining(texts.get("list.separator")));
  }
}
