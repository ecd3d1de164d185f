package org.aidledger.api.web.document;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.document.DocumentDesk;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.web.form.Flash;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.document.DocumentedKind;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the source documents that people attach on a page, and leads back to it. */
@Controller
class DocumentUploads {

  private final DocumentDesk desk;
  private final ProblemTexts problems;
  private final MessageSource messages;

  DocumentUploads(DocumentDesk desk, ProblemTexts problems, MessageSource messages) {
    this.desk = desk;
    this.problems = problems;
    this.messages = messages;
  }

  @PostMapping("/documents/{kind:donation|entry|transfer|payout|payout-batch}/{entryId}")
  @RequiresRole({Role.FINANCE, Role.CASHIER})
  String attach(
      @PathVariable String kind,
      @PathVariable UUID entryId,
      Upload upload,
      Actor actor,
      Locale locale,
      RedirectAttributes next) {
    next.addFlashAttribute("flash", attach(kind, entryId, upload, actor, locale));
    String pages =
        kind.equals("entry")
            ? "entries"
            : kind.equals("payout-batch") ? "payout-batches" : kind + "s";
    return "redirect:/" + pages + "/" + entryId;
  }

  private Flash attach(String kind, UUID entryId, Upload upload, Actor actor, Locale locale) {
    Texts texts = new Texts(messages, locale);
    DocumentedKind documented =
        DocumentedKind.valueOf(kind.replace('-', '_').toUpperCase(Locale.ROOT));
    try {
      DocumentDesk.Attached attached = desk.attach(documented, entryId, upload, actor.accountId());
      String said = attached.already() ? "documents.already" : "documents.attached";
      return new Flash("done", texts.get(said), List.of(), attached.position());
    } catch (ApiProblem refused) {
      if (refused.problem().status() == HttpStatus.NOT_FOUND) {
        throw refused;
      }
      return new Flash("bad", problems.detail(refused.problem(), locale), List.of(), -1);
    }
  }
}
