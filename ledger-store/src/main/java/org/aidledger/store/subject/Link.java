package org.aidledger.store.subject;

import java.util.UUID;

/** One more key by which a person who is known already may be recognised. */
record Link(UUID subject, IndexKey key) {}
