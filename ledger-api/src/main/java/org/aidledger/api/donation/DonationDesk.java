package org.aidledger.api.donation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.admission.QueueFull;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.api.person.People;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.FirstRecording;

/** Records donations for people and programs: seals the donors, and answers repetitions. */
public final class DonationDesk {

  /** Lines that are recorded in one append. */
  public static final int MOST_LINES = DonationIntake.MOST_LINES;

  private static final Set<RuleCode> WHOLE_FUND =
      EnumSet.of(RuleCode.CURRENCY_MISMATCH, RuleCode.FUND_FROZEN, RuleCode.FUND_CLOSED);

  /** What the hash of the source document stands for. */
  private enum Document {
    OF_DONATION,
    FILE_OF_MANY
  }

  private final DonationIntake intake;
  private final People people;
  private final RefusalLog refusals;
  private final Admission admission;

  public DonationDesk(
      DonationIntake intake, People people, RefusalLog refusals, Admission admission) {
    this.admission = admission;
    this.intake = intake;
    this.people = people;
    this.refusals = refusals;
  }

  /**
   * Records donations into one fund and waits until they are durable; refusals are on record before
   * this returns.
   *
   * @return one answer a draft, in order
   * @throws QueueFull if too much waits to be recorded; nothing of it was done
   */
  public List<DonationAnswer> record(FundId fundId, List<DonationDraft> drafts, AccountId actor) {
    // Before donors are looked up and sealed, and for all lines at once, so that a batch is never
    // cut off in its middle.
    return admission.within(drafts.size(), () -> recordAll(fundId, drafts, actor));
  }

  private List<DonationAnswer> recordAll(
      FundId fundId, List<DonationDraft> drafts, AccountId actor) {
    List<DonationAnswer> answers = new ArrayList<>(drafts.size());
    for (int from = 0; from < drafts.size(); from += MOST_LINES) {
      int to = Math.min(from + MOST_LINES, drafts.size());
      answers.addAll(recordSome(fundId, drafts.subList(from, to), actor, Document.OF_DONATION));
    }
    keepRefusals(fundId, answers, actor);
    return answers;
  }

  /**
   * Records lines of one file, as {@link #record} does. Their document is the file as a whole, so a
   * line that was recorded from another file is the same line still. If the fund itself takes
   * nothing, one refusal stands for all lines. Lines of files are never turned away: the import
   * sends the next when one of the last is answered.
   *
   * @param drafts at most {@link #MOST_LINES}
   */
  public List<DonationAnswer> recordFromFile(
      FundId fundId, List<DonationDraft> drafts, AccountId actor) {
    List<DonationAnswer> answers = recordSome(fundId, drafts, actor, Document.FILE_OF_MANY);
    boolean fundRefuses =
        answers.stream()
            .anyMatch(a -> a instanceof DonationAnswer.RefusedLine(var code, _) && ofFund(code));
    keepRefusals(fundId, fundRefuses ? firstRefusal(answers) : answers, actor);
    return answers;
  }

  /** Whether the rule is about the fund as a whole, so that no further line can fare better. */
  public static boolean ofFund(RuleCode code) {
    return WHOLE_FUND.contains(code);
  }

  /** Whether a draft from a file says the same as what was recorded, from whichever file. */
  public boolean isSame(FundId fundId, DonationDraft draft, DonationReceived recorded) {
    return isSame(fundId, draft, recorded, Document.FILE_OF_MANY);
  }

  private static List<DonationAnswer> firstRefusal(List<DonationAnswer> answers) {
    return answers.stream().filter(DonationAnswer.RefusedLine.class::isInstance).limit(1).toList();
  }

  private List<DonationAnswer> recordSome(
      FundId fundId, List<DonationDraft> drafts, AccountId actor, Document document) {
    List<Donor> donors = people.donors(drafts.stream().map(DonationDraft::donor).toList());
    List<DonationLine> lines = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      lines.add(line(drafts.get(i), donors.get(i), actor));
    }
    List<Placed> placed = intake.submit(fundId, lines);
    List<DonationAnswer> answers = new ArrayList<>(placed.size());
    for (int i = 0; i < placed.size(); i++) {
      answers.add(answer(fundId, drafts.get(i), placed.get(i), document));
    }
    return answers;
  }

  private static DonationLine line(DonationDraft draft, Donor donor, AccountId actor) {
    return new DonationLine(
        draft.source(),
        draft.reference(),
        donor,
        draft.amount(),
        draft.receivedOn(),
        draft.channel(),
        draft.documentHash(),
        actor);
  }

  private DonationAnswer answer(
      FundId fundId, DonationDraft draft, Placed placed, Document document) {
    return switch (placed) {
      case Placed.Recorded(var event, long position) ->
          new DonationAnswer.Recorded(event, position);
      case Placed.Known(var first) -> repetition(fundId, draft, first, document);
      case Placed.RefusedLine(var code, var facts) -> new DonationAnswer.RefusedLine(code, facts);
    };
  }

  private DonationAnswer repetition(
      FundId fundId, DonationDraft draft, FirstRecording first, Document document) {
    if (first.event() instanceof DonationReceived event && isSame(fundId, draft, event, document)) {
      return new DonationAnswer.AlreadyRecorded(event, first.position());
    }
    return new DonationAnswer.RefusedLine(
        RuleCode.REFERENCE_CONFLICT, conflict(fundId, draft, first));
  }

  private boolean isSame(
      FundId fundId, DonationDraft draft, DonationReceived event, Document document) {
    return fundId.toString().equals(event.fundId())
        && draft.amount().minor() == event.amount()
        && draft.amount().currency().getCurrencyCode().equals(event.currency())
        && draft.receivedOn().equals(event.receivedOn())
        && draft.channel().name().equals(event.channel())
        && (document == Document.FILE_OF_MANY
            || Objects.equals(draft.documentHash(), event.documentHash()))
        && people.same(draft.donor(), event.donor());
  }

  /** Both contents side by side, without a word about a person. */
  private Map<String, String> conflict(FundId fundId, DonationDraft draft, FirstRecording first) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("reference", draft.reference());
    facts.put("givenFundId", fundId.toString());
    facts.put("givenAmount", draft.amount().toDecimal());
    facts.put("givenReceivedOn", draft.receivedOn().toString());
    facts.put("givenChannel", draft.channel().name());
    facts.put("firstPosition", Long.toString(first.position()));
    if (first.event() instanceof DonationReceived event) {
      facts.put("firstDonationId", event.donationId());
      facts.put("firstFundId", event.fundId());
      facts.put("firstAmount", Money.of(event.amount(), event.currency()).toDecimal());
      facts.put("firstReceivedOn", event.receivedOn().toString());
      facts.put("firstChannel", event.channel());
      facts.put("sameDonor", Boolean.toString(people.same(draft.donor(), event.donor())));
    } else {
      facts.put("firstKind", first.event().getClass().getSimpleName());
    }
    return facts;
  }

  private void keepRefusals(FundId fundId, List<DonationAnswer> answers, AccountId actor) {
    List<RefusedOrder> refused = new ArrayList<>();
    for (DonationAnswer answer : answers) {
      if (answer instanceof DonationAnswer.RefusedLine(var code, var facts)) {
        refused.add(new RefusedOrder("RecordDonation", code, fundId.toString(), null, facts));
      }
    }
    if (!refused.isEmpty()) {
      refusals.keepAll(refused, actor);
    }
  }
}
