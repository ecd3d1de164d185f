/** What all queries share: pages, cursors, conditions, and reading values out of rows. */
@NullMarked
package org.aidledger.projections.query;

import org.jspecify.annotations.NullMarked;
