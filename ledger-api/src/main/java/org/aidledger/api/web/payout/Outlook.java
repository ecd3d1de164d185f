package org.aidledger.api.web.payout;

import java.util.List;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundView;

/** What a step would do to the figures of a fund. */
final class Outlook {

  private Outlook() {}

  /**
   * The figures before and after.
   *
   * @param complete whether this approval is the last that is needed
   * @param state of the payout or batch before the step
   */
  static List<Change> of(
      Step step,
      String state,
      boolean complete,
      boolean refund,
      FundView fund,
      long amount,
      Texts texts) {
    boolean reserved = state.equals("APPROVED") || state.equals("RETURNED");
    long onReserved =
        switch (step) {
          case APPROVAL -> complete ? amount : 0;
          case REJECTION -> 0;
          case PAYMENT -> -amount;
          case RETURN -> amount;
          case CANCELLATION -> reserved ? -amount : 0;
        };
    long onPaid =
        switch (step) {
          case PAYMENT -> amount;
          case RETURN -> -amount;
          case APPROVAL, REJECTION, CANCELLATION -> 0;
        };
    long out = refund ? fund.figures().refunded() : fund.figures().paid();
    return List.of(
        row("available", fund.figures().available(), -onReserved - onPaid, fund, texts),
        row("RESERVED", fund.figures().reserved(), onReserved, fund, texts),
        row(refund ? "REFUNDED" : "PAID", out, onPaid, fund, texts));
  }

  private static Change row(String figure, long before, long change, FundView fund, Texts texts) {
    String key = "figure." + figure;
    return new Change(
        texts.get(key),
        MoneyText.of(before, fund.currency()),
        MoneyText.of(before + change, fund.currency()),
        true);
  }
}
