/** What became known of a period is checked against a book that is added up the plain way. */
@NullMarked
package org.aidledger.projections.correction;

import org.jspecify.annotations.NullMarked;
