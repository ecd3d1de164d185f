package org.aidledger.core.refusal.command;

import java.util.List;
import org.aidledger.core.refusal.event.CommandRefused;
import org.axonframework.commandhandling.RoutingKey;

/** Put refused commands on record. */
public record KeepRefusals(@RoutingKey String firstId, List<CommandRefused> refusals) {}
