package org.aidledger.store.subject;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Many new people whom the caller who met them brings to the tables himself, ahead of their events;
 * guarded by {@link PendingSubjects}, but for the waiting.
 */
final class Journey {

  private final List<NewSubject> subjects = new ArrayList<>();
  private final Set<Link> links = new LinkedHashSet<>();
  private final CountDownLatch end = new CountDownLatch(1);

  void add(NewSubject subject) {
    subjects.add(subject);
  }

  void add(Link link) {
    links.add(link);
  }

  /** Who travels; nobody joins once {@link PendingSubjects#resolve} has answered. */
  Passengers passengers() {
    return new Passengers(List.copyOf(subjects), List.copyOf(links), false);
  }

  /** Lets those go on who wait, however it ended. */
  void end() {
    end.countDown();
  }

  /** Waits for the end; an interrupt does not shorten the wait and is kept for the caller. */
  void await() {
    Uninterruptibles.awaitUninterruptibly(end);
  }
}
