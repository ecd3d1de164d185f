package org.aidledger.store.event;

import java.util.UUID;

/** The place of an event in its stream; no two events share one. */
record EventKey(UUID streamId, long sequence) {}
