package org.aidledger.core.donation;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.donation.command.ReverseDonation;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.money.Money;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Carries out the orders about donations; each changes the fund and the donations in one append.
 */
public final class DonationCommands {

  private final Repository<Fund> funds;
  private final Repository<Donation> donations;
  private final DonationRecording recording;

  public DonationCommands(
      Repository<Fund> funds, Repository<Donation> donations, DonationRecording recording) {
    this.funds = funds;
    this.donations = donations;
    this.recording = recording;
  }

  @CommandHandler
  List<LineOutcome> handle(RecordDonations command) {
    Aggregate<Fund> fund = funds.load(command.fundId().toString());
    return fund.invoke(f -> recording.record(f, command));
  }

  @CommandHandler
  void handle(CorrectDonation command) {
    Aggregate<Donation> donation = donations.load(command.donationId().toString());
    if (donation.invoke(d -> d.isAlready(command))) {
      return;
    }
    Aggregate<Fund> fund = funds.load(donation.invoke(Donation::fundId));
    Money amount = command.amount();
    if (amount != null) {
      fund.execute(f -> f.requireCurrency(amount));
    }
    donation.execute(d -> d.requireCorrectable(command));
    long change = donation.invoke(d -> d.changeBy(command));
    String id = command.donationId().toString();
    LocalDate day = donation.invoke(d -> d.earliestDay(command));
    long number =
        fund.invoke(f -> f.post(Movement.DONATION_CORRECTION, List.of(id, id), change, day));
    donation.execute(d -> d.correct(command, number));
  }

  @CommandHandler
  void handle(ReverseDonation command) {
    Aggregate<Donation> donation = donations.load(command.donationId().toString());
    if (donation.invoke(d -> d.isReversedBy(command.actor()))) {
      return;
    }
    donation.execute(d -> d.requireReversible(command.actor()));
    long amount = donation.invoke(Donation::amount);
    Aggregate<Fund> fund = funds.load(donation.invoke(Donation::fundId));
    List<String> ids = List.of(command.donationId().toString());
    LocalDate day = command.effectiveOn();
    long number = fund.invoke(f -> f.post(Movement.DONATION_REVERSAL, ids, -amount, day));
    donation.execute(d -> d.reverse(command, number));
  }
}
