package org.aidledger.api.web.fund;

import java.util.List;
import java.util.Set;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.PendingChangeView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a fund's terms into words. */
@Component
final class FundTexts {

  private final FundQueries funds;
  private final ActorNames actors;
  private final PersonalTexts personal;

  FundTexts(FundQueries funds, ActorNames actors, PersonalTexts personal) {
    this.funds = funds;
    this.actors = actors;
    this.personal = personal;
  }

  FundHead head(FundView fund, Texts texts) {
    Long threshold = fund.approvalThreshold();
    String successor = fund.successorFundId();
    return new FundHead(
        fund.fundId(),
        fund.code(),
        fund.name(),
        fund.purpose(),
        fund.organisation(),
        texts.word("treatment", fund.treatment()),
        fund.currency(),
        texts.unit(fund.currency()),
        fund.state(),
        threshold == null ? null : texts.money(threshold, fund.currency()),
        successor,
        successor == null ? null : funds.one(successor).map(FundView::name).orElse(successor));
  }

  /**
   * What waits for a second person, nothing if nothing does.
   *
   * @param readsReasons whether the reader may see why
   */
  @Nullable PendingChange pending(FundView fund, boolean readsReasons, Texts texts) {
    PendingChangeView change = fund.pendingChange();
    if (change == null) {
      return null;
    }
    Long threshold = change.approvalThreshold();
    String proposer = actors.names(Set.of(change.proposedBy())).get(change.proposedBy());
    return new PendingChange(
        change.purpose(),
        threshold == null ? null : texts.money(threshold, fund.currency()),
        change.thresholdRemoved(),
        proposer == null ? texts.get("trail.unknownAccount") : proposer,
        readsReasons ? reason(change, texts) : null);
  }

  private String reason(PendingChangeView change, Texts texts) {
    String text = personal.texts(List.of(change.reason())).get(change.reason());
    return text == null ? texts.get("trail.destroyedText") : text;
  }
}
