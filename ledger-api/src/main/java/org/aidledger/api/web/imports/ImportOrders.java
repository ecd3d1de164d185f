package org.aidledger.api.web.imports;

import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.imports.Duplicates;
import org.aidledger.api.imports.ImportDesk;
import org.aidledger.api.imports.ImportSteps;
import org.aidledger.api.imports.PostingOrder;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.core.account.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What can be ordered of an import: posting, cancelling, confirming its corrections. */
@Controller
@RequestMapping("/imports/{importId}")
class ImportOrders {

  private final ImportDesk desk;
  private final ImportSteps steps;
  private final ImportPages pages;
  private final ImportTexts words;
  private final Forms forms;

  ImportOrders(
      ImportDesk desk, ImportSteps steps, ImportPages pages, ImportTexts words, Forms forms) {
    this.desk = desk;
    this.steps = steps;
    this.pages = pages;
    this.words = words;
    this.forms = forms;
  }

  @PostMapping("/posting")
  @RequiresRole(Role.FINANCE)
  ModelAndView post(
      @PathVariable UUID importId, Posted posted, Actor actor, Locale locale, Model model) {
    return carryOut(
        importId,
        posted.amounts("controlTotal").flags("goodLinesOnly"),
        actor,
        locale,
        model,
        "imports.posted",
        () -> steps.post(importId, order(posted), actor));
  }

  /** The total was typed in before for a posting that is only to go on. */
  private static PostingOrder order(Posted posted) {
    String seen = posted.value("_seen");
    return (posted.ticked("_goOn") ? posted : posted.require("controlTotal"))
        .read(
            body ->
                new PostingOrder(
                    body.optionalText("controlTotal", 64),
                    body.optionalChoice("duplicates", Duplicates.class),
                    body.optionalText("batch", 128),
                    body.flag("goodLinesOnly", false),
                    seen.isEmpty() ? null : Values.integer("seen", seen, 1, Integer.MAX_VALUE)));
  }

  @PostMapping("/cancellation")
  @RequiresRole(Role.FINANCE)
  ModelAndView cancel(
      @PathVariable UUID importId, Posted posted, Actor actor, Locale locale, Model model) {
    return carryOut(
        importId, posted, actor, locale, model, "imports.cancelled", () -> steps.cancel(importId));
  }

  @PostMapping("/corrections")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ModelAndView confirm(
      @PathVariable UUID importId, Posted posted, Actor actor, Locale locale, Model model) {
    return carryOut(
        importId,
        posted,
        actor,
        locale,
        model,
        "imports.confirmed",
        () -> steps.confirmCorrections(importId, actor));
  }

  private ModelAndView carryOut(
      UUID importId,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model,
      String said,
      Runnable order) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          order.run();
          return Done.to("/imports/" + importId, words.texts(locale).get(said), -1);
        },
        () -> pages.page(desk.one(importId, locale), actor, locale, model));
  }
}
