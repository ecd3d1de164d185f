package org.aidledger.store.subject;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A person that a search came upon.
 *
 * @param createdAt when the ledger first met the person, by the database's clock
 * @param matchedBy by what; the more, the surer
 */
public record Found(UUID subjectId, Instant createdAt, Set<IndexKind> matchedBy) {}
