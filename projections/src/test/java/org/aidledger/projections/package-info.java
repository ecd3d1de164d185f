/** Tests of the read models on a real PostgreSQL. */
@NullMarked
package org.aidledger.projections;

import org.jspecify.annotations.NullMarked;
