package org.aidledger.api.web;

import java.util.Collection;
import java.util.Map;
import org.aidledger.core.subject.SealedText;

/**
 * Opens sealed texts for people who may read them. What cannot be opened any more, because the
 * person's key is destroyed, is left out of the answers, and the pages say so.
 */
public interface PersonalTexts {

  /** Reasons, purposes and memos. */
  Map<SealedText, String> texts(Collection<SealedText> sealed);

  /** The names of donors and payees, nothing else of what is sealed about them. */
  Map<SealedText, String> names(Collection<SealedText> persons);
}
