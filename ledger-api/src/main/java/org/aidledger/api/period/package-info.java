/** Closing and reopening of accounting periods over REST, and what must be ready for it. */
@NullMarked
package org.aidledger.api.period;

import org.jspecify.annotations.NullMarked;
