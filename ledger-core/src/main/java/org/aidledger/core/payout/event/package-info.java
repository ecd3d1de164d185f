/** Facts on the stream of one payout or of one batch. */
@NullMarked
package org.aidledger.core.payout.event;

import org.jspecify.annotations.NullMarked;
