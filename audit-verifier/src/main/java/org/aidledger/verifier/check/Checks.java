package org.aidledger.verifier.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.UnreadableException;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.scratch.Scratch;

/** All rules over the events of one package. */
public final class Checks {

  private final Findings findings;
  private final BalanceCheck balances;
  private final ControlCheck controls;
  private final List<Check> all;

  /**
   * Begins before the first event that is shown.
   *
   * @param scratch takes what grows with the events; the heap keeps what grows with the funds
   */
  public Checks(Scope scope, Findings findings, Scratch scratch) {
    this.findings = findings;
    Streams streams = new Streams(scratch);
    Accounts accounts = new Accounts(scratch);
    balances = new BalanceCheck(scope, findings);
    controls = new ControlCheck(scope, findings);
    all =
        List.of(
            new OrderCheck(scope, findings, streams),
            controls,
            balances,
            new FundStateCheck(scope, findings),
            new DonationCheck(scope, findings, streams, accounts, scratch),
            new PayoutCheck(scope, findings, new Thresholds(), accounts, scratch),
            new ConfirmationCheck(scope, findings, accounts, scratch),
            new PeriodCheck(findings),
            new LockCheck(scope, findings),
            new FindingCheck(scope, findings, accounts, scratch),
            new AccountCheck(findings, accounts));
  }

  /** Takes what a fund had before the first event that is shown. */
  public void begin(FundBalance opening) {
    balances.begin(opening.fundId(), opening.currency(), opening.available(), opening.reserved());
    controls.begin(opening.fundId(), opening.lastEntryNumber());
  }

  /** The next event. */
  public void on(Event event) {
    for (Check check : all) {
      try {
        check.on(event);
      } catch (UnreadableException e) {
        findings.add(
            Code.EVENT_UNREADABLE,
            "line",
            "",
            "position",
            event.position(),
            "what",
            String.valueOf(e.getMessage()));
      } catch (ArithmeticException overflow) {
        findings.add(Code.FIGURE_TOO_LARGE, "position", event.position(), "fund", "");
      }
    }
  }

  /** Nothing follows. */
  public void end() {
    all.forEach(Check::end);
  }

  /** How many entry numbers were seen. */
  public long entries() {
    return controls.entries();
  }

  /** What the events add up to, by fund. */
  public Map<String, FundBalance> balances() {
    Map<String, FundBalance> result = new TreeMap<>();
    balances
        .funds()
        .forEach(
            (fund, figures) ->
                result.put(
                    fund,
                    new FundBalance(
                        fund,
                        figures.currency(),
                        figures.available(),
                        figures.reserved(),
                        controls.lastNumber(fund))));
    return result;
  }
}
