package org.aidledger.core.stream;

/**
 * The first event of a stream as it was stored.
 *
 * @param event usually a DonationReceived; another entry may have taken the same source reference
 * @param position of the event in the book
 */
public record FirstRecording(Object event, long position) {}
