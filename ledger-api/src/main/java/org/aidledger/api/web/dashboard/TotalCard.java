package org.aidledger.api.web.dashboard;

import java.util.List;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.FigureText;

/**
 * All funds of one currency together.
 *
 * @param funds how many there are
 * @param figures what the available money is made of
 */
record TotalCard(
    String currency, String unit, String funds, Amount available, List<FigureText> figures) {}
