package org.aidledger.api.web.donation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.api.donation.DonationForm;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.People;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.donation.DonationView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of a correction: filled with what stands in the book, read for what differs. */
@Component
final class CorrectionForm {

  private static final String NAME = "donor.name";
  private static final String IDENTITY = "donor.identityNumber";
  private static final String UNIT = "donor.organisation";
  private static final String STAFF = "donor.staffNumber";
  private static final String ANONYMOUS = "donor.anonymous";
  private static final List<String> DONOR = List.of(NAME, IDENTITY, UNIT, STAFF);

  private final Forms forms;
  private final People people;

  CorrectionForm(Forms forms, People people) {
    this.forms = forms;
    this.people = people;
  }

  /**
   * What a correction changes.
   *
   * @param amountChange in minor units, zero if the amount stays
   */
  record Preview(List<Change> changes, long amountChange) {}

  /** The donation as it stands, in the fields. */
  Form of(DonationView donation) {
    Form form =
        forms
            .blank()
            .with("amount", MoneyText.of(donation.amount(), donation.currency()))
            .with("receivedOn", donation.receivedOn().toString())
            .with(ANONYMOUS, donation.donorKind().equals("ANONYMOUS") ? "true" : null);
    for (Map.Entry<String, String> field : donor(donation).entrySet()) {
      form = form.with(field.getKey(), field.getValue());
    }
    return form;
  }

  /** Leaves out of the posted form what stays, so that only the rest is corrected. */
  void prepare(Posted posted, DonationView donation) {
    posted.amounts("amount").days("receivedOn").flags(ANONYMOUS);
    posted.dropUnchanged("amount", plain(donation));
    posted.dropUnchanged("receivedOn", donation.receivedOn().toString());
    if (sameDonor(posted, donation)) {
      posted.drop(DONOR.toArray(String[]::new)).drop(ANONYMOUS);
    } else {
      keepPerson(posted, donation);
    }
  }

  /** Somebody of the same name stays the same person when unit or number are mended. */
  private void keepPerson(Posted posted, DonationView donation) {
    SealedText sealed = donation.donor();
    if (sealed != null && posted.value(NAME).equals(donor(donation).getOrDefault(NAME, ""))) {
      posted.set("donor.subjectId", sealed.subjectId());
    }
  }

  Preview preview(Posted posted, DonationView donation, Texts texts) {
    posted.require("reason");
    Currency currency = Currency.getInstance(donation.currency());
    return posted.read(
        b -> {
          List<Change> changes = new ArrayList<>();
          Money amount = b.optionalAmount("amount", currency);
          LocalDate day = b.optionalDay("receivedOn");
          Shape donor = b.optionalObject("donor");
          DonorDraft draft = donor == null ? null : DonationForm.donor(donor);
          var _ = b.text("reason", Shape.LONG_TEXT);
          if (amount == null && day == null && draft == null) {
            throw new Refused(RuleCode.NOTHING_CHANGED);
          }
          changes.add(amount(donation, amount, texts));
          changes.add(
              new Change(
                  texts.get("field.receivedOn"),
                  donation.receivedOn().toString(),
                  Objects.requireNonNullElse(day, donation.receivedOn()).toString(),
                  false));
          changes.addAll(donorChanges(donation, draft, texts));
          return new Preview(changes, amount == null ? 0 : amount.minor() - donation.amount());
        });
  }

  private static Change amount(DonationView donation, @Nullable Money amount, Texts texts) {
    String currency = donation.currency();
    return new Change(
        texts.get("field.amount"),
        MoneyText.of(donation.amount(), currency),
        MoneyText.of(amount == null ? donation.amount() : amount.minor(), currency),
        true);
  }

  private List<Change> donorChanges(
      DonationView donation, @Nullable DonorDraft draft, Texts texts) {
    if (draft == null) {
      return List.of();
    }
    Map<String, String> before = donor(donation);
    String nobody = texts.get("trail.anonymous");
    boolean wasAnonymous = donation.donorKind().equals("ANONYMOUS");
    return List.of(
        new Change(
            texts.get("field.donor.name"),
            wasAnonymous ? nobody : before.getOrDefault(NAME, "–"),
            draft.anonymous() ? nobody : Objects.requireNonNullElse(draft.name(), "–"),
            false),
        new Change(
            texts.get("field.donor.organisation"),
            before.getOrDefault(UNIT, "–"),
            Objects.requireNonNullElse(draft.organisation(), "–"),
            false),
        new Change(
            texts.get("field.donor.staffNumber"),
            before.getOrDefault(STAFF, "–"),
            Objects.requireNonNullElse(draft.staffNumber(), "–"),
            false),
        new Change(
            texts.get("field.donor.identityNumber"),
            before.getOrDefault(IDENTITY, "–"),
            Objects.requireNonNullElse(draft.identityNumber(), "–"),
            false));
  }

  private boolean sameDonor(Posted posted, DonationView donation) {
    Map<String, String> before = donor(donation);
    return posted.ticked(ANONYMOUS) == donation.donorKind().equals("ANONYMOUS")
        && DONOR.stream()
            .allMatch(name -> posted.value(name).equals(before.getOrDefault(name, "")));
  }

  private Map<String, String> donor(DonationView donation) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    SealedText sealed = donation.donor();
    if (sealed != null) {
      Map<String, String> opened = people.open(People.Kind.PERSON, sealed).orElse(Map.of());
      put(fields, NAME, opened.get(People.NAME));
      put(fields, IDENTITY, opened.get(People.IDENTITY_NUMBER));
      put(fields, STAFF, opened.get(People.STAFF_NUMBER));
    }
    put(fields, UNIT, donation.donorOrganisation());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static String plain(DonationView donation) {
    return Money.of(donation.amount(), donation.currency()).toDecimal();
  }
}
