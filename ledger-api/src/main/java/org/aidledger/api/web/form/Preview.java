package org.aidledger.api.web.form;

import java.util.List;

/**
 * What an order will do, shown before it is given; pages know it by the name {@code preview}.
 *
 * @param about whose entry it is and who changes it, in a sentence
 * @param action where the form is sent, twice: to be shown, and to be carried out
 * @param submit what the button says that carries it out
 */
public record Preview(
    String title,
    String about,
    List<Table> tables,
    List<Fact> facts,
    String action,
    String submit) {

  /** A view that shows every preview. */
  static final String VIEW = "order-preview";

  /** Figures or contents before and after. */
  public record Table(String caption, List<Change> rows) {}
}
