package org.aidledger.api.donation;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of an order to record a donation. */
public record DonationForm(
    String reference,
    @Nullable String source,
    DonorForm donor,
    String amount,
    @Nullable String currency,
    String receivedOn,
    Channel channel,
    @Nullable String documentHash) {

  static final int REFERENCE_LENGTH = 128;
  static final int NAME_LENGTH = 100;

  /**
   * Who gives: a name, an organisation, or neither and anonymous.
   *
   * @param subjectId the person meant, where several have this name or number
   */
  record DonorForm(
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String organisation,
      @Nullable Boolean anonymous,
      @Nullable String staffNumber,
      @Nullable String phone,
      @Nullable String subjectId) {}

  /** Several donations. */
  record Batch(List<DonationForm> donations) {}

  /**
   * Reads one donation.
   *
   * @param fundCurrency in which the amount is meant if it names no currency
   */
  public static DonationDraft read(Shape body, Currency fundCurrency) {
    Channel channel = body.choice("channel", Channel.class);
    Currency currency = Objects.requireNonNullElse(body.optionalCurrency("currency"), fundCurrency);
    Money amount = body.amount("amount", currency);
    return new DonationDraft(
        Objects.requireNonNullElse(body.optionalText("source", REFERENCE_LENGTH), channel.name()),
        body.text("reference", REFERENCE_LENGTH),
        donor(body.object("donor")),
        amount,
        body.day("receivedOn"),
        channel,
        body.optionalSha256("documentHash"));
  }

  /** Reads who gives. */
  public static DonorDraft donor(Shape donor) {
    String name = donor.optionalText("name", NAME_LENGTH);
    String identityNumber = donor.optionalText("identityNumber", NAME_LENGTH);
    String organisation = donor.optionalText("organisation", NAME_LENGTH);
    String staffNumber = donor.optionalText("staffNumber", NAME_LENGTH);
    String phone = donor.optionalText("phone", NAME_LENGTH);
    UUID subjectId = donor.optionalId("subjectId");
    boolean anonymous = donor.flag("anonymous", false);
    boolean personal =
        Stream.of(name, identityNumber, staffNumber, phone, subjectId).anyMatch(Objects::nonNull);
    if (anonymous && personal) {
      throw new ApiProblem(ApiCode.FIELDS_EXCLUSIVE, donor.at("anonymous"));
    }
    if (!anonymous && name == null && (personal || organisation == null)) {
      throw new ApiProblem(ApiCode.FIELD_MISSING, donor.at("name"));
    }
    return new DonorDraft(
        name, identityNumber, organisation, anonymous, staffNumber, phone, subjectId);
  }
}
