package org.aidledger.api.web.payout;

import java.util.List;

/**
 * One kind of matter that waits.
 *
 * @param key of its words among the messages
 * @param mine whether the person before the page is the one who acts
 */
record Duty(String key, boolean mine, List<PayoutRow> rows) {}
