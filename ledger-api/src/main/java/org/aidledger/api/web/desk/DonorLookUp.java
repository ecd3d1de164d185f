package org.aidledger.api.web.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.People;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.donation.DonationView;
import org.aidledger.store.subject.Found;
import org.aidledger.store.subject.IndexKind;
import org.springframework.stereotype.Component;

/** Recognises donors who gave before: by a number for sure, by their full name to choose from. */
@Component
final class DonorLookUp {

  private static final int MOST_OFFERED = 10;

  /** By these the book recognises a person without asking. */
  private static final Set<IndexKind> SURE =
      EnumSet.of(IndexKind.IDENTITY, IndexKind.STAFF_IN_UNIT, IndexKind.PHONE_AND_NAME);

  private final People people;
  private final DonationQueries donations;
  private final PersonalTexts personal;

  DonorLookUp(People people, DonationQueries donations, PersonalTexts personal) {
    this.people = people;
    this.donations = donations;
    this.personal = personal;
  }

  KnownDonors find(DonorDraft draft, Texts texts) {
    List<Found> found = people.search(draft);
    Map<UUID, DonationView> last =
        found.isEmpty()
            ? Map.of()
            : donations.latestOf(found.stream().map(Found::subjectId).toList());
    List<DonationView> sure = new ArrayList<>();
    List<DonationView> named = new ArrayList<>();
    for (Found one : found) {
      DonationView donation = last.get(one.subjectId());
      if (donation != null) {
        (one.matchedBy().stream().anyMatch(SURE::contains) ? sure : named).add(donation);
      }
    }
    return sure.isEmpty()
        ? new KnownDonors(false, candidates(named, draft, texts))
        : new KnownDonors(true, candidates(sure.subList(0, 1), draft, texts));
  }

  private List<KnownDonors.Candidate> candidates(
      List<DonationView> latest, DonorDraft draft, Texts texts) {
    List<DonationView> offered =
        latest.stream()
            .sorted(Comparator.comparingLong(DonationView::firstPosition).reversed())
            .limit(MOST_OFFERED)
            .toList();
    Map<SealedText, String> names = personal.names(persons(offered));
    return offered.stream()
        .map(donation -> candidate(donation, names, offered.size() == 1, draft, texts))
        .toList();
  }

  private static KnownDonors.Candidate candidate(
      DonationView donation,
      Map<SealedText, String> names,
      boolean alone,
      DonorDraft draft,
      Texts texts) {
    SealedText person = Objects.requireNonNull(donation.donor());
    String unit = Objects.requireNonNullElse(donation.donorOrganisation(), "");
    String typed = draft.organisation();
    return new KnownDonors.Candidate(
        person.subjectId(),
        names.getOrDefault(person, ""),
        unit,
        texts.get(
            "desk.last",
            donation.receivedOn().toString(),
            texts.money(donation.amount(), donation.currency())),
        alone && (typed == null || unit.isEmpty() || typed.equals(unit)));
  }

  private static List<SealedText> persons(Collection<DonationView> donations) {
    return donations.stream().map(DonationView::donor).filter(Objects::nonNull).toList();
  }
}
