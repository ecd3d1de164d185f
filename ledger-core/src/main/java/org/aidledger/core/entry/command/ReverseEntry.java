package org.aidledger.core.entry.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Take an opening balance, other income or other expense out of the book 红字冲销; no money moves. */
public record ReverseEntry(
    @RoutingKey EntryId entryId, LocalDate effectiveOn, SealedText reason, AccountId actor) {}
