package org.aidledger.projections.account;

import java.time.Instant;

/** An API token; the token itself is kept nowhere. */
public record TokenView(String tokenId, String accountId, Instant issuedAt, boolean revoked) {}
