package org.aidledger.projections.replay;

/** How many rows a table has in both copies. */
public record TableCount(String table, long live, long rebuilt) {}
