/** What pages tell about payouts. */
@NullMarked
package org.aidledger.api.web.payout;

import org.jspecify.annotations.NullMarked;
