/** REST for auditors: trails, refusals, readings, replays. */
@NullMarked
package org.aidledger.api.audit;

import org.jspecify.annotations.NullMarked;
