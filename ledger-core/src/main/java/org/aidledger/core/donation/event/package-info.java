/** Facts on a donation's own stream. */
@NullMarked
package org.aidledger.core.donation.event;

import org.jspecify.annotations.NullMarked;
