package org.aidledger.api.web.entry;

import java.util.Objects;
import org.aidledger.api.web.text.ChineseCapitals;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.trail.TrailLine;
import org.springframework.ui.Model;

/**
 * The amount of an entry with its capitals, as the pages of entries and transfers show it on top.
 */
final class EntryFigures {

  private EntryFigures() {}

  static void show(Model model, TrailLine line, Texts texts) {
    long amount = Objects.requireNonNull(line.amount(), "an entry has an amount");
    model.addAttribute("money", texts.money(amount, line.currency()));
    model.addAttribute(
        "capitals", line.currency().equals("CNY") ? ChineseCapitals.of(amount) : null);
  }
}
