package org.aidledger.core.period;

import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The calendars of those organisations that ever began to close a period. */
public final class PeriodCalendars {

  private final Repository<PeriodCalendar> calendars;

  public PeriodCalendars(Repository<PeriodCalendar> calendars) {
    this.calendars = calendars;
  }

  /** The organisation's calendar, locked until the current order ends. */
  public Optional<Aggregate<PeriodCalendar>> find(String organisation) {
    try {
      return Optional.of(calendars.load(PeriodCalendar.idOf(organisation)));
    } catch (AggregateNotFoundException none) {
      return Optional.empty();
    }
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
