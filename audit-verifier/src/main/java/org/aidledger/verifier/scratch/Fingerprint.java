package org.aidledger.verifier.scratch;

/** 128 bits that stand for a text: two texts have the same only if they are the same. */
record Fingerprint(long high, long low) {}
