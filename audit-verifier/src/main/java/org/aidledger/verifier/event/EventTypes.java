package org.aidledger.verifier.event;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of events that this program knows, each with the kinds of stream on which it stands. A
 * book with any other type is beyond it, and it says so: a type that it does not know may move
 * money.
 */
public final class EventTypes {

  private static final Map<String, Set<String>> STREAMS =
      Map.ofEntries(
          Map.entry(
              "Fund",
              Set.of(
                  "FundOpened",
                  "FundChangeProposed",
                  "FundChangeConfirmed",
                  "FundFrozen",
                  "FundUnfrozen",
                  "FundPublished",
                  "FundUnpublished",
                  "FundClosed",
                  "DonationsPosted",
                  "EntriesPosted",
                  "PeriodLocked",
                  "PeriodUnlocked")),
          Map.entry(
              "Donation",
              Set.of(
                  "DonationReceived",
                  "DonationCorrected",
                  "DonationReversed",
                  "DonationRefundReserved",
                  "DonationRefundReleased")),
          Map.entry(
              "Entry",
              Set.of("OpeningBalanceSet", "IncomeRecorded", "ExpenseRecorded", "EntryReversed")),
          Map.entry("Transfer", Set.of("FundsTransferred")),
          Map.entry(
              "Payout",
              Set.of(
                  "PayoutRequested",
                  "PayoutApproved",
                  "PayoutRejected",
                  "PayoutPaid",
                  "PayoutReturned",
                  "PayoutCancelled")),
          Map.entry(
              "PayoutBatch",
              Set.of("PayoutBatchRequested", "PayoutBatchApproved", "PayoutBatchRejected")),
          Map.entry(
              "Account",
              Set.of(
                  "AccountOpened",
                  "RoleGranted",
                  "RoleRevoked",
                  "AccountDisabled",
                  "PasswordChanged",
                  "TokenIssued",
                  "TokenRevoked")),
          Map.entry("Subject", Set.of("KeyDestructionRequested", "KeyDestroyed")),
          Map.entry("Document", Set.of("DocumentAttached")),
          Map.entry("Finding", Set.of("FindingRaised", "FindingAnswered", "FindingClosed")),
          Map.entry("Access", Set.of("PersonalDataRead")),
          Map.entry(
              "PeriodCalendar",
              Set.of(
                  "PeriodClosingProposed",
                  "PeriodClosed",
                  "PeriodReopeningProposed",
                  "PeriodReopened",
                  "FundListed")));

  /** Stands on a stream of its own, whose kind is not looked at. */
  private static final String REFUSAL = "CommandRefused";

  private static final Set<String> KNOWN =
      Stream.concat(Stream.of(REFUSAL), STREAMS.values().stream().flatMap(Set::stream))
          .collect(Collectors.toUnmodifiableSet());

  /** The field of the payload that must name the stream. */
  private static final Map<String, Field> OWN_ID =
      Map.of(
          "Fund", Field.FUND_ID,
          "Donation", Field.DONATION_ID,
          "Entry", Field.ENTRY_ID,
          "Transfer", Field.TRANSFER_ID,
          "Payout", Field.PAYOUT_ID,
          "PayoutBatch", Field.BATCH_ID,
          "Account", Field.ACCOUNT_ID,
          "Subject", Field.SUBJECT_ID,
          "Finding", Field.FINDING_ID);

  private EventTypes() {}

  /** Whether this program knows the type. */
  public static boolean known(String type) {
    return KNOWN.contains(type);
  }

  /** Whether the event stands on the stream that it speaks of. */
  public static boolean standsRight(Event event) {
    if (REFUSAL.equals(event.type())) {
      return true;
    }
    Field id = OWN_ID.get(event.streamType());
    return STREAMS.getOrDefault(event.streamType(), Set.of()).contains(event.type())
        && (id == null || event.streamId().toString().equals(event.payload().optionalText(id)));
  }
}
