package org.aidledger.api.document;

import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * An entry that documents can be attached to.
 *
 * @param person whom it is about, so that the name of a document is sealed with the same key
 */
record DocumentedEntry(FundId fundId, @Nullable SealedText person) {}
