package org.aidledger.core.history;

import org.aidledger.core.account.AccountId;

/** One order of a history. */
record Step(AccountId actor, Object order) {}
