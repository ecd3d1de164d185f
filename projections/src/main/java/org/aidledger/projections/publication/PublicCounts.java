package org.aidledger.projections.publication;

/**
 * Counts behind a fund's public figures.
 *
 * @param donations that stand
 * @param donors people and organisations; who is known by no number counts once a donation
 * @param payouts of aid that were paid and did not come back
 * @param helped people whom they went to
 */
public record PublicCounts(long donations, long donors, long payouts, long helped) {}
