package org.aidledger.api.roster;

import java.time.LocalDate;
import java.util.Currency;

/**
 * What the file itself does not say.
 *
 * @param currency of all amounts
 * @param today the last day that is allowed, in the business time zone
 */
public record RosterSettings(Currency currency, LocalDate today) {}
