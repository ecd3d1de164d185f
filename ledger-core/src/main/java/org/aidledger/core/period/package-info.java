/** Accounting periods 会计期间 of an organisation: which are closed 结账, and what that forbids. */
@NullMarked
package org.aidledger.core.period;

import org.jspecify.annotations.NullMarked;
