package org.aidledger.core.period;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aidledger.core.stream.Streams;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The calendars of those organisations that ever began to close a period. */
public final class PeriodCalendars {

  private final Repository<PeriodCalendar> calendars;
  private final Streams streams;

  public PeriodCalendars(Repository<PeriodCalendar> calendars, Streams streams) {
    this.calendars = calendars;
    this.streams = streams;
  }

  /** The organisation's calendar, locked until the current order ends. */
  public Optional<Aggregate<PeriodCalendar>> find(String organisation) {
    String id = PeriodCalendar.idOf(organisation);
    return streams.find(List.of(id)).containsKey(id)
        ? Optional.of(calendars.load(id))
        : Optional.empty();
  }

  /** Begins an organisation's calendar. */
  public void begin(Supplier<PeriodCalendar> first) {
    try {
      calendars.newInstance(first::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a calendar could not be begun", e);
    }
  }
}
