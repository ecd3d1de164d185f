package org.aidledger.core.payout.command;

import org.aidledger.core.payout.PayoutId;

/** An order that moves a payout on which was asked for before. */
public sealed interface PayoutMove extends PayoutOrder
    permits ApprovePayout, RejectPayout, PayPayout, ReturnPayout, CancelPayout {

  PayoutId payoutId();
}
