package org.aidledger.api.statement;

import java.util.Collection;
import java.util.Map;
import org.aidledger.core.subject.SealedText;

/** How people stand on a statement: by name, or by a mark that needs no key and never changes. */
interface StatementPeople {

  /** What stands for each of these persons. */
  Map<SealedText, String> names(Collection<SealedText> persons);

  /** What stands for each of these texts. */
  Map<SealedText, String> texts(Collection<SealedText> texts);
}
