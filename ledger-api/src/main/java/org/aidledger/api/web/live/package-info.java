/** Balances that change on the page as they change in the book. */
@NullMarked
package org.aidledger.api.web.live;

import org.jspecify.annotations.NullMarked;
