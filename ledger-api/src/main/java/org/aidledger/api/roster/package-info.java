/**
 * Makes rosters out of sheets: finds the header, maps columns to fields, reads what people type.
 */
@NullMarked
package org.aidledger.api.roster;

import org.jspecify.annotations.NullMarked;
