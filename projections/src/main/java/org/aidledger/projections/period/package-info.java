/** Accounting periods as they are looked up: closed, reopened, or waiting for a second person. */
@NullMarked
package org.aidledger.projections.period;

import org.jspecify.annotations.NullMarked;
