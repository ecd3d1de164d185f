package org.aidledger.api.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.api.actor.Actor;
import org.aidledger.core.account.AccountId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A form is carried out once, however often it arrives. */
class PostedOnceTest {

  private final PostedOnce once = new PostedOnce();
  private final AtomicInteger carriedOut = new AtomicInteger();
  private final Actor actor = person();

  private static Actor person() {
    return new Actor(new AccountId(UUID.randomUUID()), Set.of());
  }

  private static Posted form(String key, String amount) {
    return new Posted(
        new MockHttpServletRequest("POST", "/desk"),
        Map.of("_key", List.of(key), "amount", List.of(amount)),
        LocalDate.of(2026, 5, 20));
  }

  private Done work() {
    return Done.to("/desk", "no. " + carriedOut.incrementAndGet(), 1);
  }

  @Test
  void aRepetitionIsAnsweredAlike() {
    Done first = once.run(form("k", "5"), actor, this::work);

    assertThat(once.run(form("k", "5"), actor, this::work)).isEqualTo(first);
    assertThat(carriedOut).hasValue(1);
  }

  @Test
  void otherContentAnotherKeyAndAnotherPersonAreOtherForms() {
    once.run(form("k", "5"), actor, this::work);
    once.run(form("k", "6"), actor, this::work);
    once.run(form("l", "5"), actor, this::work);
    once.run(form("k", "5"), person(), this::work);

    assertThat(carriedOut).hasValue(4);
  }

  @Test
  void aFormWithoutAKeyIsCarriedOutEachTime() {
    once.run(form("", "5"), actor, this::work);
    once.run(form("", "5"), actor, this::work);

    assertThat(carriedOut).hasValue(2);
  }

  @Test
  void whatFailedMayBeTriedAgain() {
    assertThatThrownBy(
            () ->
                once.run(
                    form("k", "5"),
                    actor,
                    () -> {
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");

    assertThat(once.run(form("k", "5"), actor, this::work).flash().text()).isEqualTo("no. 1");
  }

  @Test
  void aSecondClickWaitsForTheFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    CompletableFuture<Done> first =
        CompletableFuture.supplyAsync(
            () ->
                once.run(
                    form("k", "5"),
                    actor,
                    () -> {
                      begun.countDown();
                      await(finish);
                      return work();
                    }));
    assertThat(begun.await(5, TimeUnit.MINUTES)).isTrue();
    CompletableFuture<Done> second =
        CompletableFuture.supplyAsync(() -> once.run(form("k", "5"), actor, this::work));
    finish.countDown();

    assertThat(second.get(5, TimeUnit.MINUTES)).isEqualTo(first.get(5, TimeUnit.MINUTES));
    assertThat(carriedOut).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
