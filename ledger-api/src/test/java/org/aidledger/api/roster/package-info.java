/** What rosters are read to: samples, notations, mappings, lines that are no entries. */
@NullMarked
package org.aidledger.api.roster;

import org.jspecify.annotations.NullMarked;
