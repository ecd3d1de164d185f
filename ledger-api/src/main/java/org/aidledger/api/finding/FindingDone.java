package org.aidledger.api.finding;

/**
 * What an order about a finding did.
 *
 * @param state of the finding afterwards
 * @param position of the event
 */
public record FindingDone(String findingId, String state, long position) {}
