package org.aidledger.api.web.donation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.ChineseCapitals;
import org.aidledger.api.web.text.References;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.donation.DonationView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts donations into words, looking up all names of a list at once. */
@Component
public final class DonationRows {

  private final ActorNames actors;
  private final PersonalTexts personal;
  private final Clock clock;

  DonationRows(ActorNames actors, PersonalTexts personal, Clock clock) {
    this.actors = actors;
    this.personal = personal;
    this.clock = clock;
  }

  public DonationRow of(DonationView donation, Texts texts) {
    return of(List.of(donation), texts).getFirst();
  }

  /** The donations in words, in their order. */
  public List<DonationRow> of(List<DonationView> donations, Texts texts) {
    Map<SealedText, String> names =
        personal.names(
            donations.stream().map(DonationView::donor).filter(Objects::nonNull).toList());
    Map<String, String> accounts =
        actors.names(
            donations.stream()
                .map(DonationView::recordedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return donations.stream().map(donation -> row(donation, names, accounts, texts)).toList();
  }

  private DonationRow row(
      DonationView donation,
      Map<SealedText, String> names,
      Map<String, String> accounts,
      Texts texts) {
    String currency = donation.currency();
    long refunded = donation.refunded() + donation.refundReserved();
    return new DonationRow(
        donation.donationId(),
        donation.fundId(),
        donation.entryNumber(),
        donor(donation, names, texts),
        Amount.of(donation.amount(), currency),
        texts.money(donation.amount(), currency),
        texts.unit(currency),
        currency.equals("CNY") ? ChineseCapitals.of(donation.amount()) : "",
        donation.receivedOn().toString(),
        texts.word("channel", donation.channel()),
        References.brief(donation.reference()),
        donation.status(),
        Times.second(donation.recordedAt(), clock.getZone()),
        account(donation.recordedBy(), accounts, texts),
        refunded == 0 ? null : texts.money(refunded, currency),
        donation.documentHash());
  }

  private static String account(@Nullable String id, Map<String, String> accounts, Texts texts) {
    return id == null
        ? texts.get("trail.system")
        : accounts.getOrDefault(id, texts.get("trail.unknownAccount"));
  }

  private static String donor(DonationView donation, Map<SealedText, String> names, Texts texts) {
    SealedText sealed = donation.donor();
    String organisation = donation.donorOrganisation();
    if (sealed == null) {
      return organisation == null ? texts.get("trail.anonymous") : organisation;
    }
    String name = names.getOrDefault(sealed, texts.get("trail.destroyedName"));
    return organisation == null ? name : texts.get("trail.donorOfUnit", name, organisation);
  }
}
