package org.aidledger.api.web.payout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.person.People;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.projections.audit.DataAccessView;
import org.aidledger.projections.audit.PrivacyQueries;
import org.springframework.stereotype.Component;

/**
 * When and by whom the account numbers of a batch were taken out, so that nobody gives the same
 * payments to the bank twice.
 */
@Component
class Takings {

  private final PrivacyQueries privacy;
  private final ActorNames actors;
  private final Clock clock;

  Takings(PrivacyQueries privacy, ActorNames actors, Clock clock) {
    this.privacy = privacy;
    this.actors = actors;
    this.clock = clock;
  }

  /** What was read in one go; the newest first. */
  List<String> of(String batchId, Texts texts) {
    List<List<DataAccessView>> takings =
        inOneGo(privacy.readingsOfBatch(batchId, People.BANK_ACCOUNT)).reversed();
    Map<String, String> names =
        actors.names(
            takings.stream()
                .map(taking -> taking.getFirst().actor())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return takings.stream()
        .map(
            taking -> {
              DataAccessView first = taking.getFirst();
              return texts.get(
                  "payoutBatch.taken",
                  Times.minute(first.recordedAt(), clock.getZone()),
                  names.getOrDefault(
                      String.valueOf(first.actor()), texts.get("trail.unknownAccount")),
                  MoneyText.count(taking.size()));
            })
        .toList();
  }

  /** One file names each payout once, and one person takes it out. */
  static List<List<DataAccessView>> inOneGo(List<DataAccessView> readings) {
    List<List<DataAccessView>> takings = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (DataAccessView reading : readings) {
      boolean other =
          takings.isEmpty()
              || !Objects.equals(takings.getLast().getFirst().actor(), reading.actor())
              || takings.getLast().getLast().position() + 1 != reading.position();
      if (named.contains(reading.context()) || other) {
        takings.add(new ArrayList<>());
        named.clear();
      }
      named.add(reading.context());
      takings.getLast().add(reading);
    }
    return takings;
  }
}
