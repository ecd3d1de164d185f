package org.aidledger.api.web.form;

import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.text.Texts;

/** The user name of who sits there, to be put beside that of the other person. */
public final class OwnName {

  private final ActorNames names;

  OwnName(ActorNames names) {
    this.names = names;
  }

  public String name(Actor actor, Texts texts) {
    return name(actor.accountId().toString(), texts);
  }

  /** The user name of any account. */
  public String name(String accountId, Texts texts) {
    return names.nameOrUnknown(accountId, texts);
  }
}
