package org.aidledger.api.web.payout;

import java.util.List;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.payout.BankResults;
import org.aidledger.api.payout.SettledFile;
import org.aidledger.api.payout.SettledLine;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.web.form.Flash;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutBatchId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the bank's answer on the page of a batch, and says there what became of its lines. */
@Controller
class BankResultsPage {

  /** Lines that are told one by one; more are in the answer of the API. */
  private static final int MOST_TOLD = 200;

  private final BankResults results;
  private final ProblemTexts problems;
  private final MessageSource messages;

  BankResultsPage(BankResults results, ProblemTexts problems, MessageSource messages) {
    this.results = results;
    this.problems = problems;
    this.messages = messages;
  }

  /**
   * A line that was not simply paid.
   *
   * @param said why, in the bank's words or in those of the rule that refused it
   */
  public record ToldLine(int line, @Nullable String payoutId, String outcome, String said) {}

  @PostMapping("/payout-batches/{batchId}/bank-results")
  @RequiresRole(Role.CASHIER)
  String settle(
      @PathVariable PayoutBatchId batchId,
      Upload upload,
      Actor actor,
      Locale locale,
      RedirectAttributes next) {
    Texts texts = new Texts(messages, locale);
    try {
      SettledFile settled = results.settle(batchId, upload, actor.accountId());
      List<ToldLine> told =
          settled.lines().stream()
              .filter(line -> line.outcome() != SettledLine.Outcome.PAID)
              .filter(line -> line.outcome() != SettledLine.Outcome.ALREADY)
              .limit(MOST_TOLD)
              .map(line -> told(line, locale, texts))
              .toList();
      next.addFlashAttribute("told", told);
      next.addFlashAttribute(
          "flash",
          new Flash(
              told.isEmpty() ? "done" : "waiting",
              sentence(settled, texts),
              List.of(),
              settled.position()));
    } catch (ApiProblem refused) {
      if (refused.problem().status() == HttpStatus.NOT_FOUND) {
        throw refused;
      }
      String said = problems.detail(refused.problem(), locale);
      next.addFlashAttribute("flash", new Flash("bad", said, List.of(), -1));
    }
    return "redirect:/payout-batches/" + batchId;
  }

  private static String sentence(SettledFile settled, Texts texts) {
    return texts.get(
        "bankResults.done",
        MoneyText.count(settled.count(SettledLine.Outcome.PAID)),
        MoneyText.count(settled.count(SettledLine.Outcome.RETURNED)),
        MoneyText.count(settled.count(SettledLine.Outcome.FAILED)),
        MoneyText.count(settled.count(SettledLine.Outcome.ALREADY)),
        MoneyText.count(settled.count(SettledLine.Outcome.REFUSED)));
  }

  private ToldLine told(SettledLine line, Locale locale, Texts texts) {
    Problem problem = line.problem();
    String said =
        problem == null ? String.valueOf(line.bankSays()) : problems.detail(problem, locale);
    return new ToldLine(
        line.line(), line.payoutId(), texts.word("bankOutcome", line.outcome().name()), said);
  }
}
