package org.aidledger.api.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.document.DocumentRows;
import org.aidledger.api.web.terms.TermsLookUp;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A transfer, which is one entry in each of two funds. */
@Controller
class TransferEntryPage {

  private final TrailQueries trail;
  private final TrailRows rows;
  private final DocumentRows documents;
  private final TermsLookUp funds;
  private final MessageSource messages;

  TransferEntryPage(
      TrailQueries trail,
      TrailRows rows,
      DocumentRows documents,
      TermsLookUp funds,
      MessageSource messages) {
    this.trail = trail;
    this.rows = rows;
    this.documents = documents;
    this.funds = funds;
    this.messages = messages;
  }

  /**
   * One side of the transfer.
   *
   * @param out whether the money left this fund
   * @param change with its sign
   */
  public record Side(String fundId, String fund, boolean out, TrailRow line, Amount change) {}

  @GetMapping("/transfers/{transferId}")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String show(@PathVariable UUID transferId, Actor actor, Locale locale, Model model) {
    List<TrailLine> lines = trail.ofStream(transferId.toString());
    if (lines.isEmpty() || !lines.getFirst().streamType().equals("Transfer")) {
      throw ApiProblem.notFound("transfer");
    }
    Texts texts = new Texts(messages, locale);
    TrailLine first = lines.getFirst();
    List<Side> sides = sides(lines, locale);
    model.addAttribute("sides", sides);
    model.addAttribute("first", sides.getFirst().line());
    model.addAttribute("unit", texts.unit(first.currency()));
    EntryFigures.show(model, first, texts);
    documents.show(model, "TRANSFER", transferId.toString(), actor, texts);
    return "transfer-entry";
  }

  private List<Side> sides(List<TrailLine> lines, Locale locale) {
    List<TrailRow> told = rows.of(lines, locale);
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TrailLine line = lines.get(i);
      boolean out = Movement.TRANSFER_OUT.name().equals(line.movement());
      long amount = line.amount() == null ? 0 : line.amount();
      sides.add(
          new Side(
              line.fundId(),
              funds.one(FundId.of(line.fundId())).name(),
              out,
              told.get(i),
              Amount.of(out ? -amount : amount, line.currency())));
    }
    return sides;
  }
}
