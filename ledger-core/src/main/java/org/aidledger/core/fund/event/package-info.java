/** Facts on a fund's own stream. */
@NullMarked
package org.aidledger.core.fund.event;

import org.jspecify.annotations.NullMarked;
