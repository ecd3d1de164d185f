package org.aidledger.core.fund.event;

import org.aidledger.core.fund.Movement;

/**
 * What the fund knows of one append: how many entries of which movement, from which number on, and
 * their total in minor units. The details on their own streams must add up to it.
 */
public sealed interface ControlTotal extends FundEvent permits DonationsPosted, EntriesPosted {

  Movement movement();

  long firstEntryNumber();

  int count();

  long total();

  String digest();
}
