package org.aidledger.api.dispatch;

import org.aidledger.api.admission.QueueFull;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Carries orders to the domain. */
public interface Ledger {

  /**
   * Carries out one order in one append and waits until it is durable. Collisions with other
   * processes are retried; a refusal is put on record before it is thrown.
   *
   * @param order a command of the domain
   * @param actor who gives the order
   * @throws Refused if a rule refused it
   * @throws QueueFull if too much waits to be recorded; nothing was done
   */
  <R extends @Nullable Object> Executed<R> execute(Object order, AccountId actor);
}
