/** The page of one fund: its figures, its months, its past and its trail. */
@NullMarked
package org.aidledger.api.web.fund;

import org.jspecify.annotations.NullMarked;
