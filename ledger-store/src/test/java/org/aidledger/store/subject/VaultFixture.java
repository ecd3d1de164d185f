package org.aidledger.store.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.store.event.AppendLane;
import org.aidledger.store.event.EventNames;
import org.aidledger.store.event.LedgerSerializers;
import org.aidledger.store.event.PostgresEventStorageEngine;
import org.aidledger.store.event.TestDatabase;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Revision;

/** A ledger with a vault, whose lane carries it. */
final class VaultFixture implements AutoCloseable {

  @Revision("1")
  record Noted(String text) {}

  final TestDatabase database = TestDatabase.create();
  final AppendLane lane = new AppendLane(database.pool());
  final Path keyFile;
  final SubjectVault vault;
  private final PostgresEventStorageEngine engine;

  VaultFixture(Path folder) {
    keyFile = folder.resolve("master.key");
    vault = anotherProcess();
    lane.carry(vault.rider());
    engine =
        PostgresEventStorageEngine.builder()
            .dataSource(database.pool())
            .lane(lane)
            .eventSerializer(LedgerSerializers.events(new EventNames(List.of(Noted.class))))
            .snapshotSerializer(LedgerSerializers.general(List.of()))
            .build();
  }

  /** A vault on the same ledger that shares no memory with the first. */
  SubjectVault anotherProcess() {
    return vaultOn(database.pool());
  }

  /** The same, with connections of the caller's. */
  SubjectVault vaultOn(DataSource connections) {
    return new SubjectVault(connections, MasterKey.open(keyFile, database.plain()));
  }

  void append(String text) {
    engine.appendEvents(
        new GenericDomainEventMessage<>(
            "Donation", UUID.randomUUID().toString(), 0, new Noted(text), Map.of()));
  }

  long subjects() {
    return database.number("select count(*) from ledger.subject");
  }

  static Person named(String name) {
    return new Person(name, null, null, null, null, null);
  }

  static Person identified(String name, String identityNumber) {
    return new Person(name, identityNumber, null, null, null, null);
  }

  static Person staff(String name, String unit, String staffNumber) {
    return new Person(name, null, null, staffNumber, unit, null);
  }

  static Person called(String name, String phone) {
    return new Person(name, null, phone, null, null, null);
  }

  @Override
  public void close() {
    lane.close();
    database.close();
  }
}
