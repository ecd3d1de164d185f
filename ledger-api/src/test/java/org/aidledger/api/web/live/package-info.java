/** Tests of live balances. */
@NullMarked
package org.aidledger.api.web.live;

import org.jspecify.annotations.NullMarked;
