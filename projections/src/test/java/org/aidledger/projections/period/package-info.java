/** Tests of the periods' queries. */
@NullMarked
package org.aidledger.projections.period;

import org.jspecify.annotations.NullMarked;
