package org.aidledger.api.imports;

import java.util.Locale;
import java.util.Set;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.money.Money;

/**
 * Turns lines into donations.
 *
 * @param sha256 of the file, which stays in the book when the file is gone
 */
record Drafts(LineKeys keys, String sha256) {

  /** What offices write in place of the name of someone who does not want to be named. */
  private static final Set<String> ANONYMOUS = Set.of("匿名", "无名氏", "爱心人士", "anonymous");

  DonationDraft of(RosterRow.Donation line, LineKeys.Key key, Money amount) {
    return new DonationDraft(
        key.source(), key.reference(), donor(line), amount, line.day(), line.channel(), sha256);
  }

  /** Who gives, by one line. */
  static DonorDraft donor(RosterRow.Donation line) {
    String name = line.name();
    if (name == null ? line.unit() == null : ANONYMOUS.contains(name.toLowerCase(Locale.ROOT))) {
      return new DonorDraft(null, null, line.unit(), true);
    }
    return name == null
        ? new DonorDraft(null, null, line.unit(), false)
        : new DonorDraft(
            name, line.identityNumber(), line.unit(), false, line.staffNumber(), line.phone());
  }
}
