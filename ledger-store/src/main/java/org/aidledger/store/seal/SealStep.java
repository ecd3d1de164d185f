package org.aidledger.store.seal;

/** The steps of one round of sealing; the process may die after each of them. */
enum SealStep {
  LOCKED,
  READ,
  TILES_WRITTEN,
  HEAD_MOVED,
  CHECKPOINT_WRITTEN,
  COMMITTED
}
