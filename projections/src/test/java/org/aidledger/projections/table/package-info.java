/** Tests that the definitions of tables are those of the database. */
@NullMarked
package org.aidledger.projections.table;

import org.jspecify.annotations.NullMarked;
