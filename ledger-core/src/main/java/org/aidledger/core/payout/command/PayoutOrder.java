package org.aidledger.core.payout.command;

import org.aidledger.core.account.AccountId;

/** An order about one payout. */
public sealed interface PayoutOrder permits RequestPayout, PayoutMove {

  /** Who gives the order. */
  AccountId actor();
}
