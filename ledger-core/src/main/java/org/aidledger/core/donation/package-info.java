/** Donations: recorded once for ever, corrected and reversed on their own stream. */
@NullMarked
package org.aidledger.core.donation;

import org.jspecify.annotations.NullMarked;
