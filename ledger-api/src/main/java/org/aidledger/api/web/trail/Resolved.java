package org.aidledger.api.web.trail;

import java.util.Map;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/** What the lines of one page refer to, looked up at once. */
record Resolved(
    Map<String, String> actors,
    Map<String, String> funds,
    Map<SealedText, String> persons,
    Map<SealedText, String> reasons) {

  String actor(@Nullable String accountId, Texts texts) {
    if (accountId == null) {
      return texts.get("trail.system");
    }
    String name = actors.get(accountId);
    return name == null ? texts.get("trail.unknownAccount") : name;
  }

  String person(SealedText sealed, Texts texts) {
    String name = persons.get(sealed);
    return name == null ? texts.get("trail.destroyedName") : name;
  }

  @Nullable String reason(@Nullable SealedText sealed, Texts texts) {
    if (sealed == null) {
      return null;
    }
    String text = reasons.get(sealed);
    return text == null ? texts.get("trail.destroyedText") : text;
  }
}
