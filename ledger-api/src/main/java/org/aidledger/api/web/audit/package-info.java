/** The auditor's pages: the trail over all funds, refusals, readings, replay, past balances. */
@NullMarked
package org.aidledger.api.web.audit;

import org.jspecify.annotations.NullMarked;
