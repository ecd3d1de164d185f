package org.aidledger.api.roster;

import static org.aidledger.api.roster.RosterField.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the lines of a file are. */
public enum RosterKind {
  /** Donations, one a line. */
  DONATIONS,
  /** A bank statement; its incoming lines are donations, keyed by the bank's serial number. */
  BANK_STATEMENT,
  /** Payouts to ask for, one a line. */
  PAYOUTS,
  /** The bank's answer to a payment file: what was paid and what came back. */
  BANK_RESULT;

  /** The fields that files of this kind can have. */
  public Set<RosterField> fields() {
    return Collections.unmodifiableSet(
        switch (this) {
          case DONATIONS ->
              EnumSet.of(
                  NAME,
                  AMOUNT,
                  DAY,
                  UNIT,
                  STAFF_NUMBER,
                  IDENTITY_NUMBER,
                  PHONE,
                  REFERENCE,
                  CHANNEL,
                  BANK_ACCOUNT,
                  MEMO);
          case BANK_STATEMENT ->
              EnumSet.of(
                  REFERENCE, DAY, INCOMING, OUTGOING, AMOUNT, DIRECTION, NAME, BANK_ACCOUNT, MEMO);
          case PAYOUTS ->
              EnumSet.of(
                  NAME,
                  AMOUNT,
                  IDENTITY_NUMBER,
                  BANK_ACCOUNT,
                  BANK_NAME,
                  PURPOSE,
                  UNIT,
                  RELATIVE,
                  STAFF_NUMBER,
                  PHONE,
                  REFERENCE,
                  MEMO);
          case BANK_RESULT -> EnumSet.of(PAYOUT_ID, RESULT, BANK_REFERENCE, DAY, REASON, AMOUNT);
        });
  }
}
