package org.aidledger.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.aidledger.api.account.UsernameSealer;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.security.RefusalLog;
import org.aidledger.api.security.RoleDirectory;
import org.aidledger.core.account.Account;
import org.aidledger.core.account.AccountCommands;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** The real accounts of the domain on a book in memory, which can be made to fail. */
public final class MemoryBook implements Ledger, RoleDirectory, RefusalLog, UsernameSealer {

  /** A refusal that was kept. */
  public record Kept(String order, String code, AccountId actor) {}

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private final List<Kept> refusals = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Class<?>> crashAfter = new AtomicReference<>();
  private final AtomicReference<@Nullable Class<?>> crashBefore = new AtomicReference<>();

  /** A book without events. */
  public MemoryBook() {
    var accounts = EventSourcingRepository.builder(Account.class).eventStore(store).build();
    new AnnotationCommandHandlerAdapter<>(new AccountCommands(accounts)).subscribe(bus);
  }

  /** Lets the next order of this class be carried out and then throws, as a crash would. */
  public void crashAfter(Class<?> order) {
    crashAfter.set(order);
  }

  /** Throws instead of carrying out the next order of this class. */
  public void crashBefore(Class<?> order) {
    crashBefore.set(order);
  }

  @Override
  public <R extends @Nullable Object> Executed<R> execute(Object order, AccountId actor) {
    if (crashBefore.compareAndSet(order.getClass(), null)) {
      throw new IllegalStateException("crash before " + order.getClass().getSimpleName());
    }
    AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
    CommandCallback<Object, Object> callback = (_, result) -> answer.set(result);
    bus.dispatch(GenericCommandMessage.asCommandMessage(order), callback);
    CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
    if (result.isExceptional()) {
      Throwable thrown = result.exceptionResult();
      if (thrown instanceof Refused refused) {
        keep(order.getClass().getSimpleName(), refused, actor);
      }
      throw thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }
    if (crashAfter.compareAndSet(order.getClass(), null)) {
      throw new IllegalStateException("crash after " + order.getClass().getSimpleName());
    }
    @SuppressWarnings("unchecked")
    R value = (R) result.getPayload();
    return new Executed<>(value, 0, 41);
  }

  @Override
  public Set<Role> rolesOf(AccountId id) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Object event : eventsOf(id)) {
      switch (event) {
        case RoleGranted granted -> roles.add(Role.valueOf(granted.role()));
        case RoleRevoked revoked -> roles.remove(Role.valueOf(revoked.role()));
        case AccountDisabled _ -> roles.clear();
        default -> {}
      }
    }
    return roles;
  }

  /** What the book says of an account. */
  public List<Object> eventsOf(AccountId id) {
    return store.readEvents(id.toString()).asStream().<Object>map(e -> e.getPayload()).toList();
  }

  @Override
  public void keep(String order, Refused refused, AccountId actor) {
    refusals.add(new Kept(order, refused.code().name(), actor));
  }

  public List<Kept> refusals() {
    return refusals;
  }

  @Override
  public SealedText seal(String username) {
    return new SealedText(
        UUID.randomUUID().toString(),
        Base64.getEncoder().encodeToString(username.getBytes(StandardCharsets.UTF_8)));
  }
}
