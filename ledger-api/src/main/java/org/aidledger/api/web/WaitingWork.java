package org.aidledger.api.web;

import org.aidledger.api.actor.Actor;

/** Counts what waits for a person on one of the pages; shown beside its name everywhere. */
public interface WaitingWork {

  /** The path of the page. */
  String path();

  /** How many matters this person can act on now. */
  long count(Actor actor);
}
