/** The one way in which events become rows, for the live read models and for a replay alike. */
@NullMarked
package org.aidledger.projections.writing;

import org.jspecify.annotations.NullMarked;
