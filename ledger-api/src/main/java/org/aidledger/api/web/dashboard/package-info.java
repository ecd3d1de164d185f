/** The first page: the balances of all funds. */
@NullMarked
package org.aidledger.api.web.dashboard;

import org.jspecify.annotations.NullMarked;
