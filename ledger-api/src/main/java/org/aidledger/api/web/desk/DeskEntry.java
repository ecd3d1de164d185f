package org.aidledger.api.web.desk;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.donation.DonationAnswer;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.donation.DonationForm;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.Values;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Records one donation from the desk's form and says what became of it. */
@Component
final class DeskEntry {

  private static final String NAME = "donor.name";
  private static final String UNIT = "donor.organisation";
  private static final String CHOICE = "donor.subjectId";
  private static final int LENGTH = 100;

  private final DonationDesk desk;
  private final FundDirectory funds;
  private final DonorLookUp donors;
  private final ReferenceConflict conflicts;

  DeskEntry(
      DonationDesk desk, FundDirectory funds, DonorLookUp donors, ReferenceConflict conflicts) {
    this.desk = desk;
    this.funds = funds;
    this.donors = donors;
    this.conflicts = conflicts;
  }

  Done record(Posted posted, HttpSession session, Actor actor, Texts texts, Model model) {
    posted.amounts("amount").days("receivedOn").flags("donor.anonymous").require(required(posted));
    FundId fundId = new FundId(Values.id("_fund", posted.value("_fund")));
    Currency currency = funds.currencyOf(fundId);
    DonationDraft draft = posted.read(b -> DonationForm.read(b, currency));
    requireChoice(posted, draft.donor(), texts);
    Done done =
        switch (desk.record(fundId, List.of(draft), actor.accountId()).getFirst()) {
          case DonationAnswer.Recorded(var event, long position) ->
              done("desk.done", event, position, texts);
          case DonationAnswer.AlreadyRecorded(var event, long position) ->
              done("desk.already", event, position, texts).waiting();
          case DonationAnswer.RefusedLine(var code, var facts) -> {
            conflicts.show(code, facts, texts, model);
            throw new Refused(code, facts);
          }
        };
    new DeskMemory(draft.channel(), draft.receivedOn()).keep(session);
    return done;
  }

  /** Whom the book knows of those in the form, absent while nothing is typed that could tell. */
  @Nullable KnownDonors known(Posted posted, Texts texts) {
    DonorDraft draft =
        new DonorDraft(
            typed(posted, NAME),
            typed(posted, "donor.identityNumber"),
            typed(posted, UNIT),
            false,
            typed(posted, "donor.staffNumber"),
            null);
    boolean tells =
        draft.name() != null || draft.identityNumber() != null || draft.staffNumber() != null;
    KnownDonors known = tells ? donors.find(draft, texts) : null;
    return known == null || known.people().isEmpty() ? null : known;
  }

  private static @Nullable String typed(Posted posted, String field) {
    String value = posted.value(field);
    return value.isEmpty() || value.length() > LENGTH ? null : value;
  }

  /** A name that several may bear is recorded only after somebody said whom it means. */
  private void requireChoice(Posted posted, DonorDraft donor, Texts texts) {
    if (donor.name() != null && !posted.has(CHOICE) && donors.find(donor, texts).mustChoose()) {
      throw new ApiProblem(ApiCode.SUBJECT_AMBIGUOUS, NAME, Map.of());
    }
  }

  private static String[] required(Posted posted) {
    List<String> names = new ArrayList<>();
    if (!posted.ticked("donor.anonymous") && posted.value(UNIT).isEmpty()) {
      names.add(NAME);
    }
    names.addAll(List.of("amount", "reference", "channel", "receivedOn"));
    return names.toArray(String[]::new);
  }

  private static Done done(String key, DonationReceived event, long position, Texts texts) {
    return Done.to(
            "/desk",
            texts.get(
                key,
                Long.toString(event.entryNumber()),
                texts.money(event.amount(), event.currency()),
                event.reference()),
            position)
        .link("/donations/" + event.donationId() + "/confirmation", texts.get("donation.print"));
  }
}
