/** Tests of the queries of findings. */
@NullMarked
package org.aidledger.projections.finding;

import org.jspecify.annotations.NullMarked;
