package org.aidledger.api.web.live;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.web.text.FigureText;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Times;
import org.aidledger.projections.Figures;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.CurrencyTotal;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.PositionQueries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the read model once a second, for all listeners together and only while there are any, and
 * tells them what changed. Each listener has a thread of its own, so that a slow one holds up
 * nobody, and is told the latest figures rather than every step towards them.
 */
public final class LiveBalances implements SmartLifecycle {

  static final int MAX_LISTENERS = 500;

  private static final Logger LOG = LoggerFactory.getLogger(LiveBalances.class);
  private static final long POLL_MILLIS = 1_000;

  private final FundQueries funds;
  private final BalanceQueries balances;
  private final PositionQueries positions;
  private final Clock clock;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService poller;
  private boolean failing;

  /** The latest figures of the funds that changed since somebody began to listen. */
  private LiveFunds latest = new LiveFunds(-1, Map.of(), Map.of());

  public LiveBalances(
      FundQueries funds, BalanceQueries balances, PositionQueries positions, Clock clock) {
    this.funds = funds;
    this.balances = balances;
    this.positions = positions;
    this.clock = clock;
  }

  /**
   * Takes a listener on.
   *
   * @return false if there are too many already or the application is stopping
   */
  boolean add(Listener listener) {
    if (!isRunning() || listeners.size() >= MAX_LISTENERS) {
      return false;
    }
    listeners.add(listener);
    return true;
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  /** How many listen. */
  int listeners() {
    return listeners.size();
  }

  private void poll() {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      LiveFunds now = read();
      String time = Times.second(clock.instant(), clock.getZone());
      listeners.forEach(listener -> listener.offer(now, time));
      failing = false;
    } catch (RuntimeException failure) {
      // Listeners notice by themselves that nothing comes any more, and say so.
      if (!failing) {
        LOG.warn("Live balances cannot be read: {}", failure.getClass().getName());
      }
      failing = true;
    }
  }

  /** Reads what changed since the last time, or since the listener that has seen least. */
  private LiveFunds read() {
    long position = positions.applied();
    long known =
        Math.min(
            latest.position(),
            listeners.stream().mapToLong(Listener::offered).min().orElse(Long.MAX_VALUE));
    if (position == latest.position() && known >= latest.position()) {
      return latest;
    }
    Map<String, LiveFunds.Fund> all = new HashMap<>(latest.funds());
    for (List<FundView> part = changed(known); !part.isEmpty(); ) {
      Map<Long, Instant> moved =
          positions.recordedAt(part.stream().map(FundView::lastPosition).toList());
      part.forEach(fund -> all.put(fund.fundId(), fund(fund, moved.get(fund.lastPosition()))));
      part = part.size() < Page.MAX ? List.of() : changed(part.getLast().lastPosition());
    }
    Map<String, Map<String, String>> totals = new HashMap<>();
    for (CurrencyTotal total : balances.totals(null, null)) {
      totals.put(total.currency(), figures(total.figures(), total.currency()));
    }
    latest = new LiveFunds(position, Map.copyOf(all), Map.copyOf(totals));
    return latest;
  }

  private List<FundView> changed(long after) {
    return funds.changedAfter(after, Page.MAX);
  }

  private LiveFunds.Fund fund(FundView fund, @Nullable Instant moved) {
    return new LiveFunds.Fund(
        fund.lastPosition(),
        figures(fund.figures(), fund.currency()),
        moved == null ? "" : Times.minute(moved, clock.getZone()));
  }

  private static Map<String, String> figures(Figures figures, String currency) {
    Map<String, String> texts = new HashMap<>();
    FigureText.of(figures, currency)
        .forEach(figure -> texts.put(figure.key(), figure.amount().text()));
    texts.put(FigureText.AVAILABLE, MoneyText.of(figures.available(), currency));
    return texts;
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-balances").factory());
    // What goes wrong while polling is dealt with there.
    var _ =
        started.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    poller = started;
  }

  /** Ends all streams, before the web server begins to wait for what is still being answered. */
  @Override
  public synchronized void stop() {
    if (poller != null) {
      poller.shutdownNow();
      poller = null;
    }
    listeners.forEach(Listener::close);
    listeners.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return poller != null;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
