package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.person.People;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.donation.DonationView;

/** Compares drafts with what the book holds under their references, many at once. */
final class BookComparison {

  private static final String RECORDED = "RECORDED";

  private final DonationQueries donations;
  private final RecordedReferences recorded;
  private final DonationDesk desk;
  private final People people;

  BookComparison(
      DonationQueries donations, RecordedReferences recorded, DonationDesk desk, People people) {
    this.donations = donations;
    this.recorded = recorded;
    this.desk = desk;
    this.people = people;
  }

  /** How a line stands to the book. */
  sealed interface Match {

    /** The reference is free. */
    record Free() implements Match {}

    /** In the book with the same content, as it is now or as it was first recorded. */
    record Same() implements Match {}

    /** In the book with another amount, day, donor or unit, which can be corrected. */
    record Changed(DonationView known, boolean sameDonor) implements Match {}

    /** The reference is taken by an entry of another fund or channel. */
    record Taken(DonationView known) implements Match {}
  }

  /** One match a draft, in order. */
  List<Match> compare(FundId fund, List<UUID> ids, List<DonationDraft> drafts) {
    Map<UUID, DonationView> found = donations.byIds(ids);
    if (found.isEmpty()) {
      return ids.stream().<Match>map(_ -> new Match.Free()).toList();
    }
    people.prepare(found.values().stream().map(BookComparison::donor).toList());
    Map<String, FirstRecording> firsts = firsts(found.values());
    List<Match> matches = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      DonationView known = found.get(ids.get(i));
      matches.add(
          known == null
              ? new Match.Free()
              : match(fund, drafts.get(i), known, firsts.get(known.donationId())));
    }
    return matches;
  }

  /** The donations under these ids. */
  Map<UUID, DonationView> find(Collection<UUID> ids) {
    return donations.byIds(ids);
  }

  private Match match(
      FundId fund,
      DonationDraft draft,
      DonationView known,
      @org.jspecify.annotations.Nullable FirstRecording first) {
    if (!fund.toString().equals(known.fundId())
        || !draft.channel().name().equals(known.channel())) {
      return new Match.Taken(known);
    }
    boolean sameDonor = people.same(draft.donor(), donor(known));
    if (sameDonor
        && draft.amount().minor() == known.amount()
        && draft.receivedOn().equals(known.receivedOn())) {
      return new Match.Same();
    }
    // What was corrected since is still the same line of the file.
    boolean asFirst =
        first != null
            && first.event() instanceof DonationReceived event
            && desk.isSame(fund, draft, event);
    return asFirst ? new Match.Same() : new Match.Changed(known, sameDonor);
  }

  private Map<String, FirstRecording> firsts(Collection<DonationView> found) {
    List<String> corrected =
        found.stream()
            .filter(known -> !known.status().equals(RECORDED))
            .map(DonationView::donationId)
            .toList();
    return corrected.isEmpty() ? new HashMap<>() : recorded.find(corrected);
  }

  static Donor donor(DonationView known) {
    return new Donor(
        known.donorKind(), known.donorOrganisation(), known.donor(), known.donorDigest());
  }

  static boolean sameUnit(DonationView known, DonationDraft draft) {
    return Objects.equals(known.donorOrganisation(), draft.donor().organisation());
  }
}
