package org.aidledger.core.subject.command;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Put on record, in one append, that someone read personal data of many people at once.
 *
 * @param listId this reading as a whole, which its parts need not repeat
 * @param readings at least one
 */
public record NoteReadings(@RoutingKey String listId, List<NoteReading> readings) {

  public NoteReadings {
    readings = List.copyOf(readings);
  }
}
