/** The tables of the read models, each defined once for writing, reading back and comparing. */
@NullMarked
package org.aidledger.projections.table;

import org.jspecify.annotations.NullMarked;
