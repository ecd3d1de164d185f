package org.aidledger.api.web;

import java.util.Optional;
import org.aidledger.api.actor.Actor;

/** Knows who sits before the page. */
@FunctionalInterface
public interface CurrentViewer {

  /** The account of the current request, with the roles that it holds now. */
  Optional<Actor> actor();
}
