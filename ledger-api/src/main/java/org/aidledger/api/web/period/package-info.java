/** Pages of accounting periods: what is closed, what waits, closing and reopening. */
@NullMarked
package org.aidledger.api.web.period;

import org.jspecify.annotations.NullMarked;
