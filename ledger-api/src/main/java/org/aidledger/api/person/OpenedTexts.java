package org.aidledger.api.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.core.subject.SealedText;
import org.aidledger.store.subject.SubjectVault;

/** Opens many sealed texts at once for pages and lists. */
public final class OpenedTexts implements PersonalTexts {

  private final SubjectVault vault;

  public OpenedTexts(SubjectVault vault) {
    this.vault = vault;
  }

  @Override
  public Map<SealedText, String> texts(Collection<SealedText> sealed) {
    return open(new ArrayList<>(sealed), People.Kind.TEXT, People.TEXT);
  }

  @Override
  public Map<SealedText, String> names(Collection<SealedText> persons) {
    return open(new ArrayList<>(persons), People.Kind.PERSON, People.NAME);
  }

  private Map<SealedText, String> open(List<SealedText> sealed, People.Kind kind, String field) {
    List<Optional<Map<String, String>>> opened = vault.openAll(sealed, kind.name());
    Map<SealedText, String> values = new HashMap<>();
    for (int i = 0; i < opened.size(); i++) {
      SealedText text = sealed.get(i);
      opened.get(i).map(fields -> fields.get(field)).ifPresent(value -> values.put(text, value));
    }
    return values;
  }
}
