package org.aidledger.api.web.document;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.document.DocumentQueries;
import org.aidledger.projections.document.DocumentView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The source documents of one entry, for the fragment {@code fragments/documents}. */
@Component
public final class DocumentRows {

  private static final int KIB = 1024;

  private final DocumentQueries documents;
  private final ActorNames actors;
  private final PersonalTexts personal;
  private final Clock clock;

  DocumentRows(DocumentQueries documents, ActorNames actors, PersonalTexts personal, Clock clock) {
    this.documents = documents;
    this.actors = actors;
    this.personal = personal;
    this.clock = clock;
  }

  /**
   * Puts into the model what the fragment shows.
   *
   * @param kind of the entry, the name of a DocumentedKind
   */
  public void show(Model model, String kind, String entryId, Actor actor, Texts texts) {
    model.addAttribute("documents", of(entryId, texts));
    model.addAttribute("documentsOf", kind.toLowerCase(Locale.ROOT).replace('_', '-'));
    model.addAttribute("documentsEntry", entryId);
    model.addAttribute("attachesDocuments", actor.has(Role.FINANCE) || actor.has(Role.CASHIER));
  }

  private List<DocumentRow> of(String entryId, Texts texts) {
    List<DocumentView> found = documents.of(entryId);
    Map<SealedText, String> names = personal.texts(found.stream().map(DocumentView::name).toList());
    Map<String, String> people =
        actors.names(new HashSet<>(found.stream().map(DocumentView::attachedBy).toList()));
    return found.stream()
        .map(
            document ->
                new DocumentRow(
                    document.documentId(),
                    names.getOrDefault(document.name(), texts.get("documents.nameless")),
                    kind(document.mediaType()),
                    MoneyText.count((document.size() + KIB - 1) / KIB) + " KB",
                    document.sha256(),
                    people.getOrDefault(document.attachedBy(), texts.get("trail.unknownAccount")),
                    Times.minute(document.attachedAt(), clock.getZone())))
        .toList();
  }

  private static String kind(String mediaType) {
    String last = mediaType.substring(mediaType.lastIndexOf('/') + 1);
    return last.endsWith("sheet") ? "XLSX" : last.toUpperCase(Locale.ROOT);
  }
}
